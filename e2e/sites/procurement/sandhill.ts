import { html, type Markup, raw } from "../ground/html";
import type { Reply, SiteRequest } from "../ground/start-site";
import { sandhillDrafts } from "./drafts-sandhill";
import { awardOf, standingOf } from "./listed-notices";
import type { PortalNotice } from "./notice";
import { tenderPaper } from "./papers";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin } from "./skin";
import { type Visit, visitTo } from "./visits";
import { americanDate } from "./wording";

const zone = "America/Chicago";
const home = "/eBid/Default.aspx";
const perPage = 4;
const grid = "ctl00$MainContent$gvOpportunities";
const states = { open: "Open", closed: "Closed", cancelled: "Cancelled", awarded: "Awarded", prior: "Future" } as const;

/**
 * A county's bids on web forms of which everything is a postback to one address: the pager below the grid, the link of a bid, its papers and
 * the way back. Only the mail that one may send to a colleague holds an address of the bid.
 */
export const sandhill: Skin = {
  plan: {
    country: "us",
    zone,
    listed: { firstId: 5_021, drafts: sandhillDrafts, awarded: "Sheriff's Patrol Vehicles (Four)" },
  },
  listingPath: home,
  isWithoutPages: true,
  detailPath: ({ id }) => `${home}?BidId=${id}`,
  answer: (request, register) => {
    const { path, query } = request;
    if (path === "/" || path === "/eBid/") return { status: 302, headers: { location: home }, body: "" };
    if (path !== home) return null;
    const visit = visitTo(register);
    if (request.method === "POST") return posted(request, register, visit);
    const named = query.get("BidId");
    if (!named) return { body: listing(register, 1, visit) };
    const notice = register.find(Number(named));
    return notice ? { body: detail(notice, 1, register, visit) } : null;
  },
};

/** Which view is shown, of which page of the grid or of which bid. */
const stateOf = (view: string, page: number, id = 0) =>
  Buffer.from(`/wEPDwUK|${view}|${page}|${id}|${"ZGQCAQ9kFgICAw9kFgI".repeat(12)}`).toString("base64");

function posted({ form }: SiteRequest, register: ProcurementRegister, visit: Visit): Reply {
  const state = Buffer.from(form.get("__VIEWSTATE") ?? "", "base64").toString();
  const [, view, page = "1", id = "0"] = /^\/wEPDwUK\|(\w+)\|(\d+)\|(\d+)\|/.exec(state) ?? [];
  if (!view) return { status: 500, body: "<h1>Server Error in '/eBid' Application.</h1><p>Invalid viewstate.</p>" };
  const target = form.get("__EVENTTARGET") ?? "";
  const number = Number(page);
  const open = register.find(Number(id));
  if (target.endsWith("$lnkPacket") && open) return packet(open);
  const wanted = /^Page\$(\d+)$/.exec(form.get("__EVENTARGUMENT") ?? "")?.[1];
  if (target === grid && wanted) return { body: listing(register, Number(wanted), visit) };
  const row = /\$ctl(\d\d)\$lnkTitle$/.exec(target)?.[1];
  const notice = row ? sliceOf(register, number)[Number(row) - 2] : undefined;
  return { body: notice ? detail(notice, number, register, visit) : listing(register, number, visit) };
}

const ordered = (register: ProcurementRegister) =>
  register.all().sort((a, b) => b.reference.localeCompare(a.reference));
const sliceOf = (register: ProcurementRegister, page: number) =>
  ordered(register).slice((page - 1) * perPage, page * perPage);
const stamp = (at: Date) => americanDate(at, zone, true);
const postback = (target: string, argument = "") => `javascript:__doPostBack('${target}','${argument}')`;

const slogans = ["Proud home of the Plum Creek Rodeo", "A good place to raise cattle", "Roads for everyone since 1884"];

function frame(title: string, state: string, main: Markup, register: ProcurementRegister, visit: Visit): string {
  const hidden = (name: string, value: string) =>
    html`<input type="hidden" name="${name}" id="${name}" value="${value}">`;
  const clock = stamp(register.now()).replace(/:00 (?=[AP]M)/, `:${String(visit.second).padStart(2, "0")} `);
  return documentOf(
    `<title>${html`${title}`.markup}</title><link href="/eBid/App_Themes/County/site.css?v=${visit.token.slice(0, 5)}" rel="stylesheet">`,
    html`<form method="post" action="./Default.aspx" id="form1"><div class="aspNetHidden">${hidden("__EVENTTARGET", "")}${hidden("__EVENTARGUMENT", "")}${hidden("__LASTFOCUS", "")}${hidden("__VIEWSTATE", state)}${hidden("__VIEWSTATEGENERATOR", "8D0E13E6")}${hidden("__EVENTVALIDATION", `/wEdAA${visit.token}${visit.token}`)}${hidden("__RequestVerificationToken", visit.token)}</div>
${raw(`<script>
//<![CDATA[
var theForm = document.forms['form1'];
function __doPostBack(eventTarget, eventArgument) {
  if (!theForm.onsubmit || theForm.onsubmit() != false) {
    theForm.__EVENTTARGET.value = eventTarget;
    theForm.__EVENTARGUMENT.value = eventArgument;
    theForm.submit();
  }
}
//]]>
</script>`)}
<div id="header"><h1>Sandhill County eBid</h1><span id="ctl00_lblSlogan">${slogans[visit.turn % slogans.length]}</span> <span id="ctl00_lblClock">${clock}</span></div>
<div id="content">${main}</div><div id="footer">Page rendered in 0.0${10 + visit.second} seconds. Hits today: ${600 + visit.count}. <a href="${postback("ctl00$lnkPrivacy")}">Privacy</a></div></form>`,
    "en-US",
  );
}

