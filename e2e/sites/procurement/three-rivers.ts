import { html, type Markup, raw } from "../ground/html";
import { riversDrafts } from "./drafts-rivers";
import { daysFrom, standingOf } from "./listed-notices";
import type { PortalNotice } from "./notice";
import { tenderPaper } from "./papers";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin } from "./skin";
import { distance } from "./wording";

const zone = "America/Chicago";
const home = "/portal/three-rivers";
const perPage = 6;
const pills = {
  open: "Open",
  closed: "Pending",
  cancelled: "Canceled",
  awarded: "Awarded",
  prior: "Upcoming",
} as const;

/**
 * A purchasing portal of the kind that cities rent: server-rendered components with hashed class names, cards with relative dates whose
 * instant stands in a tooltip only, departments as filters, and a project page in tabs, each with an address of its own.
 */
export const threeRivers: Skin = {
  plan: { country: "us", zone, listed: { firstId: 214_306, drafts: riversDrafts } },
  listingPath: home,
  detailPath: ({ id }) => `${home}/projects/${id}`,
  answer: ({ path, query }, register) => {
    if (path === "/" || path === home) return { body: listing(register, query) };
    const [, id, file] = /^\/portal\/three-rivers\/projects\/(\d+)(\/attachments\/[a-z-]+\.pdf)?$/.exec(path) ?? [];
    const notice = register.find(Number(id));
    if (!notice) return null;
    if (file) return notice.isPrior ? null : paper(notice);
    const tab = query.get("tab") ?? "overview";
    return { body: project(notice, register, tab, (panels[tab] ?? overview)(notice, register)) };
  },
};

