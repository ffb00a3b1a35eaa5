import { createHash } from "node:crypto";
import { html, type Markup, raw } from "../ground/html";
import type { Reply, SiteRequest } from "../ground/start-site";
import { prairieDrafts } from "./drafts-prairie";
import { daysFrom, standingOf } from "./listed-notices";
import type { PortalNotice } from "./notice";
import { csvPaper, tenderPaper } from "./papers";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin } from "./skin";
import { americanDate } from "./wording";

const zone = "America/Chicago";
const board = "/eproc/public/BidBoard.aspx";
const page = "/eproc/public/BidDetail.aspx";
const perPage = 6;
const standings = {
  open: "Open",
  closed: "Closed - Under Evaluation",
  cancelled: "Cancelled",
  awarded: "Awarded",
  prior: "Notice of Intent",
} as const;
const addenda = { deadline: "Bid End Date Changed", status: "Status Changed", need: "Specification Revised" } as const;

/**
 * A state's solicitation board on web forms: sorting, paging and opening of a bid are postbacks of one grid with its view state, the pager
 * is the last row of the grid, and an opened bid answers by a redirect to an address with an opaque key.
 */
export const prairie: Skin = {
  plan: { country: "us", zone, listed: { firstId: 9_204, drafts: prairieDrafts } },
  listingPath: board,
  isWithoutPages: true,
  // Where the postback of its row leads.
  detailPath: (notice) => `${page}?e=${encodeURIComponent(keyOf(notice))}`,
  answer: (request, register) => {
    const { path, query, method } = request;
    if (path === "/" || path === "/eproc/") return { status: 302, headers: { location: board }, body: "" };
    if (path === board)
      return method === "POST" ? posted(request, register) : { body: listing({ number: 1, sort: "" }, register) };
    const notice = register.all().find((one) => keyOf(one) === query.get("e"));
    if (!notice) return null;
    if (path === page) return { body: detail(notice, register) };
    if (path === "/eproc/public/Attachment.aspx") return query.get("n") === "2" ? sheet(notice) : paper(notice);
    return null;
  },
};

const keyOf = ({ id }: PortalNotice) =>
  createHash("sha256").update(`bid ${id}`).digest().subarray(3, 21).toString("base64");

const letters = (at: Date) =>
  new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "short" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value ?? "";
const stamp = (at: Date) => `${americanDate(at, zone)} ${letters(at)}`;

interface View {
  number: number;
  sort: string;
}

const stateOf = ({ number, sort }: View) =>
  Buffer.from(`\xff\x01\x0f\x0f\x05BidBoard|${number}|${sort}|${"\x16\x02\x66\x0f".repeat(40)}`, "latin1").toString(
    "base64",
  );

function viewIn(state: string): View | null {
  const [, number, sort = ""] = /BidBoard\|(\d+)\|(\w*)\|/.exec(Buffer.from(state, "base64").toString("latin1")) ?? [];
  return number ? { number: Number(number), sort } : null;
}

function posted({ form }: SiteRequest, register: ProcurementRegister): Reply {
  const view = viewIn(form.get("__VIEWSTATE") ?? "");
  if (!view)
    return {
      status: 500,
      body: "<html><head><title>Validation of viewstate MAC failed.</title></head><body><h1>Server Error in '/eproc' Application.</h1></body></html>",
    };
  const target = form.get("__EVENTTARGET") ?? "";
  const [, turned] = /^Page\$(\d+)$/.exec(form.get("__EVENTARGUMENT") ?? "") ?? [];
  const [, sort] = /^Sort\$(\w+)$/.exec(form.get("__EVENTARGUMENT") ?? "") ?? [];
  const [, row] = /^ctl00\$cphBody\$gvBids\$ctl(\d+)\$lnkBid$/.exec(target) ?? [];
  if (row) {
    const notice = slice(view, register).shown[Number(row) - 2];
    if (notice) return { status: 302, headers: { location: prairie.detailPath(notice) }, body: "" };
  }
  if (sort) return { body: listing({ number: 1, sort }, register) };
  if (turned) return { body: listing({ ...view, number: Number(turned) }, register) };
  return { body: listing({ ...view, number: 1 }, register) };
}

function slice({ number: wanted, sort }: View, register: ProcurementRegister) {
  const all = register.all().sort((one, other) => {
    if (sort === "BidNumber") return one.reference.localeCompare(other.reference, "en");
    if (sort === "Agency") return one.buyer.localeCompare(other.buyer, "en") || one.id - other.id;
    if (sort === "EndDate") return one.deadline.getTime() - other.deadline.getTime() || one.id - other.id;
    return other.publishedAt.getTime() - one.publishedAt.getTime() || one.id - other.id;
  });
  const count = Math.ceil(all.length / perPage);
  const number = Math.min(count, Math.max(1, wanted));
  return { all, shown: all.slice((number - 1) * perPage, number * perPage), number, count };
}

const post = (target: string, argument: string, text: string | Markup, id = "") =>
  html`<a${id && raw(` id="${id}"`)} href="javascript:__doPostBack('${target}','${argument}')">${text}</a>`;

