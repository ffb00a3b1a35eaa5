import { html, type Markup, raw } from "../ground/html";
import { wendleDrafts } from "./drafts-wendle";
import { awardOf, daysFrom, standingOf } from "./listed-notices";
import type { PortalNotice } from "./notice";
import { tenderPaper } from "./papers";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin } from "./skin";
import { type Visit, visitTo } from "./visits";
import { clockTime, slashedDate, spokenHour, wordDate } from "./wording";

const zone = "Europe/London";
const home = "/business/tenders-and-contracts";
const sheetPath = ({ id }: { id: number }) => `/business/tenders-and-contracts/sheet.php?notice=${id}`;
const states = {
  open: "Open",
  closed: "Closed - under evaluation",
  cancelled: "Cancelled",
  awarded: "Awarded",
  prior: "Planned",
} as const;

/**
 * A district council's own page: one table with a row of heading for each department, the number and the title under each other in one cell;
 * each leads to a sheet as it would be printed, with running heads and feet on every page of it.
 */
export const wendle: Skin = {
  plan: {
    country: "gb",
    zone,
    listed: { firstId: 3_108, drafts: wendleDrafts, awarded: "Treasury management advice" },
  },
  listingPath: home,
  detailPath: sheetPath,
  answer: ({ path, query }, register) => {
    if (path === "/") return { status: 302, headers: { location: home }, body: "" };
    const visit = visitTo(register);
    if (path === home) return { body: frame("Tenders and contracts", listing(register, visit), visit) };
    const [, file] = /^\/business\/tenders-and-contracts\/(sheet|specification)\.p(?:hp|df)$/.exec(path) ?? [];
    const notice = register.find(Number(query.get("notice")));
    if (!file || !notice) return null;
    if (file === "specification") return notice.isPrior ? null : specification(notice);
    return { body: register.isRedesigned() ? article(notice, register, visit) : sheet(notice, register, visit) };
  },
};

const quotes = [
  "“The portal was easy to use.” – a supplier from Marlpit",
  "“We won our first contract within a year.” – a firm in Tarn Cross",
  "“Feedback was quick.” – a social enterprise",
];
const hourOf = (at: Date) => (clockTime(at, zone).endsWith(":00") ? spokenHour(at, zone) : clockTime(at, zone, "."));
/** `Monday 14 December 2026 at 12 noon` */
const spoken = (at: Date) => `${wordDate(at, zone, "en-GB", true).replace(",", "")} at ${hourOf(at)}`;
const short = (at: Date) => `${slashedDate(at, zone)} ${clockTime(at, zone)}`;
const byName = (a: string, b: string) => a.localeCompare(b);

function frame(title: string, main: Markup, visit: Visit): string {
  const variant = visit.turn % 2 ? "btn--b" : "btn--a";
  return documentOf(
    `<title>${title} - Wendle District Council</title><meta name="csrf-token" content="${visit.token}">`,
    html`<div id="ccc" class="cookie-bar" role="dialog"><p>We use cookies to make this site work. Some count visits.</p><button class="${variant}">Accept all</button><button>Reject</button></div>
<header><a href="/">Wendle District Council</a><form action="/search" method="post"><input type="hidden" name="_token" value="${visit.token}"><label>Search the site <input name="q"></label><button class="${variant}">Go</button></form><nav><a href="/bins">Bins</a><a href="${home}">Business</a><a href="/planning">Planning</a></nav></header>
<main>${main}</main><aside class="testimonial"><blockquote>${quotes[visit.turn % quotes.length]}</blockquote></aside>
<footer><p>Page ${visit.token.slice(0, 6)} served to visitor ${40_000 + visit.count}. © Wendle District Council 2026</p></footer>`,
    "en-GB",
  );
}

function listing(register: ProcurementRegister, visit: Visit): Markup {
  const all = register.all().sort((a, b) => a.deadline.getTime() - b.deadline.getTime() || a.id - b.id);
  const units = [...new Set(all.map(({ details }) => details?.unit ?? ""))].sort(byName);
  const inUnit = (unit: string) => all.filter(({ details }) => details?.unit === unit);
  const facts = (notice: PortalNotice) => ({
    closes: notice.isPrior ? "To be announced" : short(notice.deadline),
    state: states[standingOf(notice, register.now())],
  });
  const intro = html`<h1>Tenders and contracts</h1><p>Contracts that the Council offers now, has offered or means to offer, by department.</p><p class="meta">Updated ${2 + (visit.turn % 9)} minutes ago</p>`;
  if (register.isRedesigned())
    return html`${intro}${units.map((unit) => html`<details open class="accordion"><summary><h2>${unit}</h2></summary><ul class="contract-list">${inUnit(unit).map((notice) => html`<li><h3><a href="${sheetPath(notice)}">${notice.title}</a></h3><p>Reference ${notice.reference}</p><p><strong>${facts(notice).state}</strong>, closing ${facts(notice).closes}</p></li>`)}</ul></details>`)}`;
  const row = (notice: PortalNotice, index: number) =>
    html`<tr class="${index % 2 ? "even" : "odd"}"><td>${notice.reference}<br><a href="${sheetPath(notice)}">${notice.title}</a></td><td>${facts(notice).closes}</td><td>${facts(notice).state}</td></tr>`;
  return html`${intro}<table class="contracts" summary="Contracts by department"><thead><tr><th>Contract</th><th>Closing date</th><th>Status</th></tr></thead><tbody>${units.map((unit) => html`<tr class="subhead"><td colspan="3"><strong>${unit}</strong></td></tr>${inUnit(unit).map(row)}`)}</tbody></table>`;
}