const format = (at: Date, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-US", { timeZone: zone, ...options }).format(at).replaceAll("\u202f", " ");
/** `Dec 11, 2026, 2:00 PM CST` */
const exact = (at: Date) =>
  format(at, {
    month: "short",
    day: "numeric",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  });
const dateOnly = (at: Date) => format(at, { month: "long", day: "numeric", year: "numeric" });
/** `Friday, December 11, 2026 2:00 pm` */
const spoken = (at: Date) =>
  `${format(at, { weekday: "long" })}, ${dateOnly(at)} ${format(at, { hour: "numeric", minute: "2-digit" }).toLowerCase()}`;

function ago(from: Date, to: Date): string {
  const words = distance(from, to, zone, "en-US");
  if (words.includes("hour")) return "today";
  if (words === "1 day") return "yesterday";
  const days = Number.parseInt(words, 10);
  return days < 60 ? `${words} ago` : `${Math.round(days / 30)} months ago`;
}

function closing(notice: PortalNotice, now: Date): string {
  const standing = standingOf(notice, now);
  if (standing === "prior") return "Release date to be announced";
  if (standing === "cancelled") return "No longer accepting responses";
  if (standing !== "open") return `Closed ${ago(notice.deadline, now)}`;
  const words = distance(now, notice.deadline, zone, "en-US");
  return words === "1 day" ? "Closes tomorrow" : `Closes in ${words}`;
}

function frame(title: string, main: Markup, register: ProcurementRegister): string {
  const build = register.isRedesigned() ? "q8vK2mXe0aTz1" : "Hn3_7cWfLs9bR";
  return documentOf(
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${html`${title}`.markup} - Three Rivers Cooperative Purchasing</title><link rel="preload" href="/_next/static/css/4be1c0.css" as="style">`,
    html`<div id="__next"><div class="AppShell_root__x1Vg7"><header class="TopBar_bar__k90Qe"><a class="TopBar_brand__Lw2_d" href="${home}">Three Rivers Cooperative Purchasing</a><button class="Button_ghost__0aT5s" type="button" aria-haspopup="menu">Subscribe</button><a class="Button_primary__Yq1bN" href="/login">Log In</a></header>
<div class="AppShell_content__pR3zu">${main}</div><footer class="Footer_root__9mNcb"><span>Powered by a purchasing network of 1,900 agencies</span><a href="/privacy">Privacy Policy</a><a href="/terms">Terms</a><span>© 2026</span></footer></div></div>
${raw(`<div role="region" aria-label="Cookie notice" class="Consent_root__c71Aa"><p>This site uses cookies that are needed for it to work.</p><button type="button">OK</button></div><script id="__NEXT_DATA__" type="application/json">{"page":"/portal/[agency]","query":{"agency":"three-rivers"},"buildId":"${build}","isFallback":false,"gssp":true}</script>`)}`,
    "en",
  );
}

const unitOf = ({ details }: PortalNotice) => details?.unit ?? "";

function listing(register: ProcurementRegister, query: URLSearchParams): string {
  const wanted = query.get("department");
  const everything = register.all();
  const all = everything
    .filter((one) => !wanted || unitOf(one) === wanted)
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
  const count = Math.max(1, Math.ceil(all.length / perPage));
  const number = Math.min(count, Math.max(1, Math.trunc(Number(query.get("page"))) || 1));
  const shown = all.slice((number - 1) * perPage, number * perPage);
  const units = [...new Set(everything.map(unitOf))].sort();
  const at = (page: number) =>
    `${home}?${new URLSearchParams({ ...(wanted ? { department: wanted } : {}), page: String(page) })}`;
  const filters = units.map(
    (unit) =>
      html`<li><a class="${unit === wanted ? "Filter_option__Z2e8w Filter_on__u77Mm" : "Filter_option__Z2e8w"}" href="${home}?${new URLSearchParams({ department: unit }).toString()}"><span>${unit}</span><span class="Filter_count__d0PqK">${everything.filter((one) => unitOf(one) === unit).length}</span></a></li>`,
  );
  const draw = register.isRedesigned() ? row : card;
  return frame(
    "Projects",
    html`<div class="Hero_root__Bb4yA"><h1>Public solicitations</h1><p>Browse projects of the City of Larkspur Falls, Dunmore County and the airport.</p></div>
<div class="Layout_split__7GfVh"><aside class="Filter_panel__q3Loe" aria-label="Filters"><h2>Departments</h2><ul>${filters}</ul>${wanted && html`<a href="${home}">Clear filter</a>`}</aside><section class="${register.isRedesigned() ? "DataList_root__Tn4kk" : "CardGrid_grid__mP28s"}" aria-label="Projects">${shown.map((notice) => draw(notice, register.now()))}</section></div>
<nav class="Pagination_root__eXw5i" aria-label="Pagination">${Array.from({ length: count }, (_, index) => (index + 1 === number ? html`<span aria-current="page" class="Pagination_item__1kAzC">${number}</span>` : html`<a class="Pagination_item__1kAzC" aria-label="Go to page ${index + 1}" href="${at(index + 1)}">${index + 1}</a>`))}${number < count && html`<a class="Pagination_item__1kAzC" rel="next" aria-label="Go to next page" href="${at(number + 1)}"><svg width="16" height="16" aria-hidden="true"></svg></a>`}</nav>`,
    register,
  );
}

function card(notice: PortalNotice, now: Date): Markup {
  const standing = standingOf(notice, now);
  const when =
    standing === "prior"
      ? html`<span>${closing(notice, now)}</span>`
      : html`<time datetime="${notice.deadline.toISOString()}" title="${exact(notice.deadline)}">${closing(notice, now)}</time>`;
  return html`<article class="Card_card__2JxUd"><div class="Card_head__Kc8rY"><span class="Pill_pill__fa0Rt Pill_${standing}__b66Lp">${pills[standing]}</span><span class="Card_kind__vv1sO">${notice.details?.kind}</span></div><h3 class="Card_title__wE5mB"><a href="${threeRivers.detailPath(notice)}">${notice.title}</a></h3><p class="Card_org__oH3qT">${notice.buyer}<br><span class="Card_unit__Ju9sS">${unitOf(notice)}</span></p><div class="Card_foot__N04xx"><span title="${exact(notice.publishedAt)}">Posted ${ago(notice.publishedAt, now)}</span>${when}</div></article>`;
}

function row(notice: PortalNotice, now: Date): Markup {
  return html`<div class="DataList_row__a9Fdd" role="row"><div role="cell" class="DataList_main__yy2Ws"><a href="${threeRivers.detailPath(notice)}">${notice.title}</a><div>${notice.buyer} · ${unitOf(notice)}</div></div><div role="cell">${pills[standingOf(notice, now)]}</div><div role="cell">${closing(notice, now)}</div><div role="cell">Posted ${ago(notice.publishedAt, now)}</div></div>`;
}

function project(notice: PortalNotice, register: ProcurementRegister, tab: string, panel: Markup): string {
  const address = threeRivers.detailPath(notice);
  const standing = standingOf(notice, register.now());
  const tabs: [string, string][] = [
    ["overview", "Overview"],
    ["documents", "Documents"],
    ["questions", "Q&A"],
  ];
  return frame(
    notice.title,
    html`<nav aria-label="Breadcrumb" class="Crumbs_root__4tGhi"><a href="${home}">Projects</a><span>/</span><span>${notice.reference}</span></nav><div class="ProjectHead_root__M1n0p"><span class="Pill_pill__fa0Rt Pill_${standing}__b66Lp">${pills[standing]}</span><h1>${notice.title}</h1><p>${notice.buyer}</p></div>
<div role="tablist" class="Tabs_list__S6ttU">${tabs.map(([name, label]) => html`<a role="tab" aria-selected="${name === tab ? "true" : "false"}" href="${address}${name === "overview" ? "" : `?tab=${name}`}">${label}</a>`)}</div><div role="tabpanel" class="Tabs_panel__gD5vB">${panel}</div>
<aside class="Promo_root__z0Lq4"><h2>Write winning proposals</h2><p>Try the proposal assistant free for 14 days. The offer ends on December 31, 2026.</p><a href="/signup">Start free trial</a></aside>`,
    register,
  );
}

function overview(notice: PortalNotice, register: ProcurementRegister): Markup {
  const { reference, buyer, publishedAt, deadline, summary, needs, details, isPrior } = notice;
  const facts: [string, string][] = [
    ["Project ID", reference],
    ["Organization", buyer],
    ["Department", unitOf(notice)],
    ["Category", details?.codes ?? ""],
    ...(isPrior
      ? [["Anticipated release", dateOnly(deadline)] as [string, string]]
      : [
          ["Release date", dateOnly(publishedAt)] as [string, string],
          ["Question submission deadline", exact(daysFrom(deadline, -6, 17, zone))] as [string, string],
          ["Response submission due", `${spoken(deadline)} (Central)`] as [string, string],
        ]),
  ];
  const grid = register.isRedesigned()
    ? html`<dl class="Facts_dl__kK12w">${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
    : html`<div class="Facts_grid__U8beN">${facts.map(([label, value]) => html`<div class="Facts_cell__1ooPz"><div class="Facts_label__cX9yQ">${label}</div><div class="Facts_value__W3elD">${value}</div></div>`)}</div>`;
  return html`${grid}<h2>Summary</h2><div class="RichText_root__iI7Ru"><p>${summary}</p></div>${needs.length > 0 && html`<h2>Scope and minimum requirements</h2><div class="RichText_root__iI7Ru"><ul>${needs.map((need) => html`<li><p>${need}</p></li>`)}</ul><p>The ${buyer.startsWith("City") ? "City" : "agency"} may waive minor irregularities and reject any or all responses.</p></div>`}`;
}

function addendum({ what, was }: PortalNotice["corrections"][number], notice: PortalNotice): string {
  if (what === "status") return `Project status changed to ${pills[notice.status]}.`;
  if (what === "need") return "Revised requirements have been issued and replace those issued before.";
  return was ? `The response due date of ${exact(was)} no longer applies. See the overview for the new date.` : "";
}

function documents(notice: PortalNotice): Markup {
  const { corrections, isPrior } = notice;
  if (isPrior) return html`<p class="Empty_root__77Pas">No documents have been published.</p>`;
  return html`<h2>Project documents</h2><ul class="Files_list__r2Bxk"><li><a href="${threeRivers.detailPath(notice)}/attachments/solicitation.pdf" download>${notice.reference} Solicitation.pdf</a><span>${140 + (notice.id % 83)} KB</span></li></ul><h2>Addenda &amp; notices</h2>${corrections.length === 0 ? html`<p class="Empty_root__77Pas">None issued.</p>` : corrections.map((one, index) => html`<section class="Addendum_root__Qo0dm"><h3>Addendum #${index + 1}</h3><p>Posted ${exact(one.at)}</p><p>${addendum(one, notice)}</p></section>`)}`;
}

function questions(notice: PortalNotice, register: ProcurementRegister): Markup {
  const answered = daysFrom(notice.publishedAt, 1, 15, zone);
  if (notice.isPrior || answered > register.now())
    return html`<p class="Empty_root__77Pas">No questions have been asked yet.</p>`;
  return html`<ol class="Thread_list__5Ymzz"><li><h3>Submission format</h3><p><b>Question:</b> Will paper copies be accepted at the front desk?</p><p><b>Answer:</b> No. Responses are accepted through the portal only.</p><p>Answered ${exact(answered)}</p></li><li><h3>Incumbent</h3><p><b>Question:</b> Who holds the present contract?</p><p><b>Answer:</b> Please file a records request.</p></li></ol>`;
}

const panels: Record<string, (notice: PortalNotice, register: ProcurementRegister) => Markup> = {
  overview,
  documents,
  questions,
};

const paper = (notice: PortalNotice) =>
  tenderPaper(notice, {
    head: notice.details?.kind ?? "Solicitation",
    scope: "Introduction and Scope",
    term: "Submission of Responses",
    demands: "Requirements",
    lots: "Items",
    closing: `Responses must be received in the portal by ${spoken(notice.deadline)} Central Time.`,
  });
