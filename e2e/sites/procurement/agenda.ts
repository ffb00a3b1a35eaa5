import { html, type Markup } from "../ground/html";
import { housingDrafts } from "./drafts-blind";
import { britishDrafts } from "./drafts-english";
import { clockOf, type PortalNotice } from "./notice";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin } from "./skin";
import { clockTime, wordDate } from "./wording";

const zone = "Europe/London";
const events = { deadline: "Closing date amended", status: "Status amended", need: "Requirements amended" } as const;
const icons = {
  open: ["tick.svg", "Open"],
  closed: ["lock.svg", "Closed"],
  cancelled: ["cross.svg", "Cancelled"],
  awarded: ["star.svg", "Awarded"],
} as const;
const perPage = 8;

/** A housing partnership's agenda: notices under the month of their publication, day and month apart, status in icons, deadlines on the pages only. */
export const agenda: Skin = {
  plan: {
    country: "gb",
    zone,
    own: {
      firstId: 288,
      drafts: housingDrafts,
      also: [
        {
          index: 8,
          draft: britishDrafts[8],
          words: { title: "Gas boiler servicing and repair", reference: "HVH/P/77" },
        },
        { index: 18, draft: britishDrafts[18], words: { title: "Survey of tenant satisfaction" } },
      ],
    },
  },
  listingPath: "/supply-us/agenda",
  detailPath: ({ id, reference }) => `/supply-us/agenda/${reference.toLowerCase().replaceAll("/", "-")}/${id}`,
  answer: ({ path, query }, register) => {
    if (path === "/" || path === "/supply-us/agenda")
      return { body: listing(register, Number(query.get("start")) || 0) };
    const notice = register.all().find((one) => agenda.detailPath(one) === path);
    return notice ? { body: detail(notice, register) } : null;
  },
};

function frame(title: string, main: Markup): string {
  return documentOf(
    `<title>${html`${title}`.markup} — Homes Together</title><meta name="description" content="Work with Homes Together">`,
    html`<div class="l-top"><a href="/"><img src="/media/logo.svg" alt="Homes Together"></a><ul><li><a href="/supply-us/agenda">Agenda</a></li><li><a href="/supply-us/policies">Policies</a></li><li><a href="/news">News</a></li></ul></div><div class="l-main">${main}</div><div class="l-bottom">Homes Together is a partnership of three landlords. <a href="/accessibility">Accessibility</a></div>`,
    "en-GB",
  );
}

const monthOf = (at: Date) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, month: "long", year: "numeric" }).format(at);

function listing(register: ProcurementRegister, start: number): string {
  const all = register.all().sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || a.id - b.id);
  const shown = all.slice(start, start + perPage);
  const months = [...new Set(shown.map(({ publishedAt }) => monthOf(publishedAt)))];
  const icon = ({ status }: PortalNotice) =>
    html`<img class="icon" src="/media/${icons[status][0]}" alt="${icons[status][1]}" width="16" height="16">`;
  const link = (notice: PortalNotice) => html`<a href="${agenda.detailPath(notice)}">${notice.title}</a>`;
  const entry = (notice: PortalNotice) => {
    const { day } = clockOf(notice.publishedAt, zone);
    return register.isRedesigned()
      ? html`<tr><td>${day}</td><td>${link(notice)}<br>${notice.buyer}</td><td>${icon(notice)}</td></tr>`
      : html`<li class="event"><div class="event-date"><span class="d">${day}</span> <abbr>${monthOf(notice.publishedAt).slice(0, 3)}</abbr></div><div class="event-body"><p class="event-title">${icon(notice)} ${link(notice)}</p><p class="event-org">${notice.buyer}</p></div></li>`;
  };
  const group = (month: string) => {
    const entries = shown.filter(({ publishedAt }) => monthOf(publishedAt) === month).map(entry);
    return register.isRedesigned()
      ? html`<table class="month"><caption>${month}</caption><tbody>${entries}</tbody></table>`
      : html`<section class="month"><h2>${month}</h2><ol>${entries}</ol></section>`;
  };
  return frame(
    "Agenda",
    html`<h1>Tender agenda</h1><p>What we have put to the market, by the month in which it was published.</p>${months.map(group)}
<p class="steps">${start > 0 && html`<a href="/supply-us/agenda?start=${Math.max(0, start - perPage)}">Later notices</a>`} ${start + perPage < all.length && html`<a href="/supply-us/agenda?start=${start + perPage}">Earlier notices</a>`}</p>
<p class="key">${Object.values(icons).map(([file, word]) => html`<span><img class="icon" src="/media/${file}" alt=""> ${word}</span> `)}</p>`,
  );
}

function detail(notice: PortalNotice, register: ProcurementRegister): string {
  const { title, buyer, reference, deadline, status, summary, needs, publishedAt, corrections } = notice;
  const facts: [string, string | Markup][] = [
    ["Landlord", buyer],
    ["Our reference", reference],
    ["Status", html`<img src="/media/${icons[status][0]}" alt="${icons[status][1]}">`],
    ["Return tenders by", `${clockTime(deadline, zone, ".")} hours, ${wordDate(deadline, zone, "en-GB", true)}`],
    ["Published", wordDate(publishedAt, zone, "en-GB", false)],
  ];
  const list = register.isRedesigned()
    ? html`<ul class="facts">${facts.map(([label, value]) => html`<li><b>${label}</b> ${value}</li>`)}</ul>`
    : html`<table class="facts">${facts.map(([label, value]) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`)}</table>`;
  return frame(
    title,
    html`<ol class="trail"><li><a href="/supply-us/agenda">Agenda</a></li><li>${monthOf(publishedAt)}</li></ol><h1>${title}</h1>${list}<p>${summary}</p><h2>What we ask for</h2>${needs.map((need) => html`<p>${need}</p>`)}${corrections.length > 0 && html`<h2>Amendments</h2>${corrections.map(({ at, what }) => html`<p>${wordDate(at, zone, "en-GB", false)}: ${events[what]}.</p>`)}`}`,
  );
}