function frame(title: string, state: string, main: Markup, register: ProcurementRegister): string {
  const checked = createHash("md5").update(state).digest("base64");
  return documentOf(
    `<title>\r\n\t${html`${title}`.markup} - MVBuys eProcurement\r\n</title><link href="/eproc/App_Themes/State/state.css" type="text/css" rel="stylesheet">`,
    html`<form name="aspnetForm" method="post" action="./${title === "Solicitation Detail" ? "BidDetail.aspx" : "BidBoard.aspx"}" id="aspnetForm">
<div><input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value=""><input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value=""><input type="hidden" name="__LASTFOCUS" id="__LASTFOCUS" value=""><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="${state}"></div>
${raw(`<script type="text/javascript">
//<![CDATA[
var theForm = document.forms['aspnetForm'];
if (!theForm) { theForm = document.aspnetForm; }
function __doPostBack(eventTarget, eventArgument) {
    if (!theForm.onsubmit || (theForm.onsubmit() != false)) {
        theForm.__EVENTTARGET.value = eventTarget;
        theForm.__EVENTARGUMENT.value = eventArgument;
        theForm.submit();
    }
}
//]]>
</script>`)}
<div><input type="hidden" name="__VIEWSTATEGENERATOR" id="__VIEWSTATEGENERATOR" value="8D0E13E6"><input type="hidden" name="__EVENTVALIDATION" id="__EVENTVALIDATION" value="${checked}"></div>
<div id="banner"><span class="state">Official website of the State of Missouri Valley</span><h1 class="appname">MVBuys</h1><span id="ctl00_lblServerTime">Server time: ${americanDate(register.now(), zone, true)} ${letters(register.now())}</span></div>
<div id="leftnav"><ul><li><a href="/eproc/public/BidBoard.aspx">Bid Board</a></li><li><a href="/eproc/public/Contracts.aspx">Awarded Contracts</a></li><li><a href="/eproc/VendorReg.aspx">Vendor Registration</a></li><li><a href="/eproc/Forms.aspx">Forms</a></li></ul><div class="alert"><strong>Office closing:</strong> The Division of Purchasing will be closed on 12/25/2026 and 01/01/2027.</div></div>
<div id="body">${main}</div><div id="foot">Division of Purchasing, 301 W. High Street, Room 630 &nbsp;|&nbsp; Help desk (573) 555-0134 &nbsp;|&nbsp; Page revised 08/14/2026</div></form>`,
    "en-US",
  );
}

const endOf = (notice: PortalNotice) => (notice.isPrior ? "TBD" : stamp(notice.deadline));

function listing(view: View, register: ProcurementRegister): string {
  const { all, shown, number, count } = slice(view, register);
  const opener = (index: number, text: string) => {
    const place = String(index + 2).padStart(2, "0");
    return post(`ctl00$cphBody$gvBids$ctl${place}$lnkBid`, "", text, `ctl00_cphBody_gvBids_ctl${place}_lnkBid`);
  };
  const standing = (notice: PortalNotice) => standings[standingOf(notice, register.now())];
  const row = (notice: PortalNotice, index: number) =>
    html`<tr class="${index % 2 ? "GridAlt" : "GridItem"}"><td>${opener(index, notice.reference)}</td><td>${notice.title}</td><td>${notice.buyer}</td><td>${notice.details?.kind}</td><td style="white-space:nowrap;">${endOf(notice)}</td><td>${standing(notice)}</td></tr>`;
  const tile = (notice: PortalNotice, index: number) =>
    html`<div class="panel panel-default"><div class="panel-heading">${opener(index, notice.title)} <span class="label label-info">${standing(notice)}</span></div><div class="panel-body"><span id="ctl00_cphBody_gvBids_lblNo_${index}">Bid No. ${notice.reference}</span><br>${notice.buyer}<br>Ends: ${endOf(notice)}</div></div>`;
  const sorter = (name: string, text: string) =>
    html`<th scope="col">${post("ctl00$cphBody$gvBids", `Sort$${name}`, text)}</th>`;
  const pager = Array.from({ length: count }, (_, at) =>
    at + 1 === number
      ? html`<td><span>${number}</span></td>`
      : html`<td>${post("ctl00$cphBody$gvBids", `Page$${at + 1}`, String(at + 1))}</td>`,
  );
  const pages = html`<table border="0"><tr>${pager}</tr></table>`;
  const grid = register.isRedesigned()
    ? html`<div id="ctl00_cphBody_gvBids">${shown.map(tile)}</div><div class="GridPager">${pages}</div>`
    : html`<table class="Grid" cellspacing="0" rules="all" border="1" id="ctl00_cphBody_gvBids" style="width:100%;border-collapse:collapse;"><tr class="GridHeader">${sorter("BidNumber", "Bid Number")}<th scope="col">Description</th>${sorter("Agency", "Agency")}<th scope="col">Type</th>${sorter("EndDate", "Bid End Date")}<th scope="col">Status</th></tr>${shown.map(row)}<tr class="GridPager"><td colspan="6">${pages}</td></tr></table>`;
  return frame(
    "Bid Board",
    stateOf({ ...view, number }),
    html`<h2>Bid Board</h2><p>Current and recent solicitations of state agencies and participating local governments. Click a bid number to view the detail.</p><div class="criteria">Keyword: <input name="ctl00$cphBody$txtKey" type="text" id="ctl00_cphBody_txtKey"> Agency: <select name="ctl00$cphBody$ddlAgency" id="ctl00_cphBody_ddlAgency"><option selected value="-1">-- All --</option>${[...new Set(all.map(({ buyer }) => buyer))].sort().map((buyer, at) => html`<option value="${at}">${buyer}</option>`)}</select> <input type="submit" name="ctl00$cphBody$btnFind" value="Find It" id="ctl00_cphBody_btnFind"></div>
<span id="ctl00_cphBody_lblCount">${all.length} record(s) found.</span>${grid}`,
    register,
  );
}

