import { dateWithTime, isoWithOffset, longDate } from "../ground/dates";
import { html, type Markup, page, raw } from "../ground/html";
import type { Register } from "./register";
import { poundsText, statusOf, type Tender, tenderCategories } from "./tender";

export const siteName = "Westmarch Public Contracts";

function frame(title: string, main: Markup, head?: Markup): string {
  return page({
    title,
    siteName,
    tagline: "Tenders of councils, hospitals, schools and harbours",
    nav: [
      { text: "Tenders", href: "/tenders" },
      { text: "Search", href: "/search" },
      { text: "Search desk", href: "/desk" },
      { text: "About", href: "/about" },
    ],
    main,
    head: html`<link rel="alternate" type="application/rss+xml" title="New tenders" href="/feed.rss">${head}`,
    footer: html`<p>${siteName} and everybody who buys here are invented. Times are local.
      <a href="/feed.rss">RSS</a> · <a href="/sitemap.xml">Sitemap</a></p>`,
  });
}

export function tenderTable(tenders: Tender[], now: Date): Markup {
  return html`<table class="tenders">
<thead><tr><th>Reference</th><th>Title</th><th>Buyer</th><th>Published</th><th>Deadline</th><th>Value</th><th>Status</th></tr></thead>
<tbody>${tenders.map(
    (tender) => html`
<tr><td>${tender.reference}</td><td><a href="/tenders/${tender.slug}">${tender.title}</a></td><td>${tender.buyer}</td><td>${longDate(
      tender.publishedAt,
    )}</td><td><time datetime="${isoWithOffset(tender.deadline)}">${dateWithTime(tender.deadline)}</time></td><td>${poundsText(
      tender.valuePounds,
    )}</td><td><span class="badge">${statusOf(tender, now)}</span></td></tr>`,
  )}
</tbody></table>`;
}

/** One page of a list, counted from 1, and how many there are. */
export function slice(
  tenders: Tender[],
  wanted: number,
  { pageSize }: Pick<Register, "pageSize">,
): { shown: Tender[]; number: number; count: number } {
  const count = Math.max(1, Math.ceil(tenders.length / pageSize));
  const number = Math.min(count, Math.max(1, Math.trunc(wanted) || 1));
  return { shown: tenders.slice((number - 1) * pageSize, number * pageSize), number, count };
}

export function listingPage(register: Register, wanted: number): string {
  const { shown, number, count } = slice(register.listed(), wanted, register);
  const main = html`<h1>Current tenders</h1>
<p class="soft">${register.listed().length} notices, newest first.</p>
${tenderTable(shown, register.now())}${pager((at) => `/tenders?page=${at}`, number, count)}`;
  const next = number < count && html`<link rel="next" href="/tenders?page=${number + 1}">`;
  return frame(number === 1 ? "Current tenders" : `Current tenders, page ${number}`, main, html`${next}`);
}

function pager(hrefOf: (page: number) => string, number: number, count: number): Markup {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return html`<nav class="pager" aria-label="Pages">
${number > 1 && html`<a rel="prev" href="${hrefOf(number - 1)}">Previous</a>`}
${numbers.map((at) => (at === number ? html`<span class="current" aria-current="page">${at}</span>` : html`<a href="${hrefOf(at)}">${at}</a>`))}
${number < count && html`<a rel="next" href="${hrefOf(number + 1)}">Next</a>`}</nav>`;
}

export function searchPage(register: Register, query: string, category: string, wanted: number): string {
  const found = matching(register.listed(), query, category);
  const { shown, number, count } = slice(found, wanted, register);
  const parameters = (at: number) => `/search?${new URLSearchParams({ q: query, category, page: String(at) })}`;
  return frame(
    "Search",
    html`<h1>Search</h1><form class="search" action="/search" method="get">${searchFields(query, category)}</form>
${found.length === 0 ? html`<p class="notice">Nothing was found.</p>` : tenderTable(shown, register.now())}
${pager(parameters, number, count)}`,
  );
}