function factsOf(notice: PortalNotice, register: ProcurementRegister): [string, string][] {
  const { buyer, reference, details, deadline, publishedAt, isPrior } = notice;
  return [
    ["Contracting authority", buyer],
    ["Reference", reference],
    ["Department", details?.unit ?? ""],
    ["Procedure", isPrior ? "Prior information" : (details?.kind ?? "")],
    ...(details?.value ? [["Estimated value", details.value] as [string, string]] : []),
    ["Published", wordDate(publishedAt, zone, "en-GB", false)],
    isPrior
      ? ["Expected to begin", wordDate(deadline, zone, "en-GB", false)]
      : ["Tenders to be received by", spoken(deadline)],
    ...(isPrior ? [] : [["Questions by", spoken(daysFrom(deadline, -5, 17, zone))] as [string, string]]),
    ["Status", states[standingOf(notice, register.now())]],
  ];
}

function corrected(notice: PortalNotice): Markup {
  const said = {
    deadline: "The time for receipt of tenders has been extended",
    status: notice.status === "awarded" ? "The contract has been awarded" : "The procedure has been discontinued",
    need: "A condition has been amended",
  };
  return html`${notice.corrections.map(({ at, what, was }) => html`<p class="notice-of-change">${wordDate(at, zone, "en-GB", false)}: ${said[what]}${was && ` (formerly ${spoken(was)})`}.</p>`)}${notice.status === "awarded" && html`<p>Awarded on ${wordDate(awardOf(notice, zone), zone, "en-GB", false)} to Fennimore and Daughters.</p>`}`;
}

const paperLink = ({ id, isPrior }: PortalNotice): Markup | false =>
  !isPrior &&
  html`<p>Specification: <a href="/business/tenders-and-contracts/specification.pdf?notice=${id}">specification.pdf</a></p>`;

/** Two pages of paper, drawn on the screen by a report server. */
function sheet(notice: PortalNotice, register: ProcurementRegister, visit: Visit): string {
  const { title, reference, summary, needs } = notice;
  const printed = `${slashedDate(register.now(), zone)} ${clockTime(register.now(), zone)}:${String(visit.second).padStart(2, "0")}`;
  const leaf = (number: number, body: Markup) =>
    html`<div class="page" style="width:210mm;min-height:297mm;page-break-after:always"><div class="running-head"><span>Wendle District Council</span> <span>Contract notice ${reference}</span></div><div class="body">${body}</div><div class="running-foot"><span>Printed ${printed}</span> <span>Page ${number} of 2</span></div></div>`;
  const line = ([label, value]: [string, string]) =>
    html`<div class="ln"><span class="lbl">${label}</span><span class="dots" aria-hidden="true">${" .".repeat(Math.max(3, 30 - label.length))}</span><span class="val">${value}</span></div>`;
  return documentOf(
    `<title>${reference}</title><style>@page{size:A4;margin:0}.page{font:11pt Times}.ln{display:flex}</style>`,
    html`${raw("<!-- ReportServer 2.9 -->")}${leaf(1, html`<div class="crest">WDC</div><div class="h">CONTRACT NOTICE</div><div class="t">${title}</div>${factsOf(notice, register).map(line)}`)}${leaf(2, html`<div class="s">1. Short description</div><p>${summary}</p>${needs.length > 0 && html`<div class="s">2. Conditions</div>${needs.map((need, index) => html`<p>2.${index + 1} ${need}</p>`)}`}${corrected(notice)}${paperLink(notice)}<p class="job">Print job ${visit.token}</p>`)}`,
    "en-GB",
  );
}

function article(notice: PortalNotice, register: ProcurementRegister, visit: Visit): string {
  return frame(
    notice.reference,
    html`<article><h1>${notice.title}</h1><table><tbody>${factsOf(notice, register).map(([label, value]) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`)}</tbody></table>${corrected(notice)}<h2>Short description</h2><p>${notice.summary}</p>${notice.needs.length > 0 && html`<h2>Conditions</h2><ol>${notice.needs.map((need) => html`<li>${need}</li>`)}</ol>`}${paperLink(notice)}<p><a href="${home}">All contracts</a></p></article>`,
    visit,
  );
}

const specification = (notice: PortalNotice) =>
  tenderPaper(notice, {
    head: "Specification",
    scope: "The service",
    term: "Receipt of tenders",
    demands: "Conditions",
    lots: "Lots",
    closing: `Tenders are to be received by ${spoken(notice.deadline)}.`,
  });
