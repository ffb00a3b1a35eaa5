import { html, type Markup } from "../ground/html";
import type { Reply } from "../ground/start-site";
import { fellmarketDrafts } from "./drafts-fellmarket";
import { awardOf, standingOf } from "./listed-notices";
import type { PortalNotice } from "./notice";
import { tenderText } from "./papers";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin } from "./skin";
import { type Visit, visitTo } from "./visits";
import { clockTime, distance, wordDate } from "./wording";

const zone = "Europe/London";
const home = "/opportunities";
const perPage = 5;
const badges = {
  open: "Live",
  closed: "Evaluation",
  cancelled: "Withdrawn by buyer",
  awarded: "Awarded",
  prior: "Pipeline",
};

/**
 * A market that several councils rent: cards that tell how long ago and how long yet, the instant stands on the page of the notice alone;
 * counters of views, promoted cards among the others and a class of an experiment on each button.
 */
export const fellmarket: Skin = {
  plan: {
    country: "gb",
    zone,
    listed: { firstId: 20_300, drafts: fellmarketDrafts, awarded: "Translation of letters into eight languages" },
  },
  listingPath: home,
  detailPath: ({ id }) => `${home}/${id}`,
  answer: ({ path, query }, register) => {
    if (path === "/") return { status: 302, headers: { location: home }, body: "" };
    const visit = visitTo(register);
    if (path === home) return { body: listing(register, Number(query.get("page")), visit) };
    const [, id, file] = /^\/opportunities\/(\d+)(\/itt\.docx)?$/.exec(path) ?? [];
    const notice = register.find(Number(id));
    if (!notice) return null;
    // An address that it had before leads on.
    if (notice.id !== Number(id)) return { status: 301, headers: { location: `${home}/${notice.id}` }, body: "" };
    return file ? invitation(notice) : { body: detail(notice, register, visit) };
  },
};

/** `Wednesday 9 December 2026, 10:00` */
const exact = (at: Date) => `${wordDate(at, zone, "en-GB", true).replace(",", "")}, ${clockTime(at, zone)}`;
const ago = (at: Date, now: Date) => `${distance(at, now, zone, "en-GB")} ago`;

function closing(notice: PortalNotice, now: Date): string {
  const standing = standingOf(notice, now);
  if (standing === "prior") return "Not yet open";
  if (standing === "cancelled") return "Closed early";
  if (standing !== "open") return `Closed ${ago(notice.deadline, now)}`;
  return `Closes in ${distance(now, notice.deadline, zone, "en-GB")}`;
}

const promoted = [
  ["Win more bids", "Our guide for small firms, free for members"],
  ["Need a bid writer?", "Scribe & Co. answer within a day"],
  ["Insure your tender", "Cover from £4 a month"],
] as const;

function frame(title: string, main: Markup, register: ProcurementRegister, visit: Visit): string {
  const arm = visit.turn % 2 ? "exp-cta-green" : "exp-cta-blue";
  return documentOf(
    `<title>${html`${title}`.markup} | Fellmarket</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/build/app.${register.isRedesigned() ? "c41f" : "7be2"}.css">`,
    html`<div class="cookiealert alert mb-0" role="alert">Do you like cookies? We use them to see how Fellmarket is used. <button class="btn ${arm}">I agree</button></div>
<nav class="navbar navbar-expand-lg"><a class="navbar-brand" href="/">Fellmarket</a><ul class="navbar-nav"><li class="nav-item"><a class="nav-link" href="${home}">Opportunities</a></li><li class="nav-item"><a class="nav-link" href="/register">Register</a></li></ul><form action="/login" method="post"><input type="hidden" name="authenticity_token" value="${visit.token}"><button class="btn ${arm}">Sign in</button></form></nav>
<div class="container py-4">${main}</div><footer class="container"><p>${visit.count} suppliers online. Served in ${visit.second} ms.</p><p>Fellmarket is a service of four northern bodies.</p></footer>`,
    "en-GB",
  );
}

