import { html, raw } from "../ground/html";
import type { DayTruth, Noise, SiteDay, SiteMake } from "../vendors/watched-site";

interface Story {
  slug: string;
  date: string;
  from: SiteDay;
  title: (day: SiteDay) => string;
  text: (day: SiteDay) => string;
}

const story = (
  slug: string,
  date: string,
  title: string,
  text: string | ((day: SiteDay) => string),
  from: SiteDay = 0,
): Story => ({ slug, date, from, title: () => title, text: typeof text === "string" ? () => text : text });

/** Notices of a harbour authority. One is corrected and two are published on the first day; the feed holds the eight newest. */
const stories: Story[] = [
  story(
    "dredging-north-basin",
    "2026-11-20T09:00:00Z",
    "Dredging in the north basin",
    (day) =>
      `The north basin is dredged to ${day === 0 ? "11.4" : "11.9"} metres. Berths 4 to 7 are closed until the work is done.`,
  ),
  story(
    "pilot-boat-arrives",
    "2026-11-17T07:30:00Z",
    "New pilot boat arrives",
    "The pilot boat Terschel reached the harbour on Tuesday. It replaces a boat of 1998 and uses a third of its fuel.",
  ),
  story(
    "tariffs-next-year",
    "2026-11-11T12:00:00Z",
    "Tariffs for next year",
    "Harbour dues rise by 1.8 percent. Vessels that plug in at the quay pay four percent less.",
  ),
  story(
    "shore-power-quay-two",
    "2026-11-03T08:00:00Z",
    "Shore power at quay two",
    "Six sockets of 3.2 megawatts each can be used from now on. They are booked with the berth.",
  ),
  story(
    "bridge-closed-at-night",
    "2026-10-27T15:00:00Z",
    "Bridge closed at night",
    "The swing bridge stays open for ships and closed for cars between one and four o'clock for two weeks.",
  ),
  story(
    "record-month-for-grain",
    "2026-10-12T10:00:00Z",
    "A record month for grain",
    "In September 612,000 tonnes of grain were loaded, a tenth more than in the best September so far.",
  ),
  story(
    "sea-trials-tug",
    "2026-10-02T11:00:00Z",
    "Sea trials of the electric tug",
    "The tug pulled 70 tonnes for an hour. It returns to the yard for a louder horn.",
  ),
  story(
    "open-day-photographs",
    "2026-09-21T09:30:00Z",
    "Photographs of the open day",
    "Nine thousand visitors came. The pictures can be seen in the customs house until spring.",
  ),
  story(
    "lock-gate-replaced",
    "2026-11-25T06:45:00Z",
    "Lock gate replaced in nine hours",
    "The western gate of the sea lock was lifted out and replaced between two tides.",
    1,
  ),
  story(
    "consultation-cruise-berth",
    "2026-11-26T13:15:00Z",
    "Consultation about the cruise berth",
    "Plans for a second cruise berth are on view until 15 January. Comments are answered in public.",
    1,
  ),
];

const newest = (day: SiteDay) =>
  stories
    .filter(({ from }) => from <= day)
    .sort((a, b) => b.date.localeCompare(a.date))
    .slice(0, 8);
const pathOf = ({ slug }: Story) => `/notices/${slug}`;

/** A feed of notices: Atom until the redesign and RSS afterwards; links carry tracking words and the feed a new time at each request. */
export const atomNews: SiteMake = {
  pasted: "/notices.atom",
  answer: ({ path, url }, day, noise) => {
    if (path === "/notices.atom")
      return day === 3
        ? { body: rss(day, url.origin, noise), headers: { "content-type": "application/rss+xml" } }
        : { body: atom(day, url.origin, noise), headers: { "content-type": "application/atom+xml; charset=utf-8" } };
    const one = stories.find((candidate) => pathOf(candidate) === path && candidate.from <= day);
    return one ? { body: page(one, day, noise) } : null;
  },
  truth,
};

function truth(day: SiteDay): DayTruth {
  return {
    pages: newest(day).map(pathOf),
    records: newest(day).map((one) => ({ page: pathOf(one), title: one.title(day), values: [one.date.slice(0, 10)] })),
    changes:
      day === 1
        ? [
            { pages: ["/notices/dredging-north-basin", "/notices.atom"], was: "11.4", is: "11.9" },
            { pages: ["/notices.atom"], is: "Lock gate replaced in nine hours" },
            { pages: ["/notices.atom"], is: "Consultation about the cruise berth" },
          ]
        : [],
    emptied: [],
    flapping: [],
  };
}

const linkOf = (one: Story, origin: string, noise: Noise) =>
  `${origin}${pathOf(one)}?utm_source=feed&utm_medium=atom&utm_content=${noise.build}`;

function atom(day: SiteDay, origin: string, noise: Noise): string {
  return html`${raw('<?xml version="1.0" encoding="utf-8"?>')}<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour notices</title><id>tag:harbour.example,2020:notices</id><updated>${new Date(Date.UTC(2026, 10, 27, 0, noise.turn)).toISOString()}</updated><link rel="self" href="${origin}/notices.atom"/>${newest(day).map((one) => html`<entry><id>tag:harbour.example,2026:${one.slug}</id><title>${one.title(day)}</title><link rel="alternate" href="${linkOf(one, origin, noise)}"/><published>${one.date}</published><updated>${one.date}</updated><summary type="html">${`<p>${one.text(day)}</p><img src="${origin}/px/${noise.token}.gif" width="1">`}</summary></entry>`)}</feed>`
    .markup;
}

function rss(day: SiteDay, origin: string, noise: Noise): string {
  return html`${raw('<?xml version="1.0"?>')}<rss version="2.0"><channel><title>Harbour notices</title><link>${origin}/</link><description>Notices</description><lastBuildDate>${new Date(Date.UTC(2026, 10, 27, 1, noise.turn)).toUTCString()}</lastBuildDate>${newest(day).map((one) => html`<item><title>${one.title(day)}</title><link>${linkOf(one, origin, noise)}</link><guid isPermaLink="false">tag:harbour.example,2026:${one.slug}</guid><pubDate>${new Date(one.date).toUTCString()}</pubDate><description>${one.text(day)}</description></item>`)}</channel></rss>`
    .markup;
}

function page(one: Story, day: SiteDay, noise: Noise): string {
  const date = new Date(one.date);
  const shown = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(date);
  const body =
    day === 3
      ? html`<article class="notice-next"><time datetime="${one.date}">${shown}</time><h1>${one.title(day)}</h1><div class="rich"><p>${one.text(day)}</p></div></article>`
      : html`<div class="notice"><h1>${one.title(day)}</h1><p class="date">${shown}</p><p>${one.text(day)}</p></div>`;
  return html`${raw("<!doctype html>")}<html lang="en"><head><meta charset="utf-8"><title>${one.title(day)} - Harbour Authority</title><meta property="article:published_time" content="${one.date}"></head><body><header>Harbour Authority</header><main>${body}</main><aside><h2>Most read</h2><ul>${[
    0, 1, 2,
  ].map((index) => {
    const other = stories[(noise.turn + index) % 8] as Story;
    return html`<li><a href="${pathOf(other)}">${other.title(day)}</a></li>`;
  })}</ul></aside><footer>Tide in the sea lock: ${(noise.turn % 50) / 10} m, measured ${noise.ago}</footer></body></html>`
    .markup;
}