/** The kind of page that older frameworks make: every click posts the whole form back, with its state in a hidden field. */
export function deskPage(register: Register, query: string, wanted: number): string {
  const found = matching(register.listed(), query, "");
  const { shown, number, count } = slice(found, wanted, register);
  const state = Buffer.from(JSON.stringify({ query, page: number })).toString("base64");
  const turn = (at: number, text: string) =>
    html`<a href="javascript:__doPostBack('desk$pager','Page$${at}')">${text}</a>`;
  return frame(
    "Search desk",
    html`<h1>Search desk</h1>
<form id="desk" method="post" action="/desk">
<input type="hidden" name="__VIEWSTATE" value="${state}"><input type="hidden" name="__EVENTTARGET" value=""><input type="hidden" name="__EVENTARGUMENT" value="">
<p><input type="search" name="desk$query" value="${query}" aria-label="Words"> <button name="desk$go" value="Search">Search</button></p>
${tenderTable(shown, register.now())}
<div class="pager">${number > 1 && turn(number - 1, "Previous")}<span>Page ${number} of ${count}</span>${number < count && turn(number + 1, "Next")}</div>
</form>
<script>function __doPostBack(target, argument) { const form = document.getElementById("desk"); form.__EVENTTARGET.value = target; form.__EVENTARGUMENT.value = argument; form.submit(); }</script>`,
  );
}

function searchFields(query: string, category: string): Markup {
  return html`<input type="search" name="q" value="${query}" placeholder="Words in title or description" aria-label="Words">
<select name="category" aria-label="Category"><option value="">All categories</option>${tenderCategories.map(
    (one) => html`<option${one === category && raw(" selected")}>${one}</option>`,
  )}</select><button>Search</button>`;
}

export function matching(tenders: Tender[], query: string, category: string): Tender[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return tenders.filter((tender) => {
    const text = `${tender.title} ${tender.buyer} ${tender.summary} ${tender.reference}`.toLowerCase();
    return (category === "" || tender.category === category) && words.every((word) => text.includes(word));
  });
}

export function detailPage(tender: Tender, now: Date): string {
  const status = statusOf(tender, now);
  return frame(
    tender.title,
    html`<p class="soft"><a href="/tenders">Current tenders</a> › ${tender.reference}</p>
<h1>${tender.title}</h1>
${status === "withdrawn" && html`<p class="notice"><strong>Withdrawn.</strong> The buyer has withdrawn this tender.</p>`}
${status === "closed" && html`<p class="notice"><strong>Closed.</strong> Tenders are no longer accepted.</p>`}
<dl class="facts">
<dt>Buyer</dt><dd>${tender.buyer}</dd>
<dt>Reference</dt><dd>${tender.reference}</dd>
<dt>Category</dt><dd>${tender.category}</dd>
<dt>Published</dt><dd><time datetime="${isoWithOffset(tender.publishedAt)}">${longDate(tender.publishedAt)}</time></dd>
<dt>Deadline</dt><dd><time datetime="${isoWithOffset(tender.deadline)}">${dateWithTime(tender.deadline)}</time></dd>
<dt>Estimated value</dt><dd>${poundsText(tender.valuePounds)} without VAT</dd>
<dt>Status</dt><dd>${status}</dd>
</dl>
<h2>Description</h2><p>${tender.summary}</p>
<h2>What the supplier must meet</h2><ul>${tender.requirements.map((text) => html`<li>${text}</li>`)}</ul>
<h2>Documents</h2><ul class="documents">
<li><a href="/documents/${tender.slug}/invitation-to-tender.pdf">Invitation to tender (PDF)</a></li>
<li><a href="/documents/${tender.slug}/price-schedule.csv">Price schedule (CSV)</a></li></ul>
<h2>Contact</h2><p>${tender.contact.name}, <a href="mailto:${tender.contact.email}">${tender.contact.email}</a>, ${tender.contact.phone}</p>
${
  tender.notes.length > 0 &&
  html`<h2>Corrections</h2><ul>${tender.notes.map(({ at, text }) => html`<li>${longDate(at)}: ${text}</li>`)}</ul>`
}`,
  );
}

export function aboutPage(): string {
  return frame(
    "About",
    html`<h1>About this portal</h1><p>Twelve public buyers of the county of Westmarch publish what they want to buy here. Anybody
may read; programs are welcome to follow the feed.</p>`,
  );
}

export function notFoundPage(): string {
  return frame(
    "Not found",
    html`<h1>Not found</h1><p>There is no such page. <a href="/tenders">Current tenders</a></p>`,
  );
}
