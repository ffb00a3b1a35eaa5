import { html, type Markup, raw } from "../ground/html";
import type { Reply, SiteRequest } from "../ground/start-site";
import { craigmoorDrafts } from "./drafts-craigmoor";
import { awardOf, daysFrom, standingOf } from "./listed-notices";
import type { PortalNotice } from "./notice";
import { tenderPaper } from "./papers";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin } from "./skin";
import { type Visit, visitTo } from "./visits";
import { clockTime, wordDate } from "./wording";

const zone = "Europe/London";
const home = "/notices";
const perPage = 7;
const states = {
  open: "Open for tenders",
  closed: "Closed",
  cancelled: "Cancelled",
  awarded: "Contract awarded",
  prior: "Prior information",
} as const;

/**
 * A register of contracts on a web framework whose pages are made of frames: a list that scrolls without end, since a frame below it fetches the
 * next page, with a further frame at its own end, as soon as it comes into sight; beside it a sidebar of filters with counts, the notices under
 * numbers with their words behind them.
 */
export const craigmoor: Skin = {
  plan: {
    country: "gb",
    zone,
    listed: { firstId: 31_402, drafts: craigmoorDrafts, awarded: "Boundary walls of the old cemetery" },
  },
  listingPath: home,
  detailPath: pathOf,
  answer: (request, register) => {
    const { path } = request;
    if (path === "/") return { status: 302, headers: { location: home }, body: "" };
    if (path === "/assets/application-3f09ac71.js")
      return { body: frames, headers: { "content-type": "text/javascript; charset=utf-8" } };
    const visit = visitTo(register);
    if (path === home) return listing(request, register, visit);
    const [, id, slug, file] = /^\/notices\/(\d+)(-[a-z0-9-]+)?(\/documents\/invitation\.pdf)?$/.exec(path) ?? [];
    const notice = register.find(Number(id));
    if (!notice) return null;
    if (file) return notice.isPrior ? null : paper(notice);
    const own = pathOf(notice);
    if (own !== `${home}/${id}${slug ?? ""}`) return { status: 301, headers: { location: own }, body: "" };
    return { body: frame(notice.title, single(notice, register, visit), register, visit) };
  },
};

function pathOf({ id, title }: Pick<PortalNotice, "id" | "title">): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return `${home}/${id}-${words.slice(0, 6).join("-")}`;
}

const zoneName = (at: Date) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "short" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
/** `Tuesday 15 December 2026 at 12:00 GMT` */
const spoken = (at: Date) =>
  `${wordDate(at, zone, "en-GB", true).replace(",", "")} at ${clockTime(at, zone)} ${zoneName(at)}`;
const day = (at: Date) => wordDate(at, zone, "en-GB", false);

/** What the framework's script does with a frame that is to be loaded when it is seen. */
const frames = `
customElements.define("turbo-frame", class extends HTMLElement {
  connectedCallback() {
    if (!this.getAttribute("src") || this.hasAttribute("complete")) return;
    if (this.getAttribute("loading") !== "lazy") return this.load();
    this.watcher = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) { this.watcher.disconnect(); this.load(); }
    });
    this.watcher.observe(this);
  }
  disconnectedCallback() { if (this.watcher) this.watcher.disconnect(); }
  async load() {
    this.setAttribute("busy", "");
    const reply = await fetch(this.getAttribute("src"), { headers: { "turbo-frame": this.id, accept: "text/html, application/xhtml+xml" } });
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    const own = page.getElementById(this.id);
    this.removeAttribute("busy");
    if (!own) return;
    this.setAttribute("complete", "");
    this.replaceChildren(...Array.from(own.childNodes, (node) => document.importNode(node, true)));
  }
});
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-controller~=autosubmit]");
  if (form) form.requestSubmit();
});
`;

const filtersOf = {
  status: (notice: PortalNotice, now: Date) => standingOf(notice, now) as string,
  category: ({ details }: PortalNotice) => details?.kind ?? "",
  buyer: ({ buyer }: PortalNotice) => buyer,
};
type Filter = keyof typeof filtersOf;
const filterNames = Object.keys(filtersOf) as Filter[];
const legends: Record<Filter, string> = { status: "Status", category: "Category", buyer: "Buyer" };

