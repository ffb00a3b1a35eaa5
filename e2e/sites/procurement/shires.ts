import { html, type Markup } from "../ground/html";
import { shiresDrafts } from "./drafts-shires";
import { awardOf, daysFrom, standingOf } from "./listed-notices";
import { clockOf, type PortalNotice } from "./notice";
import { csvPaper, tenderPaper } from "./papers";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin } from "./skin";
import { clockTime, distance } from "./wording";

const zone = "Europe/London";
const grid = "/etendering/CurrentTenders.aspx";
const perPage = 8;
const events = {
  deadline: "Return date amended",
  status: "Status of tender amended",
  need: "Tender documents re-issued",
} as const;
const standings = {
  open: "Live - accepting responses",
  closed: "Closed - under evaluation",
  cancelled: "Withdrawn",
  awarded: "Contract awarded",
  prior: "Early market notice",
} as const;

/**
 * What several councils run together on a supplier's old e-tendering product: a data grid with sorting links and a "closes in" column,
 * ordinal dates with "noon", a summary in two columns of terms, lots, key dates, a document table, and the body's other tenders beside it.
 */
export const shires: Skin = {
  plan: { country: "gb", zone, listed: { firstId: 5_127, drafts: shiresDrafts } },
  listingPath: grid,
  detailPath: ({ id }) => `/etendering/ViewTender.aspx?TID=${id}`,
  answer: ({ path, query }, register) => {
    if (path === "/" || path === "/etendering/" || path === grid)
      return { body: listing(register, query.get("sort") ?? "", Number(query.get("page"))) };
    if (path === "/etendering/Guidance.aspx") return { body: guidance(register) };
    const file = /^(\d+)-(\d)$/.exec(path === "/etendering/Download.ashx" ? (query.get("doc") ?? "") : "");
    const notice = register.find(
      Number(file?.[1] ?? (path === "/etendering/ViewTender.aspx" ? query.get("TID") : null)),
    );
    if (!notice) return null;
    if (!file) return { body: detail(notice, register) };
    return file[2] === "2" ? schedule(notice) : paper(notice);
  },
};

/** `Thursday 3rd December 2026 at noon`, `... at 5pm`, `... at 2.30pm` */
function inFull(at: Date, withTime = true): string {
  const { day, hour, minute } = clockOf(at, zone);
  const ending = day > 10 && day < 14 ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th");
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }).format(at);
  const date = `${part({ weekday: "long" })} ${day}${ending} ${part({ month: "long", year: "numeric" })}`;
  if (!withTime) return date;
  if (hour === 12 && minute === 0) return `${date} at noon`;
  return `${date} at ${hour % 12 || 12}${minute ? `.${String(minute).padStart(2, "0")}` : ""}${hour < 12 ? "am" : "pm"}`;
}

const short = (at: Date) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, day: "2-digit", month: "short", year: "numeric" }).format(at);

function frame(title: string, trail: Markup, main: Markup, register: ProcurementRegister): string {
  return documentOf(
    `<title>\n\t${html`${title}`.markup} :: The Shires Procurement Portal\n</title><link href="/etendering/Styles/Site.css?v=4.11" rel="stylesheet" type="text/css"><meta http-equiv="X-UA-Compatible" content="IE=edge">`,
    html`<div class="page"><div class="header"><div class="title"><a href="/etendering/"><img src="/etendering/Images/shires.png" alt="The Shires Procurement Portal"></a></div><div class="loginDisplay">[ <a href="/etendering/Account/Login.aspx" id="HeadLoginStatus">Supplier log in</a> ] [ <a href="/etendering/Account/Register.aspx">Register free of charge</a> ]</div>
<ul class="level1 static"><li><a class="level1 static selected" href="${grid}">Current tenders</a></li><li><a class="level1 static" href="/etendering/Contracts.aspx">Contracts register</a></li><li><a class="level1 static" href="/etendering/Guidance.aspx">Guidance for suppliers</a></li><li><a class="level1 static" href="/etendering/Contact.aspx">Contact us</a></li></ul></div>
<div class="breadcrumb"><a href="/etendering/">Home</a> &gt; ${trail}</div>
<table class="columns" role="presentation"><tr><td class="side"><div class="box"><h4>News</h4><p><b>${short(daysFrom(register.now(), -9, 9, zone))}</b><br>Planned maintenance: the portal will not be available on Sunday between 6am and 10am.</p><p><b>${short(daysFrom(register.now(), -40, 9, zone))}</b><br>Meet the buyer event at Tolland Vale College. Bookings close a week before.</p></div><div class="box"><h4>Help desk</h4><p>Monday to Friday, 9am to 5.30pm<br>0300 555 0148</p></div></td><td class="main">${main}</td></tr></table>
<div class="footer">&copy; The Shires Procurement Partnership 2026 | <a href="/etendering/Cookies.aspx">Cookies</a> | <a href="/etendering/Accessibility.aspx">Accessibility</a> | Version 4.11.2 (10 October 2026)</div></div>`,
    "en-GB",
  );
}

