import { dateWithTime } from "../ground/dates";
import { html, type Markup, page, raw } from "../ground/html";
import { type Reply, type Site, type SiteOptions, type SiteRequest, startSite } from "../ground/start-site";
import { slice } from "../portal/pages";
import { openRegister, type PortalChange, type Register, type RegisterSize } from "../portal/register";
import { poundsText, type Tender } from "../portal/tender";

export interface RenamedChange extends PortalChange {
  /**
   * 0 as at first; 1 other class names; 2 other elements and wrappers, too; 3 the fields in another order as a table; 4 no links, no
   * amounts, and dates in words: a person sees a list, and no rule of structure does; 5 a picture that a script draws.
   */
  skin?: 0 | 1 | 2 | 3 | 4 | 5;
}

export interface RenamedSite extends Site<RenamedChange> {
  register: Register;
}

/** A portal that is rebuilt overnight: the same tenders under the same addresses in other markup. */
export async function startRenamedSite(options: SiteOptions & RegisterSize = {}): Promise<RenamedSite> {
  const register = openRegister(options.now ?? new Date(), options);
  let skin = 0;
  const answer = ({ path, query }: SiteRequest): Reply => {
    if (path === "/" || path === "/tenders") {
      const { shown, number, count } = slice(register.listed(), Number(query.get("page")), register);
      const list = (skins[skin] ?? cards)(shown);
      const next = number < count && html`<p class="pager"><a href="/tenders?page=${number + 1}">Next</a></p>`;
      if (skin === 5) return { body: bare(list) };
      return { body: frame(html`<h1>Open calls</h1>${list}${next}`) };
    }
    if (path === "/api/calls")
      return { headers: { "content-type": "application/json" }, body: JSON.stringify(answerJson(query)) };
    const tender = register.find(path.slice("/tenders/".length));
    if (!tender) return { status: 404, body: frame(html`<h1>Not found</h1>`) };
    return { body: frame(html`<h1>${tender.title}</h1><p>${tender.buyer}</p><p>${tender.summary}</p>`) };
  };
  /** The same tenders for machines. With `skin` 1 and more under other names. */
  const answerJson = (query: URLSearchParams) => {
    const { shown, number, count } = slice(register.listed(), Number(query.get("page")), register);
    const calls = shown.map((tender) => ({
      id: tender.reference,
      [skin === 0 ? "title" : "heading"]: tender.title,
      buyer: { name: tender.buyer },
      deadline: tender.deadline.toISOString(),
      link: `/tenders/${tender.slug}`,
    }));
    return {
      filters: [{ id: 1 }, { id: 2 }],
      data: { calls },
      next: number < count ? `/api/calls?page=${number + 1}` : null,
    };
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

const plain: Skin = (tenders) =>
  html`<div class="q-0">${tenders.map(
    (tender) =>
      html`<div class="q-1"><div class="q-2"><span class="q-3">${tender.title}</span></div><div class="q-4"><span class="q-5">${tender.buyer}</span>
<span class="q-6">${tender.reference}</span><span class="q-7">${dateInWords(tender.deadline)}</span></div></div>`,
  )}</div>`;

const drawn: Skin = (tenders) => {
  const rows = tenders.map((tender) => [tender.title.slice(0, 44), tender.buyer.slice(0, 24), isoDay(tender.deadline)]);
  const script = `const rows = ${JSON.stringify([["Title", "Buyer", "Deadline"], ...rows]).replace(/</g, "\\u003c")};
const canvas = document.getElementById("list"), pen = canvas.getContext("2d");
pen.fillStyle = "#fff"; pen.fillRect(0, 0, canvas.width, canvas.height); pen.fillStyle = "#000"; pen.font = "22px sans-serif";
rows.forEach((row, at) => row.forEach((text, column) => pen.fillText(text, [20, 620, 980][column], 40 + at * 44)));`;
  return html`<canvas id="list" width="1180" height="${60 + (rows.length + 1) * 44}"></canvas><script>${raw(script)}</script>`;
};

const isoDay = (date: Date) => date.toISOString().slice(0, 10);

const skins = [cards, renamed, wrapped, asTable, plain, drawn];

const ones = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");

/** "in the third week of the fifth month": a date for people only. */
function dateInWords(date: Date): string {
  return `in the ${ones[Math.floor((date.getUTCDate() - 1) / 7)]} week of the ${ones[date.getUTCMonth()]} month`;
}

/** Nothing but the picture: there is no other text. */
function bare(main: Markup): string {
  return `<!doctype html>\n${html`<html lang="en"><head><meta charset="utf-8"><title>Open calls</title></head><body>${main}</body></html>`.markup}`;
}

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