function listing({ query, headers }: SiteRequest, register: ProcurementRegister, visit: Visit): Reply {
  const now = register.now();
  const all = register.all();
  const hits = all
    .filter((notice) =>
      filterNames.every((name) => {
        const wanted = query.getAll(`${name}[]`);
        return wanted.length === 0 || wanted.includes(filtersOf[name](notice, now));
      }),
    )
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || a.id - b.id);
  const last = Math.max(1, Math.ceil(hits.length / perPage));
  const page = Math.min(last, Math.max(1, Math.trunc(Number(query.get("page"))) || 1));
  const shown = hits.slice((page - 1) * perPage, page * perPage);
  const items = results(visit.turn % 4 === 3 ? [...shown].reverse() : shown, register, visit);
  const next = new URLSearchParams([...query].filter(([name]) => name !== "page"));
  next.set("page", String(page + 1));
  const more =
    page < last &&
    html`<turbo-frame id="notices_page_${page + 1}" src="${home}?${String(next)}" loading="lazy" target="_top"><div class="spinner" role="status">Loading more notices…</div></turbo-frame>`;
  const own = html`<turbo-frame id="notices_page_${page}" target="_top">${items}${more}</turbo-frame>`;
  if (headers["turbo-frame"] === `notices_page_${page}`)
    return { body: html`<html><head></head><body>${own}</body></html>`.markup, headers: { vary: "Turbo-Frame" } };
  const main = html`<h1>Contract notices</h1><p class="count">${hits.length} notices</p><div class="with-sidebar">${sidebar(all, query, now, visit)}<div id="notices" class="results">${own}</div></div>`;
  return { body: frame("Contract notices", main, register, visit) };
}

function sidebar(all: readonly PortalNotice[], query: URLSearchParams, now: Date, visit: Visit): Markup {
  const groups = filterNames.map((name) => {
    const values = [...new Set(all.map((notice) => filtersOf[name](notice, now)))];
    const at = visit.turn % values.length;
    const boxes = [...values.slice(at), ...values.slice(0, at)].map((value) => {
      const count = all.filter((notice) => filtersOf[name](notice, now) === value).length;
      const label = name === "status" ? states[value as keyof typeof states] : value;
      return html`<label class="check"><input type="checkbox" name="${name}[]" value="${value}"${query.getAll(`${name}[]`).includes(value) && raw(" checked")}> ${label} <span class="check__count">${count}</span></label>`;
    });
    return html`<fieldset class="filters__group"><legend>${legends[name]}</legend>${boxes}</fieldset>`;
  });
  return html`<aside class="filters" aria-label="Filters"><form action="${home}" method="get" accept-charset="UTF-8" data-controller="autosubmit" data-turbo-frame="_top">${groups}<button type="submit">Apply filters</button></form></aside>`;
}

function results(shown: readonly PortalNotice[], register: ProcurementRegister, visit: Visit): Markup {
  const entry = (notice: PortalNotice) => {
    const { id, title, buyer, publishedAt, deadline, isPrior } = notice;
    const state = states[standingOf(notice, register.now())];
    const term = isPrior ? "Not yet open" : `Closes ${day(deadline)}`;
    return register.isRedesigned()
      ? html`<section id="notice_${id}" class="tile"><p class="tile__meta"><span class="pill">${state}</span> ${term}</p><h2 class="tile__title"><a href="${pathOf(notice)}">${title}</a></h2><p>${buyer}</p></section>`
      : html`<div class="result" id="notice_${id}"><h2 class="result__title"><a href="${pathOf(notice)}">${title}</a></h2><ul class="result__facts"><li>${buyer}</li><li>${state}</li><li>${term}</li><li>Published ${day(publishedAt)}</li></ul><span class="result__seen">Viewed ${(id + visit.count) % 400} times</span></div>`;
  };
  return html`${shown.map(entry)}`;
}

const hints = [
  "Suppliers' day in Braehead on 20 January",
  "How to read a notice",
  "Living wage: what we ask for",
  "Tell us about late payment",
];