function listing(register: ProcurementRegister, wanted: number, visit: Visit): string {
  const all = register.all().sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || a.id - b.id);
  const count = Math.ceil(all.length / perPage);
  const number = Math.min(count, Math.max(1, Math.trunc(wanted) || 1));
  const shown = all.slice((number - 1) * perPage, number * perPage);
  const now = register.now();
  const [lead, text] = promoted[visit.turn % promoted.length] ?? promoted[0];
  const advert = html`<div class="card card-promoted"><small>Sponsored</small><h5 class="card-title"><a href="/out?c=${visit.token}" rel="sponsored nofollow">${lead}</a></h5><p class="card-text">${text}</p></div>`;
  const card = (notice: PortalNotice) =>
    html`<div class="card opportunity ${visit.turn % 2 ? "shadow-sm" : "border-0"}"><div class="card-body"><span class="badge badge-${standingOf(notice, now)}">${badges[standingOf(notice, now)]}</span><h5 class="card-title"><a class="stretched-link" href="${home}/${notice.id}">${notice.title}</a></h5><h6 class="card-subtitle">${notice.buyer}</h6></div><div class="card-footer"><span class="closing">${closing(notice, now)}</span><small class="posted">${ago(notice.publishedAt, now)}</small><small class="views">${visit.count + notice.title.length} views</small></div></div>`;
  const row = (notice: PortalNotice) =>
    html`<a class="list-row" href="${home}/${notice.id}"><strong>${notice.title}</strong><em>${notice.buyer}</em><span>${badges[standingOf(notice, now)]}, ${closing(notice, now).toLowerCase()}</span></a>`;
  const entries = register.isRedesigned()
    ? html`<div class="list">${shown.map(row)}</div>`
    : html`<div class="card-columns">${shown.slice(0, 2).map(card)}${advert}${shown.slice(2).map(card)}</div>`;
  const link = (page: number, name: string) =>
    html`<li class="page-item"><a class="page-link" href="${home}?page=${page}">${name}</a></li>`;
  return frame(
    "Opportunities",
    html`<h1>Opportunities</h1><p class="lead">${all.length} notices, updated ${1 + (visit.turn % 50)} seconds ago</p>${entries}<nav aria-label="Pages"><ul class="pagination">${number > 1 && link(number - 1, "‹")}${Array.from({ length: count }, (_, index) => link(index + 1, String(index + 1)))}${number < count && link(number + 1, "›")}</ul></nav>`,
    register,
    visit,
  );
}

function detail(notice: PortalNotice, register: ProcurementRegister, visit: Visit): string {
  const { title, buyer, reference, deadline, publishedAt, summary, needs, corrections, details } = notice;
  const now = register.now();
  const facts: [string, string][] = [
    ["Buyer", buyer],
    ["Reference", reference],
    ["Category", details?.unit ?? ""],
    ["Route", details?.kind ?? ""],
    ["Status", badges[standingOf(notice, now)]],
    ["Published", exact(publishedAt)],
    ["Deadline", exact(deadline)],
  ];
  const list = register.isRedesigned()
    ? html`<dl class="row">${facts.map(([label, value]) => html`<dt class="col-4">${label}</dt><dd class="col-8">${value}</dd>`)}</dl>`
    : html`<ul class="list-group">${facts.map(([label, value]) => html`<li class="list-group-item"><span class="text-muted">${label}</span> ${value}</li>`)}</ul>`;
  const said = { deadline: "Deadline changed", status: "Status changed", need: "Requirement changed" };
  const news =
    corrections.length > 0 &&
    html`<h2>Updates from the buyer</h2><ul>${corrections.map(({ at, what, was }) => html`<li>${exact(at)}: ${said[what]}${was && `, was ${exact(was)}`}</li>`)}</ul>`;
  const awarded = notice.status === "awarded" && html`<p>Awarded ${exact(awardOf(notice, zone))}.</p>`;
  const alike = register.all().filter((one) => one.id !== notice.id);
  const others = [0, 1, 2].map((step) => alike[(visit.turn + step) % alike.length] as PortalNotice);
  return frame(
    title,
    html`<p><a href="${home}">Back to opportunities</a></p><h1>${title}</h1><p class="text-muted">${closing(notice, now)} · viewed ${visit.count} times today</p>${list}${awarded}<h2>About the contract</h2><p>${summary}</p><h2>What we ask for</h2><ul>${needs.map((need) => html`<li>${need}</li>`)}</ul>${news}<h2>Documents</h2><p><a href="${home}/${notice.id}/itt.docx">Invitation to tender (DOCX)</a></p><form action="${home}/${notice.id}/interest" method="post"><input type="hidden" name="authenticity_token" value="${visit.token}"><button class="btn">Register interest</button></form>
<section class="also"><h3>You may also like</h3>${others.map((one) => html`<p><a href="${home}/${one.id}">${one.title}</a> ${closing(one, now)}</p>`)}</section>`,
    register,
    visit,
  );
}

const invitation = (notice: PortalNotice): Reply =>
  tenderText(notice, {
    head: "Invitation to tender",
    scope: "Scope",
    term: "Deadline",
    demands: "Requirements",
    lots: "Lots",
    closing: `Responses are due by ${exact(notice.deadline)}.`,
  });
