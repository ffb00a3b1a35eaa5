import { dateWithTime, isoWithOffset } from "../ground/dates";
import { html, type Markup, page, raw } from "../ground/html";
import { type Reply, type Site, type SiteOptions, type SiteRequest, startSite } from "../ground/start-site";
import { slice } from "../portal/pages";
import { openRegister, type PortalChange, type Register, type RegisterSize } from "../portal/register";
import type { Tender } from "../portal/tender";

export interface EndlessSite extends Site<PortalChange> {
  register: Register;
}

/**
 * Lists without page numbers: `/more` has a button that loads the next ten, `/scroll` loads them when its end comes into sight.
 * Both fetch pieces of HTML from `/part?page=N`.
 */
export async function startEndlessSite(options: SiteOptions & RegisterSize = {}): Promise<EndlessSite> {
  const register = openRegister(options.now ?? new Date(), options);
  const site = await startSite<PortalChange>(options, (request) => answer(request, register), register.change);
  return { ...site, register };
}

function answer({ path, query }: SiteRequest, register: Register): Reply {
  const { shown, number, count } = slice(register.listed(), Number(query.get("page")), register);
  const next = number < count ? `/part?page=${number + 1}` : null;
  if (path === "/part")
    return { headers: { "content-type": "text/html; charset=utf-8", "x-next": next ?? "" }, body: items(shown).markup };
  if (path === "/" || path === "/more") {
    const button = next && html`<p><button id="load-more" data-url="${next}">Load more</button></p>`;
    return {
      body: frame(html`<ol id="list">${items(shown)}</ol>${button}${raw(`<script>${loadMoreScript}</script>`)}`),
    };
  }
  if (path === "/scroll") {
    const end = next && html`<div id="end" class="infinite-scroll" data-next-url="${next}"></div>`;
    return { body: frame(html`<ol id="list">${items(shown)}</ol>${end}${raw(`<script>${scrollScript}</script>`)}`) };
  }
  const tender = register.find(path.slice("/tenders/".length));
  if (!tender) return { status: 404, body: frame(html`<h1>Not found</h1>`) };
  return { body: frame(html`<h1>${tender.title}</h1><p>${tender.buyer}</p><p>${tender.summary}</p>`) };
}

function items(tenders: Tender[]): Markup {
  return html`${tenders.map(
    (
      tender,
    ) => html`<li class="entry"><h2><a href="/tenders/${tender.slug}">${tender.title}</a></h2><p>Buyer: ${tender.buyer}</p>
<p>Deadline: <time datetime="${isoWithOffset(tender.deadline)}">${dateWithTime(tender.deadline)}</time></p></li>`,
  )}`;
}

function frame(main: Markup): string {
  return page({
    title: "Calls",
    siteName: "Saltgate Calls",
    tagline: "Scroll on",
    nav: [
      { text: "With a button", href: "/more" },
      { text: "By scrolling", href: "/scroll" },
    ],
    accent: "#2c6e8f",
    main,
  });
}

const fetchPart = `async function fetchPart(url) {
  const reply = await fetch(url);
  document.getElementById("list").insertAdjacentHTML("beforeend", await reply.text());
  return reply.headers.get("x-next");
}`;

const loadMoreScript = `${fetchPart}
const button = document.getElementById("load-more");
button?.addEventListener("click", async () => {
  const next = await fetchPart(button.dataset.url);
  if (next) button.dataset.url = next; else button.remove();
});`;

const scrollScript = `${fetchPart}
const end = document.getElementById("end");
let isLoading = false;
if (end) new IntersectionObserver(async (entries, observer) => {
  if (isLoading || !entries.some((entry) => entry.isIntersecting)) return;
  isLoading = true;
  const next = await fetchPart(end.dataset.nextUrl);
  isLoading = false;
  if (next) { end.dataset.nextUrl = next; observer.unobserve(end); observer.observe(end); } else { observer.disconnect(); end.remove(); }
}).observe(end);`;