const isDated = (notice: PortalNotice) => !notice.isPrior;

function remaining(notice: PortalNotice, now: Date): string {
  const standing = standingOf(notice, now);
  if (standing === "open") return distance(now, notice.deadline, zone, "en-GB");
  return { closed: "CLOSED", cancelled: "WITHDRAWN", awarded: "AWARDED", prior: "-" }[standing];
}

function sorted(register: ProcurementRegister, sort: string): PortalNotice[] {
  const all = register.all();
  const name = sort.replace(/^-/, "");
  const by = (one: PortalNotice, other: PortalNotice): number => {
    if (name === "title") return one.title.localeCompare(other.title, "en");
    if (name === "org") return one.buyer.localeCompare(other.buyer, "en") || one.id - other.id;
    if (name === "closing") return one.deadline.getTime() - other.deadline.getTime();
    return other.publishedAt.getTime() - one.publishedAt.getTime();
  };
  all.sort(by);
  return sort.startsWith("-") ? all.reverse() : all;
}

function listing(register: ProcurementRegister, sort: string, wanted: number): string {
  const all = sorted(register, sort);
  const count = Math.max(1, Math.ceil(all.length / perPage));
  const number = Math.min(count, Math.max(1, Math.trunc(wanted) || 1));
  const shown = all.slice((number - 1) * perPage, number * perPage);
  const address = (page: number) => `${grid}?${sort ? `sort=${sort}&` : ""}page=${page}`;
  const sorter = (name: string, label: string) =>
    html`<a href="${grid}?sort=${sort === name ? "-" : ""}${name}" title="Sort by ${label.toLowerCase()}">${label}</a>${sort.replace("-", "") === name && html` <img src="/etendering/Images/${sort.startsWith("-") ? "desc" : "asc"}.gif" alt="">`}`;
  const link = (notice: PortalNotice) =>
    html`<a id="MainContent_grdTenders_lnkTitle_${notice.id % 97}" href="${shires.detailPath(notice)}">${notice.title}</a>`;
  const closing = ({ deadline }: PortalNotice) => `${short(deadline)} ${clockTime(deadline, zone)}`;
  const row = (notice: PortalNotice, index: number) =>
    html`<tr class="${index % 2 ? "altRow" : "row"}"><td>${notice.reference}</td><td>${link(notice)}</td><td>${notice.buyer}</td><td>${short(notice.publishedAt)}</td><td>${isDated(notice) ? closing(notice) : "To be advised"}</td><td align="right">${remaining(notice, register.now())}</td></tr>`;
  const panel = (notice: PortalNotice) =>
    html`<div class="search-result"><h3 class="search-result__heading">${link(notice)}</h3><p class="search-result__org">${notice.buyer} <span class="muted">(${notice.reference})</span></p><p>Published ${short(notice.publishedAt)}</p><p><span class="tag">${standings[standingOf(notice, register.now())]}</span>${isDated(notice) && html` Closing date ${closing(notice)}`}</p></div>`;
  const table = html`<table class="grid" cellspacing="0" id="MainContent_grdTenders"><tr class="gridHeader"><th scope="col">Reference</th><th scope="col">${sorter("title", "Title")}</th><th scope="col">${sorter("org", "Organisation")}</th><th scope="col">Published</th><th scope="col">${sorter("closing", "Closing date")}</th><th scope="col">Closes in</th></tr>${shown.map(row)}</table>`;
  return frame(
    "Current tenders",
    html`Current tenders`,
    html`<h1>Current tenders</h1><p>The table lists opportunities advertised by members of the partnership, including those that have closed in recent months. Select a title to view the details. You must be registered to express an interest.</p>
<fieldset><legend>Search</legend><form action="${grid}"><label>Keyword <input name="q" type="text"></label> <label>Organisation <select name="org"><option>(All)</option>${[...new Set(all.map(({ buyer }) => buyer))].map((buyer) => html`<option>${buyer}</option>`)}</select></label> <input type="submit" value="Search"></form></fieldset>
<p class="count">Showing ${(number - 1) * perPage + 1} to ${(number - 1) * perPage + shown.length} of ${all.length} records</p>${register.isRedesigned() ? shown.map(panel) : table}
<div class="pager">${number > 1 && html`<a href="${address(1)}">First</a> <a href="${address(number - 1)}">Previous</a> `}${Array.from({ length: count }, (_, at) => (at + 1 === number ? html`<span>${at + 1}</span> ` : html`<a href="${address(at + 1)}">${at + 1}</a> `))}${number < count && html`<a href="${address(number + 1)}">Next</a> <a href="${address(count)}">Last</a>`}</div>`,
    register,
  );
}