function detail(notice: PortalNotice, register: ProcurementRegister): string {
  const { title, buyer, reference, deadline, summary, needs, publishedAt, corrections, details, isPrior } = notice;
  const facts: [name: string, label: string, value: string][] = [
    ["BidNo", "Bid Number", reference],
    ["Desc", "Description", title],
    ["Agency", "Agency", buyer],
    ["Type", "Solicitation Type", details?.kind ?? "IFB"],
    ["Status", "Status", standings[standingOf(notice, register.now())]],
    ["Begin", "Bid Begin Date", stamp(publishedAt)],
    ...(isPrior
      ? [["Est", "Estimated Issue Date", americanDate(deadline, zone).slice(0, 10)] as [string, string, string]]
      : [
          ["Quest", "Questions Due", stamp(daysFrom(deadline, -8, 16, zone))] as [string, string, string],
          ["End", "Bid End Date", stamp(deadline)] as [string, string, string],
        ]),
    ["Buyer", "Buyer of Record", details?.unit ?? ""],
    ["Codes", "Commodity Code(s)", details?.codes ?? ""],
  ];
  const value = (name: string, text: string) => html`<span id="ctl00_cphBody_lbl${name}">${text}</span>`;
  const body = register.isRedesigned()
    ? html`<div class="container-fluid">${facts.map(([name, label, text]) => html`<div class="row"><label class="col-sm-4">${label}</label><div class="col-sm-8">${value(name, text)}</div></div>`)}</div>`
    : html`<table class="FormTable" cellpadding="2">${facts.map(([name, label, text]) => html`<tr><td class="FormLabel">${label}:</td><td class="FormField">${value(name, text)}</td></tr>`)}</table>`;
  const file = (n: number, text: string) =>
    html`<a href="/eproc/public/Attachment.aspx?e=${encodeURIComponent(keyOf(notice))}&n=${n}" target="_blank">${text}</a>`;
  return frame(
    "Solicitation Detail",
    stateOf({ number: 1, sort: "" }),
    html`<h2>Solicitation Detail</h2>${body}<fieldset><legend>Scope</legend>${value("Scope", summary)}</fieldset>${needs.length > 0 && html`<fieldset><legend>Special Conditions</legend>${needs.map((need, index) => html`<div>${index + 1}. ${need}</div>`)}</fieldset>`}
${!isPrior && html`<fieldset><legend>Attachments</legend><table class="Grid" id="ctl00_cphBody_gvDocs"><tr class="GridHeader"><th>File</th><th>Posted</th></tr><tr><td>${file(1, `${reference} Bid Document${corrections.length > 0 ? " (revised)" : ""}.pdf`)}</td><td>${americanDate(corrections.at(-1)?.at ?? publishedAt, zone)}</td></tr><tr><td>${file(2, "Exhibit A Pricing Page.csv")}</td><td>${americanDate(publishedAt, zone)}</td></tr></table></fieldset>`}
${corrections.length > 0 && html`<fieldset><legend>Addenda</legend><table class="Grid" id="ctl00_cphBody_gvAdd"><tr class="GridHeader"><th>No.</th><th>Reason</th><th>Issued</th></tr>${corrections.map(({ at, what }, index) => html`<tr><td>${index + 1}</td><td>${addenda[what]}</td><td>${stamp(at)}</td></tr>`)}</table></fieldset>`}
<input type="button" value="Return to Bid Board" onclick="window.location='BidBoard.aspx';">`,
    register,
  );
}

const paper = (notice: PortalNotice) =>
  tenderPaper(notice, {
    head: "Invitation and Specifications",
    scope: "Purpose",
    term: "Submission",
    demands: "Performance Requirements",
    lots: "Line Items",
    closing: notice.isPrior ? null : `Sealed bids must be received prior to ${stamp(notice.deadline)}.`,
  });

const sheet = ({ reference }: PortalNotice) =>
  csvPaper([
    ["Line", "Commodity", "Quantity", "Unit Price"],
    ["1", reference, "1", ""],
  ]);
