import { html, type Markup, raw } from "../ground/html";
import type { Reply } from "../ground/start-site";
import { northmereDrafts } from "./drafts-northmere";
import { awardOf, daysFrom, standingOf } from "./listed-notices";
import { northmereScript } from "./northmere-script";
import type { PortalNotice } from "./notice";
import { tenderPaper } from "./papers";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin } from "./skin";
import { type Visit, visitTo } from "./visits";
import { clockTime, distance, slashedDate } from "./wording";

const zone = "Europe/London";
const home = "/business/opportunities";
const data = "/jsonapi/node/opportunity";
const script = "/themes/custom/northmere/js/opportunity-finder.js";
const states = {
  open: "Open",
  closed: "Closed",
  cancelled: "Cancelled",
  awarded: "Awarded",
  prior: "Planned",
} as const;

/**
 * A city's site on a content system of nodes that also answers as JSON: a finder in an otherwise whole page fetches all nodes at once and draws
 * cards of them, nine to a page, of which a button without an address turns to the next; cards tell distances ("Closes in 5 days", "Posted
 * yesterday"), the instant stands on the page of the notice, which the server draws field by field.
 */
export const northmere: Skin = {
  plan: {
    country: "gb",
    zone,
    listed: { firstId: 6_118, drafts: northmereDrafts, awarded: "Microfilming of the rate books" },
  },
  listingPath: home,
  detailPath: aliasOf,
  answer: ({ path }, register) => {
    if (path === "/") return { status: 302, headers: { location: home }, body: "" };
    if (path === script)
      return {
        body: northmereScript(register.isRedesigned()),
        headers: { "content-type": "text/javascript; charset=utf-8" },
      };
    const visit = visitTo(register);
    if (path === home) return { body: frame("Opportunities", finder, register, visit) };
    if (path === data) return nodes(register, visit);
    const isFile = path.startsWith("/sites/default/files/");
    const notice = register.all().find((one) => (isFile ? fileOf(one) : aliasOf(one)) === path);
    if (!notice || (isFile && notice.isPrior)) return null;
    return isFile ? paper(notice) : { body: frame(notice.title, node(notice, register, visit), register, visit) };
  },
};

/** Small words are left out, as the system does it. */
function aliasOf({ title }: Pick<PortalNotice, "title">): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return `/opportunity/${words.filter((word) => !["of", "the", "and", "in", "for", "a"].includes(word)).join("-")}`;
}
const fileOf = ({ reference }: Pick<PortalNotice, "reference">) =>
  `/sites/default/files/2026-11/${reference.toLowerCase().replace(/[^a-z0-9]+/g, "_")}_invitation.pdf`;

/** `Fri, 18/12/2026 - 12:00` */
function stamp(at: Date): string {
  const weekday = new Intl.DateTimeFormat("en-GB", { timeZone: zone, weekday: "short" }).format(at);
  return `${weekday}, ${slashedDate(at, zone)} - ${clockTime(at, zone)}`;
}
const time = (at: Date) =>
  html`<time datetime="${at.toISOString().slice(0, 19)}Z" class="datetime">${stamp(at)}</time>`;
/** The zone of the site is that of the world in winter, and no notice closes in summer. */
const zoned = (at: Date) => `${at.toISOString().slice(0, 19)}+00:00`;
const uuid = (id: number) =>
  `${(id * 40_503).toString(16).padStart(8, "0").slice(-8)}-4c1e-4f0a-9d27-${String(id).padStart(12, "0")}`;