function listing(register: ProcurementRegister, wanted: number, visit: Visit): string {
  const count = Math.ceil(register.all().length / perPage);
  const page = Math.min(count, Math.max(1, wanted));
  const rows = sliceOf(register, page).map((notice, index) => {
    const name = `${grid}$ctl${String(index + 2).padStart(2, "0")}$lnkTitle`;
    const link = html`<a id="${name.replaceAll("$", "_")}" href="${postback(name)}">${notice.title}</a>`;
    const state = states[standingOf(notice, register.now())];
    return register.isRedesigned()
      ? html`<div class="panel panel-default"><div class="panel-heading">${link}</div><div class="panel-body"><span class="col-md-3">Bid ${notice.reference}</span><span class="col-md-5">${stamp(notice.deadline)}</span><span class="label label-info">${state}</span></div></div>`
      : html`<tr class="${index % 2 ? "alt" : "row"}"><td>${notice.reference}</td><td>${link}</td><td>${notice.details?.unit}</td><td>${stamp(notice.deadline)}</td><td>${state}</td></tr>`;
  });
  const numbers = Array.from({ length: count }, (_, index) => index + 1).map((number) =>
    number === page
      ? html`<td><span>${number}</span></td>`
      : html`<td><a href="${postback(grid, `Page$${number}`)}">${number}</a></td>`,
  );
  const pager = html`<table><tr>${numbers}</tr></table>`;
  const table = register.isRedesigned()
    ? html`<div id="lvOpportunities">${rows}</div><div class="pager">${pager}</div>`
    : html`<table class="grid" cellspacing="0" rules="all" border="1" id="${grid.replaceAll("$", "_")}"><tr><th scope="col">Bid No.</th><th scope="col">Title</th><th scope="col">Department</th><th scope="col">Closes</th><th scope="col">Status</th></tr>${rows}<tr class="pgr"><td colspan="5">${pager}</td></tr></table>`;
  return frame(
    "Current Bids",
    stateOf("list", page),
    html`<h2>Current Bids</h2><p>Times are Central. Click on a title for the bid.</p>${table}`,
    register,
    visit,
  );
}

function detail(notice: PortalNotice, page: number, register: ProcurementRegister, visit: Visit): string {
  const { id, title, buyer, reference, deadline, publishedAt, summary, needs, corrections, details } = notice;
  const facts: [string, string, string][] = [
    ["lblNo", "Bid No.", reference],
    ["lblAgency", "Agency", buyer],
    ["lblDept", "Department", details?.unit ?? ""],
    ["lblType", "Type", details?.kind ?? ""],
    ["lblIssued", "Issued", stamp(publishedAt)],
    ["lblCloses", "Closes", stamp(deadline)],
    ["lblStatus", "Status", states[standingOf(notice, register.now())]],
  ];
  const label = (name: string, value: string) => html`<span id="ctl00_MainContent_${name}">${value}</span>`;
  const list = register.isRedesigned()
    ? html`<div class="form-horizontal">${facts.map(([name, head, value]) => html`<div class="form-group"><label class="col-sm-3">${head}</label><div class="col-sm-9">${label(name, value)}</div></div>`)}</div>`
    : html`<table class="detail">${facts.map(([name, head, value]) => html`<tr><td class="lbl">${head}:</td><td>${label(name, value)}</td></tr>`)}</table>`;
  const said = { deadline: "Closing date changed", status: "Status changed", need: "Specifications changed" };
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${home}?BidId=${id}`)}`;
  return frame(
    title,
    stateOf("detail", page, id),
    html`<h2>${label("lblTitle", title)}</h2>${list}<h3>Scope</h3><p>${summary}</p><h3>Conditions</h3><ul>${needs.map((need) => html`<li>${need}</li>`)}</ul>${corrections.length > 0 && html`<h3>Addenda</h3>${corrections.map(({ at, what, was }, index) => html`<p>Addendum ${index + 1} of ${stamp(at)}: ${said[what]}${was && ` from ${stamp(was)}`}</p>`)}`}${notice.status === "awarded" && html`<p>Awarded ${stamp(awardOf(notice, zone))}</p>`}
<p><a id="ctl00_MainContent_lnkPacket" href="${postback("ctl00$MainContent$lnkPacket")}">Download bid packet</a> | <a href="${mail}">E-mail to a colleague</a> | <a href="${postback("ctl00$MainContent$lnkBack")}">Back to list</a></p>`,
    register,
    visit,
  );
}

const packet = (notice: PortalNotice): Reply => {
  const paper = tenderPaper(notice, {
    head: "Bid Packet",
    scope: "Scope",
    term: "Submittal",
    demands: "Conditions",
    lots: "Items",
    closing: `Bids are due ${stamp(notice.deadline)} Central Time.`,
  });
  return {
    ...paper,
    headers: { ...paper.headers, "content-disposition": `attachment; filename="bid-${notice.reference}.pdf"` },
  };
};