function frame(title: string, main: Markup, register: ProcurementRegister, visit: Visit): string {
  return documentOf(
    `<title>${html`${title}`.markup} - Craigmoor Public Contracts</title><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="csrf-param" content="authenticity_token"><meta name="csrf-token" content="${visit.token}"><meta name="turbo-cache-control" content="no-preview"><link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/application-9c11d0e2.css" data-turbo-track="reload"><style>turbo-frame{display:block}.result,.tile{min-height:9rem}</style><script src="/assets/application-3f09ac71.js" data-turbo-track="reload" defer></script>`,
    html`<div class="hint" data-controller="dismissable"><a href="/help/${(visit.turn % hints.length) + 1}">${hints[visit.turn % hints.length]}</a></div><header class="masthead"><a href="/">Craigmoor Public Contracts</a><nav><a href="${home}">Notices</a> <a href="/suppliers/sign_in">Sign in</a></nav></header><main>${main}</main><footer><p>${visit.count} suppliers are reading notices. Request ${visit.token.slice(0, 10)}. ${clockTime(register.now(), zone)}</p></footer>`,
    "en",
  );
}

function factsOf(notice: PortalNotice, register: ProcurementRegister): [string, string][] {
  const { reference, buyer, details, publishedAt, deadline, isPrior } = notice;
  return [
    ["Buyer", buyer],
    ["Reference number", reference],
    ["Department", details?.unit ?? ""],
    ["Category", details?.kind ?? ""],
    ...(details?.codes ? [["CPV code", details.codes] as [string, string]] : []),
    ...(details?.value ? [["Value", `${details.value} excluding VAT`] as [string, string]] : []),
    ["Date of publication", day(publishedAt)],
    ...(isPrior
      ? ([["Estimated date of the contract notice", day(deadline)]] as [string, string][])
      : ([
          ["Clarification questions until", spoken(daysFrom(deadline, -8, 12, zone))],
          ["Deadline for receipt of tenders", spoken(deadline)],
        ] as [string, string][])),
    ["Status", states[standingOf(notice, register.now())]],
  ];
}

const events = { deadline: "Deadline changed", need: "Requirement amended" };
const turns = {
  awarded: "Contract awarded",
  cancelled: "Procurement cancelled",
  closed: "Closed to tenders",
  open: "Reopened",
};

function single(notice: PortalNotice, register: ProcurementRegister, visit: Visit): Markup {
  const { title, summary, needs, corrections, status, isPrior } = notice;
  const facts = factsOf(notice, register);
  const list = register.isRedesigned()
    ? html`<dl class="summary-list">${facts.map(([label, value]) => html`<div class="summary-list__row"><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
    : html`<div class="facts">${facts.map(([label, value]) => html`<div class="fact"><h3 class="fact__label">${label}</h3><p class="fact__value">${value}</p></div>`)}</div>`;
  const others = register.all();
  const near = [0, 1, 2].map((step) => others[(visit.turn + step * 4) % others.length] as PortalNotice);
  return html`<nav class="crumbs"><a href="${home}">Notices</a></nav><h1>${title}</h1><p class="lede">${summary}</p>${list}${needs.length > 0 && html`<h2>Requirements</h2><ol class="needs">${needs.map((need) => html`<li>${need}</li>`)}</ol>`}${!isPrior && html`<h2>Documents</h2><ul class="attachments"><li><a href="${pathOf(notice)}/documents/invitation.pdf">Invitation and specification</a> (PDF)</li></ul>`}${(corrections.length > 0 || status === "awarded") && html`<h2>What has changed</h2><table class="log"><tbody>${corrections.map(({ at, what, was }) => html`<tr><td>${day(at)}</td><td>${what === "status" ? turns[status] : events[what]}</td><td>${was && `Previously ${spoken(was)}`}</td></tr>`)}${status === "awarded" && html`<tr><td>${day(awardOf(notice, zone))}</td><td>Award decided</td><td></td></tr>`}</tbody></table>`}
<aside class="near"><h2>Others have looked at</h2><ul>${near.map((one) => html`<li><a href="${pathOf(one)}">${one.title}</a></li>`)}</ul><p>${visit.count} views this week</p></aside>`;
}

const paper = (notice: PortalNotice) =>
  tenderPaper(notice, {
    head: "Invitation to tender",
    scope: "Specification",
    term: "Receipt of tenders",
    demands: "Requirements",
    lots: "Lots",
    closing: `Tenders must be received by ${spoken(notice.deadline)}.`,
  });