function detail(notice: PortalNotice, register: ProcurementRegister): string {
  const { title, buyer, reference, deadline, summary, needs, publishedAt, corrections, details, isPrior } = notice;
  const left: [string, string][] = [
    ["Tender reference", reference],
    ["Organisation", buyer],
    ["Contact", details?.unit ?? "Corporate Procurement"],
    ["Type of contract", details?.kind ?? "Services"],
    ["CPV code", details?.codes ?? ""],
  ];
  const right: [string, string][] = [
    ["Status", standings[standingOf(notice, register.now())]],
    ["Date published", inFull(publishedAt, false)],
    isPrior
      ? ["Tender expected to be advertised", inFull(deadline, false)]
      : ["Closing date for return of tenders", inFull(deadline)],
    ["Estimated value (excl. VAT)", details?.value ?? "Not disclosed"],
    ["Contract term", "36 months, with an option to extend by 12 months"],
  ];
  const summaryList = (facts: [string, string][], style: string) =>
    register.isRedesigned()
      ? html`<table class="summary"><tbody>${facts.map(([label, value]) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`)}</tbody></table>`
      : html`<dl class="${style}">${facts.map(([label, value]) => html`<dt>${label}:</dt><dd>${value}</dd>`)}</dl>`;
  const dates: [string, string][] = [
    ["Last date for clarification questions", inFull(daysFrom(deadline, -7, 17, zone))],
    ["Evaluation complete", inFull(daysFrom(deadline, 28, 9, zone), false)],
    ["Contract start", inFull(daysFrom(deadline, 90, 9, zone), false)],
  ];
  const others = register
    .all()
    .filter((other) => other.buyer === buyer && other.id !== notice.id && other.status === "open" && isDated(other))
    .slice(0, 3);
  return frame(
    title,
    html`<a href="${grid}">Current tenders</a> &gt; ${reference}`,
    html`<h1>${title}</h1>${corrections.length > 0 && html`<div class="messageBox">${corrections.map(({ at, what }) => html`<p>${events[what]} on ${inFull(at, false)}.</p>`)}</div>`}${notice.status === "awarded" && html`<div class="messageBox"><p>Awarded to Corven and Pike Limited. The award was published on ${inFull(awardOf(notice, zone), false)}.</p></div>`}
<h2>Tender summary</h2><div class="twoCol">${summaryList(left, "colLeft")}${summaryList(right, "colRight")}</div>
<h2>Description</h2><p>${summary}</p>${details?.lots && html`<h2>Lots</h2><table class="grid"><tr class="gridHeader"><th>Lot</th><th>Bids may be made for</th></tr>${details.lots.map((lot) => html`<tr><td>${lot}</td><td>One or more lots</td></tr>`)}</table>`}
${needs.length > 0 && html`<h2>Minimum requirements</h2><ol class="clauses">${needs.map((need) => html`<li>${need}</li>`)}</ol>`}
${
  !isPrior &&
  html`<h2>Key dates</h2><table class="grid">${dates.map(([label, value]) => html`<tr><td>${label}</td><td>${value}</td></tr>`)}</table>
<h2>Documents</h2><table class="grid"><tr class="gridHeader"><th>Name</th><th>Size</th><th>Uploaded</th></tr><tr><td><a href="/etendering/Download.ashx?doc=${notice.id}-1">Invitation to Tender${corrections.length > 0 ? ` (v${corrections.length + 1})` : ""}.pdf</a></td><td>${180 + (notice.id % 90)} KB</td><td>${short(corrections.at(-1)?.at ?? publishedAt)}</td></tr><tr><td><a href="/etendering/Download.ashx?doc=${notice.id}-2">Pricing Schedule.csv</a></td><td>2 KB</td><td>${short(publishedAt)}</td></tr></table>`
}
${standingOf(notice, register.now()) === "open" && html`<p><input type="button" value="Express interest" disabled> <a href="/etendering/Account/Login.aspx?ReturnUrl=TID${notice.id}">Log in to express an interest</a></p>`}
${others.length > 0 && html`<div class="box related"><h4>Other tenders from ${buyer}</h4><ul>${others.map((other) => html`<li><a href="${shires.detailPath(other)}">${other.title}</a> - closes ${short(other.deadline)}</li>`)}</ul></div>`}`,
    register,
  );
}

const guidance = (register: ProcurementRegister) =>
  frame(
    "Guidance for suppliers",
    html`Guidance for suppliers`,
    html`<h1>Guidance for suppliers</h1><p>Tenders must be uploaded before the closing time. Allow at least an hour for large files. The clock of the portal is final.</p>`,
    register,
  );

const paper = (notice: PortalNotice) =>
  tenderPaper(notice, {
    head: "Invitation to Tender",
    scope: "Background and scope",
    term: "Return of tenders",
    demands: "Specification",
    lots: "Lots",
    closing: notice.isPrior ? null : `Tenders are to be returned through the portal by ${inFull(notice.deadline)}.`,
  });

const schedule = ({ reference }: PortalNotice) =>
  csvPaper([
    ["Item", "Unit", "Rate in GBP"],
    ...["Mobilisation", "Year 1", "Year 2", "Year 3"].map((item) => [`${reference} ${item}`, "sum", ""]),
  ]);
