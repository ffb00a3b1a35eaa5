import { html, type Markup, raw } from "../ground/html";
import type { SiteRequest } from "../ground/start-site";
import { palisadeDrafts } from "./drafts-palisade";
import { awardOf, daysFrom, standingOf } from "./listed-notices";
import type { PortalNotice } from "./notice";
import { tenderPaper } from "./papers";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin } from "./skin";
import { type Visit, visitTo } from "./visits";
import { americanDate } from "./wording";

const zone = "America/Denver";
const home = "/apps/Router/PublicEvent";
const perPage = 5;
const states = {
  open: "Open",
  closed: "Closed",
  cancelled: "Canceled",
  awarded: "Awarded",
  prior: "Upcoming",
} as const;

/**
 * A university's sourcing events on a suite for purchasing: a table of two columns whose second one holds the title and, row below row, labels
 * with their values; pages are turned by a choice of numbers and its button; an event opens in a window of its own, there panels that fold,
 * papers and answered questions in tables, and how long one may yet bid.
 */
export const palisade: Skin = {
  plan: {
    country: "us",
    zone,
    listed: { firstId: 118_004, drafts: palisadeDrafts, awarded: "Dining Hall Point of Sale" },
  },
  listingPath: `${home}?CustomerOrg=Palisade`,
  detailPath: ({ id }) => `/apps/Router/SourcingEvent?CustomerOrg=Palisade&DocId=${id}`,
  answer: (request, register) => {
    const { path, query } = request;
    if (path === "/") return { status: 302, headers: { location: palisade.listingPath }, body: "" };
    const visit = visitTo(register);
    if (path === home) return { body: listing(request, register, visit) };
    const notice = register.find(Number(query.get("DocId")));
    if (!notice) return null;
    if (path === "/apps/Router/SourcingEvent") return { body: event(notice, register, visit) };
    if (path === "/apps/Router/EventPdf" && !notice.isPrior) return paper(notice);
    return null;
  },
};

const zoneName = (at: Date) =>
  new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "short" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
/** `12/8/2026 2:00 PM MST` */
const stamp = (at: Date) => `${americanDate(at, zone, true).replace(/:00 (?=[AP]M)/, " ")} ${zoneName(at)}`;
const pdf = ({ id }: PortalNotice, part: number) =>
  `/apps/Router/EventPdf?CustomerOrg=Palisade&DocId=${id}&Part=${part}`;
const rowOf = (label: string, value: Markup | string) =>
  html`<div class="phx data-row"><div class="phx data-row-label">${label}</div><div class="phx data-row-value">${value}</div></div>`;

function frame(title: string, main: Markup, visit: Visit): string {
  return documentOf(
    `<title>${html`${title}`.markup}</title><link rel="icon" href="data:,"><meta name="phx-csrf" content="${visit.token}"><script>document.documentElement.dataset.tmstmp="${visit.token}";</script>`,
    html`<div id="PHX_HEADER"><a href="/">University of Palisade</a> <span>Supplier Registration and Public Events</span><ul class="phx nav"><li><a href="${palisade.listingPath}">Public Events</a></li><li><a href="/apps/Router/SupplierLogin?CustomerOrg=Palisade&amp;tmstmp=${visit.token}">Log in</a></li></ul></div><div id="PHX_CONTENT" role="main">${main}</div><div class="phx footer">Your session will expire in ${14 - (visit.turn % 3)}:${String(visit.second).padStart(2, "0")} minutes. Node app${visit.turn % 4}, ${visit.count} ms.</div>`,
    "en-US",
  );
}

function listing({ query }: SiteRequest, register: ProcurementRegister, visit: Visit): string {
  const all = register.all().sort((a, b) => a.deadline.getTime() - b.deadline.getTime() || a.id - b.id);
  const count = Math.max(1, Math.ceil(all.length / perPage));
  const page = Math.min(count, Math.max(1, Math.trunc(Number(query.get("PageNum"))) || 1));
  const shown = all.slice((page - 1) * perPage, page * perPage);
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const turns = html`<form method="get" action="${home}" class="phx paging"><input type="hidden" name="CustomerOrg" value="Palisade"><span>${(page - 1) * perPage + 1}-${(page - 1) * perPage + shown.length} of ${all.length} Results</span> <label for="pg">Page</label> <select id="pg" name="PageNum" onchange="this.form.submit()">${numbers.map((number) => html`<option value="${number}"${number === page && raw(" selected")}>${number}</option>`)}</select> of ${count} <button type="submit" class="phx btn">Go</button></form>`;
  const rows = shown.map((notice) => (register.isRedesigned() ? card(notice, register) : row(notice, register)));
  const table = register.isRedesigned()
    ? html`<ul class="event-list">${rows}</ul>`
    : html`<table class="phx table-striped"><thead><tr><th scope="col">Status</th><th scope="col">Details</th></tr></thead><tbody>${rows}</tbody></table>`;
  return frame("Public Events", html`<h1>Public Events</h1>${turns}${table}`, visit);
}

function factsInList(notice: PortalNotice): [string, string][] {
  const { isPrior, publishedAt, deadline, details, reference, buyer } = notice;
  return [
    ["Campus", buyer],
    ...(isPrior
      ? ([["Estimated Open", stamp(deadline)]] as [string, string][])
      : ([
          ["Open", stamp(publishedAt)],
          ["Close", stamp(deadline)],
        ] as [string, string][])),
    ["Type", details?.kind ?? ""],
    ["Number", reference],
    ["Contact", details?.unit ?? ""],
  ];
}

