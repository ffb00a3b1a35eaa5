import { html, type Markup, page } from "../ground/html";
import { type Reply, type Site, type SiteOptions, type SiteRequest, startSite } from "../ground/start-site";

export interface TrapsSite extends Site<Record<string, never>> {
  /** The only pages with contents of their own. A crawler that sees them all and little else has done well. */
  truth: string[];
}

const realPages = 30;

/**
 * Thirty real pages amid addresses without end: a calendar that can be turned for ever, an archive whose every page has a next,
 * session ids in addresses, parameters in any order, and relative links that grow deeper at each step.
 */
export async function startTrapsSite(options: SiteOptions = {}): Promise<TrapsSite> {
  let served = 0;
  const firstYear = (options.now ?? new Date()).getUTCFullYear();
  const answer = (request: SiteRequest): Reply => {
    served += 1;
    return { body: frame(bodyOf(request, firstYear, served.toString(36)) ?? html`<h1>Lost</h1>`) };
  };
  const site = await startSite<Record<string, never>>(options, answer, () => {});
  return { ...site, truth: Array.from({ length: realPages }, (_, at) => `/items/${at}`) };
}

function bodyOf({ path, query }: SiteRequest, firstYear: number, session: string): Markup | null {
  if (path === "/")
    return html`<h1>Entrance</h1><ul>${Array.from({ length: realPages }, (_, at) => html`<li><a href="/items/${at}?sid=${session}">Item ${at}</a></li>`)}</ul>
<p><a href="/calendar/${firstYear}/1">Calendar</a> <a href="/archive?page=1">Archive</a> <a href="/list?sort=name&amp;order=up&amp;view=grid">List</a> <a href="/deep/">Deep</a></p>`;
  const item = /^\/items\/(\d{1,3})$/.exec(path);
  if (item) {
    const number = Number(item[1]);
    return number < realPages
      ? html`<h1>Item ${number}</h1><p>Item ${number} weighs ${number * 7 + 3} kilograms and lies on shelf ${number % 6}.</p>
<p><a href="/items/${(number + 1) % realPages}?sid=${session}&amp;ref=item">Next item</a></p>`
      : null;
  }
  const month = /^\/calendar\/(\d{1,6})\/(\d{1,2})$/.exec(path);
  if (month) return calendar(Number(month[1]), Number(month[2]));
  if (path === "/archive") {
    const number = Number(query.get("page")) || 1;
    return html`<h1>Archive</h1><ul>${Array.from({ length: 10 }, (_, at) => html`<li><a href="/items/${at}">Item ${at}</a></li>`)}</ul><a rel="next" href="/archive?page=${number + 1}">Next</a>`;
  }
  if (path === "/list") return sortedList(query);
  if (path.startsWith("/deep/")) return html`<h1>Deep</h1><p>It goes on.</p><a href="further/">Further</a>`;
  return null;
}

function calendar(year: number, month: number): Markup {
  const next = month >= 12 ? `/calendar/${year + 1}/1` : `/calendar/${year}/${month + 1}`;
  const before = month <= 1 ? `/calendar/${year - 1}/12` : `/calendar/${year}/${month - 1}`;
  return html`<h1>${year}, month ${month}</h1><p>Nothing is planned.</p><p><a href="${before}">Month before</a> <a href="${next}">Month after</a></p>
<p>${Array.from({ length: 28 }, (_, day) => html`<a href="/calendar/${year}/${month}?day=${day + 1}">${day + 1}</a> `)}</p>`;
}

/** Eight parameters' worth of links to the same ten items: each order of the parameters is another address. */
function sortedList(query: URLSearchParams): Markup {
  const names = ["sort", "order", "view"].filter((name) => query.has(name));
  const orders = [names, [...names].reverse(), [...names.slice(1), ...names.slice(0, 1)]];
  const links = orders.map((order, at) => {
    const parameters = new URLSearchParams(order.map((name) => [name, query.get(name) ?? ""]));
    return html`<a href="/list?${parameters.toString()}">Order ${at}</a> `;
  });
  return html`<h1>List</h1><ul>${Array.from({ length: 10 }, (_, at) => html`<li><a href="/items/${at}">Item ${at}</a></li>`)}</ul><p>${links}</p>`;
}

function frame(main: Markup): string {
  return page({
    title: "Store",
    siteName: "The Endless Store",
    nav: [{ text: "Entrance", href: "/" }],
    accent: "#555",
    main,
  });
}