function nodes(register: ProcurementRegister, visit: Visit): Reply {
  const all = register.all().sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || a.id - b.id);
  const buyers = [...new Set(all.map(({ buyer }) => buyer))];
  const found = {
    jsonapi: { version: "1.1", meta: { links: { self: { href: "http://jsonapi.org/format/1.1/" } } } },
    data: all.map((notice) => ({
      type: "node--opportunity",
      id: uuid(notice.id),
      attributes: {
        drupal_internal__nid: notice.id,
        title: notice.title,
        path: { alias: aliasOf(notice), pid: notice.id + 900, langcode: "en" },
        field_reference: notice.reference,
        field_state: standingOf(notice, register.now()),
        field_published: zoned(notice.publishedAt),
        field_closes: notice.isPrior ? null : zoned(notice.deadline),
        field_views: (notice.id * 7 + visit.count) % 900,
      },
      relationships: {
        field_buyer: { data: { type: "taxonomy_term--buyer", id: uuid(buyers.indexOf(notice.buyer) + 1) } },
      },
    })),
    included: buyers.map((name, index) => ({
      type: "taxonomy_term--buyer",
      id: uuid(index + 1),
      attributes: { name },
    })),
    meta: { count: all.length, generated: zoned(register.now()), request: visit.token },
  };
  return {
    headers: { "content-type": "application/vnd.api+json", "x-drupal-dynamic-cache": visit.turn % 2 ? "HIT" : "MISS" },
    body: JSON.stringify(found),
  };
}

const finder = html`<div class="views-element-container"><p class="intro">Contracts of the city, the fire authority, the harbour and our neighbours. Nobody has to register to read them.</p><div data-opportunity-finder data-endpoint="${data}?include=field_buyer&amp;sort=-field_published&amp;page%5Blimit%5D=50"><p class="loading" aria-live="polite">Loading opportunities</p></div></div>`;

const campaigns = [
  "Pay your council tax online",
  "Recycle your tree",
  "Become a foster carer",
  "Vote on the new tram's name",
];

function frame(title: string, main: Markup, register: ProcurementRegister, visit: Visit): string {
  const settings = JSON.stringify({
    path: { baseUrl: "/", currentPath: "node/77", currentLanguage: "en" },
    ajaxPageState: { libraries: visit.token, theme: "northmere" },
    user: { uid: 0, permissionsHash: visit.token },
  });
  return documentOf(
    `<meta name="Generator" content="Drupal 11 (https://www.drupal.org)"><meta name="viewport" content="width=device-width, initial-scale=1.0"><title>${html`${title}`.markup} | Northmere City Council</title><link rel="icon" href="data:,"><link rel="stylesheet" media="all" href="/sites/default/files/css/css_${visit.token}.css?delta=0">`,
    html`<a href="#main-content" class="visually-hidden focusable">Skip to main content</a><div class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas><header role="banner"><a href="/" rel="home">Northmere City Council</a><nav role="navigation"><ul class="menu"><li class="menu-item"><a href="/residents" data-drupal-link-system-path="node/12">Residents</a></li><li class="menu-item menu-item--active-trail"><a href="${home}" class="is-active">Opportunities</a></li></ul></nav></header>
<div class="region region-highlighted"><div class="block block-campaign" id="block-campaign"><a href="/campaign/${(visit.turn % campaigns.length) + 1}">${campaigns[visit.turn % campaigns.length]}</a></div></div>
<main role="main"><a id="main-content" tabindex="-1"></a>${title === "Opportunities" && html`<h1 class="page-title">Opportunities</h1>`}${main}</main>
<footer role="contentinfo"><form class="newsletter" method="post" action="/newsletter"><input type="hidden" name="form_build_id" value="form-${visit.token}"><input type="email" name="mail" aria-label="E-mail"><button>Subscribe</button></form><p>${visit.count} people are on this site now. It is ${clockTime(register.now(), zone)}.</p></footer></div>
<script type="application/json" data-drupal-selector="drupal-settings-json">${raw(settings)}</script><script>window.drupalSettings=JSON.parse(document.querySelector("[data-drupal-selector]").textContent)</script><script src="${script}?v=11.2.${register.isRedesigned() ? 4 : 3}"></script>`,
    "en",
  );
}

function field(name: string, label: string, values: readonly (Markup | string)[]): Markup {
  const items = values.map((value) => html`<div class="field__item">${value}</div>`);
  return values.length > 1
    ? html`<div class="field field--name-field-${name} field--label-above"><div class="field__label">${label}</div><div class="field__items">${items}</div></div>`
    : html`<div class="field field--name-field-${name} field--label-inline clearfix"><div class="field__label">${label}</div>${items}</div>`;
}

