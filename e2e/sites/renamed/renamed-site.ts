import { dateWithTime } from "../ground/dates";
import { html, type Markup, page } from "../ground/html";
import { type Reply, type Site, type SiteOptions, type SiteRequest, startSite } from "../ground/start-site";
import { slice } from "../portal/pages";
import { openRegister, type PortalChange, type Register } from "../portal/register";
import { poundsText, type Tender } from "../portal/tender";

export interface RenamedChange extends PortalChange {
  /** 0 as at first; 1 other class names; 2 other elements and wrappers, too; 3 the fields in another order as a table. */
  skin?: 0 | 1 | 2 | 3;
}

export interface RenamedSite extends Site<RenamedChange> {
  register: Register;
}

/** A portal that is rebuilt overnight: the same tenders under the same addresses in other markup. */
export async function startRenamedSite(options: SiteOptions = {}): Promise<RenamedSite> {
  const register = openRegister(options.now ?? new Date());
  let skin = 0;
  const answer = ({ path, query }: SiteRequest): Reply => {
    if (path === "/" || path === "/tenders") {
      const { shown, number, count } = slice(register.listed(), Number(query.get("page")));
      const list = (skins[skin] ?? cards)(shown);
      const next = number < count && html`<p class="pager"><a href="/tenders?page=${number + 1}">Next</a></p>`;
      return { body: frame(html`<h1>Open calls</h1>${list}${next}`) };
    }
    const tender = register.find(path.slice("/tenders/".length));
    if (!tender) return { status: 404, body: frame(html`<h1>Not found</h1>`) };
    return { body: frame(html`<h1>${tender.title}</h1><p>${tender.buyer}</p><p>${tender.summary}</p>`) };
  };
  const set = (change: RenamedChange) => {
    if (change.skin !== undefined) skin = change.skin;
    register.change(change);
  };
  return { ...(await startSite<RenamedChange>(options, answer, set)), register };
}

type Skin = (tenders: Tender[]) => Markup;
const link = (tender: Tender) => html`<a href="/tenders/${tender.slug}">${tender.title}</a>`;

const cards: Skin = (tenders) =>
  html`<div class="tender-list">${tenders.map(
    (
      tender,
    ) => html`<div class="tender-card"><h3 class="tender-title">${link(tender)}</h3><p class="tender-buyer">Buyer: ${tender.buyer}</p>
<p class="tender-deadline">Deadline: ${dateWithTime(tender.deadline)}</p><p class="tender-value">Value: ${poundsText(tender.valuePounds)}</p></div>`,
  )}</div>`;

const renamed: Skin = (tenders) =>
  html`<div class="x-7f3a">${tenders.map(
    (
      tender,
    ) => html`<div class="x-b21c"><h3 class="x-09de">${link(tender)}</h3><p class="x-44aa">Buyer: ${tender.buyer}</p>
<p class="x-c0ff">Deadline: ${dateWithTime(tender.deadline)}</p><p class="x-e1e1">Value: ${poundsText(tender.valuePounds)}</p></div>`,
  )}</div>`;

const wrapped: Skin = (tenders) =>
  html`<section><ul class="grid">${tenders.map(
    (tender) =>
      html`<li><article><header>${link(tender)}</header><dl><dt>Buyer</dt><dd>${tender.buyer}</dd><dt>Deadline</dt><dd>${dateWithTime(
        tender.deadline,
      )}</dd><dt>Value</dt><dd>${poundsText(tender.valuePounds)}</dd></dl></article></li>`,
  )}</ul></section>`;

const asTable: Skin = (tenders) =>
  html`<table><thead><tr><th>Value</th><th>Deadline</th><th>Title</th><th>Buyer</th></tr></thead><tbody>${tenders.map(
    (tender) =>
      html`<tr><td>${poundsText(tender.valuePounds)}</td><td>${dateWithTime(tender.deadline)}</td><td>${link(tender)}</td><td>${tender.buyer}</td></tr>`,
  )}</tbody></table>`;

const skins = [cards, renamed, wrapped, asTable];

function frame(main: Markup): string {
  return page({
    title: "Open calls",
    siteName: "Penrow Calls",
    tagline: "New clothes, same calls",
    nav: [{ text: "Calls", href: "/tenders" }],
    accent: "#4d6b1f",
    main,
  });
}
