import { html, type Markup, raw } from "../ground/html";
import type { PortalNotice } from "./notice";
import type { ProcurementRegister } from "./register";
import { documentOf, idIn, type Skin, sliceOf } from "./skin";
import { americanDate, distance } from "./wording";

const zone = "America/New_York";

/** A bid aggregator: cards with relative dates and a state badge, no number in the list, labels and values as a grid of boxes. */
export const bidmarket: Skin = {
  plan: { country: "us", half: "first", zone },
  listingPath: "/public/solicitations/open",
  detailPath: ({ id }) => `/public/solicitation/${id}/view`,
  answer: ({ path, query }, register) => {
    if (path === "/" || path === "/public/solicitations/open")
      return { body: listing(register, Number(query.get("pageNumber"))) };
    const notice = path.startsWith("/public/solicitation/") ? register.find(idIn(path)) : undefined;
    return notice ? { body: detail(notice, register) } : null;
  },
};

function frame(title: string, main: Markup): string {
  return documentOf(
    `<title>${html`${title}`.markup} | BidMarket</title>`,
    html`<div id="skip"><a href="#content">Skip to content</a></div>
<header><a href="/">BidMarket</a><ul class="menu"><li><a href="/public/solicitations/open">Solicitations</a></li><li><a href="/vendors/register">Register free</a></li><li><a href="/login">Log in</a></li></ul></header>
<div id="content" role="main">${main}</div>
<footer><ul><li><a href="/terms">Terms of use</a></li><li><a href="/privacy">Privacy</a></li><li><a href="/help">Help for suppliers</a></li></ul><p>© BidMarket. All bids are invented.</p></footer>
<div class="cookie-banner" role="dialog">We use cookies to give you a better bid. <button>Accept all</button> <button>Reject</button></div>`,
    "en-US",
  );
}

function listing(register: ProcurementRegister, wanted: number): string {
  const { shown, number, count, total } = sliceOf(register, wanted);
  const turn = (at: number, text: string) =>
    html`<a class="mets-pagination-page" href="/public/solicitations/open?pageNumber=${at}">${text}</a>`;
  return frame(
    "Open solicitations",
    html`<h1>Solicitations</h1><form action="/public/solicitations/open"><input name="keywords" placeholder="Keyword"><button>Search</button></form>
<p class="count">${total} results</p>
<div class="results">${shown.map((notice) => (register.isRedesigned() ? row(notice, register) : card(notice, register)))}</div>
<div class="pagination">${number > 1 && turn(number - 1, "‹")}${Array.from({ length: count }, (_, index) => turn(index + 1, String(index + 1)))}${number < count && html`<a class="next" href="/public/solicitations/open?pageNumber=${number + 1}">Next ›</a>`}</div>`,
  );
}

const closing = ({ status, deadline }: PortalNotice, now: Date): string => {
  if (status === "cancelled") return "Canceled";
  if (status === "awarded") return "Awarded";
  return deadline > now
    ? `${distance(now, deadline, zone, "en-US") === "1 day" ? "Closes in 1 day" : `Closes in ${distance(now, deadline, zone, "en-US")}`}`
    : `Closed ${distance(deadline, now, zone, "en-US")} ago`;
};

function card(notice: PortalNotice, register: ProcurementRegister): Markup {
  const now = register.now();
  return html`<div class="solicitation-card">
<div class="card-top"><span class="badge badge-location">Tamarack</span><span class="posted">Posted ${distance(notice.publishedAt, now, zone, "en-US")} ago</span></div>
<h3 class="card-title"><a href="${bidmarket.detailPath(notice)}">${notice.title}</a></h3>
<p class="agency">${notice.buyer}</p>
<p class="snippet">${notice.summary}</p>
<div class="card-bottom"><i class="icon-clock" aria-hidden="true"></i><span class="closing">${closing(notice, now)}</span> <a class="more" href="${bidmarket.detailPath(notice)}">View bid</a></div>
</div>`;
}

function row(notice: PortalNotice, register: ProcurementRegister): Markup {
  const now = register.now();
  return html`<section class="list-row"><a class="list-row__name" href="${bidmarket.detailPath(notice)}"><strong>${notice.title}</strong></a>
<ul><li>${notice.buyer}</li><li>${closing(notice, now)}</li><li>Posted ${distance(notice.publishedAt, now, zone, "en-US")} ago</li></ul><div>${notice.summary}</div></section>`;
}

function detail(notice: PortalNotice, register: ProcurementRegister): string {
  const season = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "short" }).formatToParts(
    notice.deadline,
  );
  const letters = season.find(({ type }) => type === "timeZoneName")?.value ?? "";
  const status = { open: "Open", closed: "Closed", cancelled: "Canceled", awarded: "Awarded" }[notice.status];
  const facts: [string, string][] = [
    ["Reference Number", notice.reference],
    ["Issuing Organization", notice.buyer],
    ["Solicitation Type", "Request for Proposal (Formal)"],
    ["Location", "Tamarack, United States"],
    ["Bid Status", status],
    ["Publication Date", americanDate(notice.publishedAt, zone)],
    ["Closing Date", `${americanDate(notice.deadline, zone)} ${letters}`],
    ["Prebid Conference", "No"],
  ];
  const grid = register.isRedesigned()
    ? html`<table class="summary"><tbody>${facts.map(([label, value]) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`)}</tbody></table>`
    : html`<div class="fields">${facts.map(([label, value]) => html`<div class="mets-field"><span class="mets-field-label">${label}</span><div class="mets-field-body"><p>${value}</p></div></div>`)}</div>`;
  return frame(
    notice.title,
    html`<p><a href="/public/solicitations/open">Back to results</a></p><h1>${notice.title}</h1>
${notice.status === "cancelled" && html`<div class="alert">This solicitation has been canceled by the issuing organization.</div>`}
${raw("<h2>Basic information</h2>")}${grid}<h2>Description</h2><div class="description"><p>${notice.summary}</p>${notice.needs.map((need) => html`<p>${need}</p>`)}</div>
<div class="promo"><h2>Stay ahead</h2><p>Register to be told of bids like this one.</p></div>`,
  );
}