function factsOf(
  notice: PortalNotice,
  register: ProcurementRegister,
): [name: string, label: string, value: Markup | string][] {
  const { reference, buyer, details, publishedAt, deadline, isPrior } = notice;
  return [
    ["reference", "Reference", reference],
    ["buyer", "Buyer", buyer],
    ["department", "Department", details?.unit ?? ""],
    ["procedure", "Procedure", isPrior ? "Prior information" : (details?.kind ?? "")],
    ...(details?.value ? [["value", "Estimated value", details.value] as [string, string, string]] : []),
    ["place", "Place", details?.place ?? ""],
    ["published", "Published", time(publishedAt)],
    ...(isPrior
      ? ([["expected", "Expected to start", slashedDate(deadline, zone)]] as [string, string, string][])
      : ([
          ["questions", "Questions until", time(daysFrom(deadline, -6, 17, zone))],
          ["closes", "Tenders to be returned by", time(deadline)],
        ] as [string, string, Markup][])),
    ["state", "State", states[standingOf(notice, register.now())]],
  ];
}

const updates = { deadline: "The return date has been changed", need: "A condition has been changed" };
const ends = {
  awarded: "The contract has been awarded",
  cancelled: "The procurement does not go ahead",
  closed: "The procurement has been closed",
  open: "The procurement is open again",
};

function node(notice: PortalNotice, register: ProcurementRegister, visit: Visit): Markup {
  const { id, title, summary, needs, corrections, status, isPrior, deadline, reference } = notice;
  const facts = factsOf(notice, register);
  const list = register.isRedesigned()
    ? html`<div class="layout layout--onecol"><table class="facts"><tbody>${facts.map(([, label, value]) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`)}</tbody></table></div>`
    : html`${facts.map(([name, label, value]) => field(name, label, [value]))}`;
  const left =
    standingOf(notice, register.now()) === "open" &&
    html`<p class="countdown" role="timer">${distance(register.now(), deadline, zone, "en-GB")} left</p>`;
  const others = register.all();
  const related = [1, 2].map((step) => others[(visit.turn * 5 + step) % others.length] as PortalNotice);
  const changes = corrections.map(
    ({ at, what, was }) =>
      html`<div class="paragraph paragraph--type--update"><p>${stamp(at)}: ${what === "status" ? ends[status] : updates[what]}${was && html` (was ${stamp(was)})`}.</p></div>`,
  );
  return html`<article data-history-node-id="${id}" class="node node--type-opportunity node--view-mode-full"><h1 class="page-title"><span class="field field--name-title">${title}</span></h1>${left}<div class="node__content"><div class="clearfix text-formatted field field--name-body"><p>${summary}</p></div>${list}${needs.length > 0 && field("conditions", "Conditions", needs)}${!isPrior && field("documents", "Documents", [html`<span class="file file--mime-application-pdf file--application-pdf"><a href="${fileOf(notice)}" type="application/pdf">Invitation to tender ${reference}.pdf</a></span>`])}${changes.length > 0 && html`<div class="field field--name-field-updates field--label-above"><h2 class="field__label">Updates</h2>${changes}</div>`}${status === "awarded" && html`<p class="award">Awarded on ${slashedDate(awardOf(notice, zone), zone)}.</p>`}</div></article>
<div class="block block-views" data-js-view-dom-id="${visit.token}"><h2>You may also like</h2><ul>${related.map((one) => html`<li><a href="${aliasOf(one)}">${one.title}</a></li>`)}</ul></div>`;
}

const paper = (notice: PortalNotice) =>
  tenderPaper(notice, {
    head: "Invitation to tender",
    scope: "What we need",
    term: "Return of tenders",
    demands: "Conditions",
    lots: "Lots",
    closing: `Tenders are to be returned by ${stamp(notice.deadline)}.`,
  });