function link(notice: PortalNotice): Markup {
  const path = palisade.detailPath(notice);
  return html`<a class="phx link" href="${path}" target="_blank" onclick="window.open(this.href,'event','width=1024,height=768,scrollbars=yes');return false;">${notice.title}</a>`;
}

function row(notice: PortalNotice, register: ProcurementRegister): Markup {
  const state = states[standingOf(notice, register.now())];
  return html`<tr><td class="phx status"><span class="phx badge badge-${state.toLowerCase()}">${state}</span></td><td><div class="phx data-row">${link(notice)}</div>${factsInList(notice).map(([label, value]) => rowOf(label, value))}${!notice.isPrior && rowOf("Details", html`<a href="${pdf(notice, 1)}">View as PDF</a>`)}</td></tr>`;
}

function card(notice: PortalNotice, register: ProcurementRegister): Markup {
  return html`<li class="event-card"><div class="event-card__head">${link(notice)} <em>${states[standingOf(notice, register.now())]}</em></div><dl class="event-card__facts">${factsInList(notice).map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl></li>`;
}

const panel = (title: string, body: Markup, isOpen: boolean, index: number) =>
  html`<div class="phx panel"><h2 class="phx panel-heading"><button type="button" aria-expanded="${isOpen ? "true" : "false"}" aria-controls="panel-${index}">${title}</button></h2><div id="panel-${index}" class="phx panel-body collapse${isOpen && " in"}">${body}</div></div>`;

const said = { deadline: "Close date extended", status: "Status changed", need: "Requirements revised" };

function timeLeft(at: Date, now: Date, visit: Visit): string {
  const minutes = Math.floor((at.getTime() - now.getTime()) / 60_000);
  return `${Math.floor(minutes / 1440)} days, ${Math.floor((minutes % 1440) / 60)} hours, ${visit.second} minutes`;
}

function event(notice: PortalNotice, register: ProcurementRegister, visit: Visit): string {
  const { title, summary, needs, corrections, deadline, publishedAt, isPrior, reference, buyer, details } = notice;
  const standing = standingOf(notice, register.now());
  const facts: [string, string][] = [
    ["Event Number", reference],
    ["Event Type", details?.kind ?? ""],
    ["Organization", buyer],
    ["Department", details?.unit ?? ""],
    ["Status", states[standing]],
    ...(isPrior
      ? ([["Estimated Open Date", stamp(deadline)]] as [string, string][])
      : ([
          ["Open Date", stamp(publishedAt)],
          ["Q&A Close Date", stamp(daysFrom(deadline, -4, 12, zone))],
          ["Close Date", stamp(deadline)],
        ] as [string, string][])),
    ["Version", String(1 + corrections.filter(({ what }) => what !== "status").length)],
    ...(standing === "awarded" ? ([["Award Date", stamp(awardOf(notice, zone))]] as [string, string][]) : []),
  ];
  const list = register.isRedesigned()
    ? html`<table class="facts"><tbody>${facts.map(([label, value]) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`)}</tbody></table>`
    : html`${facts.map(([label, value]) => rowOf(label, value))}`;
  const papers = html`<table class="phx table"><thead><tr><th>File Name</th><th>Size</th><th>Uploaded</th></tr></thead><tbody><tr><td><a href="${pdf(notice, 1)}">${reference} Event Document.pdf</a></td><td>${180 + (notice.id % 90)} KB</td><td>${stamp(publishedAt)}</td></tr></tbody></table>`;
  const answers = html`<table class="phx table"><thead><tr><th>Question</th><th>Answer</th></tr></thead><tbody><tr><td>May we visit the campus before the bid?</td><td>Please write to the contact of this event.</td></tr></tbody></table>`;
  const history = corrections.map(
    ({ at, what, was }) => html`<li>${stamp(at)}: ${said[what]}${was && html` (previously ${stamp(was)})`}</li>`,
  );
  const panels = [
    panel("Description", html`<p>${summary}</p>`, true, 1),
    needs.length > 0 && panel("Requirements", html`<ul>${needs.map((need) => html`<li>${need}</li>`)}</ul>`, false, 2),
    !isPrior && panel("Buyer Attachments", papers, false, 3),
    !isPrior && panel("Questions and Answers", answers, false, 4),
    history.length > 0 && panel("Amendments", html`<ol>${history}</ol>`, false, 5),
  ];
  const left =
    standing === "open" &&
    html`<p class="phx countdown">Time left to bid: ${timeLeft(deadline, register.now(), visit)}</p>`;
  return frame(
    `${title} - Public Event`,
    html`<h1>${title}</h1>${left}<div class="phx summary">${list}</div>${panels}<button type="button" onclick="window.close()">Close Window</button>`,
    visit,
  );
}

const paper = (notice: PortalNotice) =>
  tenderPaper(notice, {
    head: "Sourcing Event",
    scope: "Description",
    term: "Closing",
    demands: "Requirements",
    lots: "Lots",
    closing: `Responses are due ${stamp(notice.deadline)}.`,
  });
