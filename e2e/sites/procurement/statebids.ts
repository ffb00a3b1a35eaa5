import { html, type Markup, raw } from "../ground/html";
import type { PortalNotice } from "./notice";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin, sliceOf } from "./skin";
import { americanDate } from "./wording";

const zone = "America/New_York";
const statusWords = { open: "Open", closed: "Closed", cancelled: "Canceled", awarded: "Award Posted" } as const;

/** A state's bid board on an old framework: a grid that posts back to turn pages, a pager inside of the table, labels in table cells. */
export const statebids: Skin = {
  plan: { country: "us", half: "second", zone },
  listingPath: "/Bids/BidList.aspx",
  detailPath: ({ id }) => `/Bids/BidDetail.aspx?bid=${id}`,
  answer: ({ path, method, form, query }, register) => {
    if (path === "/" || path === "/Bids/BidList.aspx") {
      if (method === "POST" && !form.get("__VIEWSTATE"))
        return { status: 500, body: "Invalid postback or callback argument." };
      const turned = /^Page\$(\d+)$/.exec(form.get("__EVENTARGUMENT") ?? "");
      const isPager = form.get("__EVENTTARGET") === "ctl00$Main$gvBids";
      return { body: listing(register, isPager ? Number(turned?.[1]) : 1) };
    }
    const notice = path === "/Bids/BidDetail.aspx" ? register.find(Number(query.get("bid"))) : undefined;
    return notice ? { body: detail(notice, register) } : null;
  },
};

function frame(title: string, main: Markup, number: number): string {
  return documentOf(
    `<title>\n\t${html`${title}`.markup}\n</title>`,
    html`<form method="post" action="/Bids/BidList.aspx" id="aspnetForm">
<div class="aspNetHidden"><input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value=""><input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value=""><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="${Buffer.from(`page ${number}`).toString("base64")}"><input type="hidden" name="__EVENTVALIDATION" value="${Buffer.from(title).toString("base64").slice(0, 24)}"></div>
<table width="100%" class="layout"><tr><td colspan="2"><img src="data:," alt="State of Tamarack"> <b>eProcurement Bid Board</b></td></tr>
<tr><td width="160" valign="top"><a href="/Bids/BidList.aspx">Bid Opportunities</a><br><a href="/Vendor/Register.aspx">Vendor Registration</a><br><a href="/Help.aspx">Help</a></td><td valign="top">${main}</td></tr>
<tr><td colspan="2"><font size="1">All times are Eastern Time. State of Tamarack, Division of Purchasing.</font></td></tr></table></form>
${raw(`<script>//<![CDATA[
var theForm = document.forms['aspnetForm'];
function __doPostBack(eventTarget, eventArgument) { theForm.__EVENTTARGET.value = eventTarget; theForm.__EVENTARGUMENT.value = eventArgument; theForm.submit(); }
//]]></script>`)}`,
    "en",
  );
}

function listing(register: ProcurementRegister, wanted: number): string {
  const { shown, number, count } = sliceOf(register, wanted);
  const rows = shown.map(
    (notice, index) =>
      html`<tr class="${index % 2 === 0 ? "row" : "altrow"}"><td><a href="${statebids.detailPath(notice)}">${notice.reference}</a></td><td>${notice.title}</td><td>${notice.buyer}</td><td>${americanDate(notice.deadline, zone, true)}</td><td>${statusWords[notice.status]}</td></tr>`,
  );
  const pages = Array.from({ length: count }, (_, index) =>
    index + 1 === number
      ? html`<td><span>${number}</span></td>`
      : html`<td><a href="javascript:__doPostBack('ctl00$Main$gvBids','Page$${index + 1}')">${index + 1}</a></td>`,
  );
  return frame(
    "Bid Opportunities",
    html`<h2>Bid Opportunities</h2>Agency: <select name="ctl00$Main$ddlAgency"><option value="">All</option></select> <input type="submit" name="ctl00$Main$btnSearch" value="Search">
<table cellspacing="0" border="1" id="ctl00_Main_gvBids"><tr><th scope="col">Bid Number</th><th scope="col">Bid Title</th><th scope="col">Agency</th><th scope="col">Bid Due Date</th><th scope="col">Status</th></tr>
${rows}<tr class="pager"><td colspan="5"><table><tr>${pages}</tr></table></td></tr></table>`,
    number,
  );
}

function detail(notice: PortalNotice, register: ProcurementRegister): string {
  const facts: [string, string][] = [
    ["Bid Number:", notice.reference],
    ["Bid Title:", notice.title],
    ["Agency:", notice.buyer],
    ["Date Issued:", americanDate(notice.publishedAt, zone, true)],
    ["Bid Due Date:", `${americanDate(notice.deadline, zone, true)} Eastern Time`],
    ["Bid Status:", statusWords[notice.status]],
    ["Commodity Codes:", "910-39, 968-42"],
  ];
  const body = register.isRedesigned()
    ? html`<dl>${facts.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`
    : html`<table cellpadding="3">${facts.map(([label, value]) => html`<tr><td class="label" align="right"><b>${label}</b></td><td>${value}</td></tr>`)}</table>`;
  return frame(
    "Bid Detail",
    html`<h2>Bid Detail</h2>${body}<h3>Description</h3><span id="ctl00_Main_lblDesc">${notice.summary}<br>${notice.needs.map((need) => html`${need}<br>`)}</span>`,
    1,
  );
}
