import { html, type Markup, raw } from "../ground/html";
import type { Reply, SiteRequest } from "../ground/start-site";
import { type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "../vendors/watched-site";
import { bookings, eventsOf, type Item, itemsOf, lostFee } from "./rss-news-content";

const feedPath = "/rss.xml";
const inFeed = 10;
const perPage = 5;
const pathOf = ({ slug }: Item) => `/news/${slug}`;
const listOf = (page: number) => (page === 1 ? "/news" : `/news?p=${page}`);
const listsOf = (day: SiteDay) =>
  Array.from({ length: Math.ceil(itemsOf(day).length / perPage) }, (_, index) => listOf(index + 1));
const fed = (day: SiteDay) => itemsOf(day).slice(0, inFeed);

function answer({ path, query, url }: SiteRequest, day: SiteDay, noise: Noise): Reply | null {
  if (path === feedPath) return { body: feed(day, url.origin, noise), headers: { "content-type": "text/xml" } };
  const node = itemsOf(day).find(({ number }) => path === "/node" && query.get("id") === String(number));
  if (node) return { status: 301, headers: { location: pathOf(node) }, body: "" };
  const shown = bodyOf(path, Number(query.get("p")) || 1, day, noise);
  return shown ? { body: frame(shown, day, noise) } : null;
}

/** A federation's feed as it grew: marked-up titles, bodies with relative links, guids that are numbers, days in several manners or none, one item twice. */
export const rssNews: SiteMake = {
  pasted: feedPath,
  answer,
  truth: (day) => ({
    pages: fed(day).map(pathOf),
    records: recordsOf(fed(day)),
    changes: day === 0 ? [] : newsChanges(day, (page) => page === feedPath || page.startsWith("/news/")),
    emptied: [],
    flapping: [],
  }),
};

/** The site to which the feed belongs: news on numbered pages, courses with fees. */
export const rssSite: SiteMake = {
  pasted: "/",
  answer,
  truth: (day) => {
    const isFirst = day === 1;
    return {
      pages: ["/", ...listsOf(day), "/events", "/about", ...itemsOf(day).map(pathOf)],
      records: [
        ...recordsOf(itemsOf(day)),
        ...eventsOf(day === 2 ? 1 : day).map(({ name, when, where, fee }) => ({
          page: "/events",
          title: name,
          values: [when, where, fee],
        })),
      ],
      changes: [
        ...newsChanges(day, (page) => page !== feedPath),
        ...(isFirst
          ? [
              { pages: ["/events"], was: "21 January 2027", is: "28 January 2027" },
              { pages: ["/events"], is: "First aid below ground" },
              { pages: ["/events"], was: bookings[0], is: bookings[1] },
              { pages: [listOf(2)], was: "Lorry charges: what changes in autumn" },
            ]
          : []),
      ],
      emptied: day === 2 ? [{ pages: ["/events"], value: lostFee }] : [],
      flapping: day >= 2 ? [{ pages: ["/events"], values: [...bookings] }] : [],
    };
  },
};

const recordsOf = (items: Item[]) =>
  items.map((one) => ({ page: pathOf(one), title: one.title, values: [one.shown, one.author] }));

/** Only with the pages that `isSeen` from where one looks. */
function newsChanges(day: SiteDay, isSeen: (page: string) => boolean): DayTruth["changes"] {
  const lists = [feedPath, "/", "/news"];
  const fresh = (slug: string) => {
    const one = itemsOf(day).find((item) => item.slug === slug);
    return one ? [{ pages: [...lists, pathOf(one)], is: one.title }] : [];
  };
  const all =
    day === 2
      ? fresh("office-closed")
      : day === 1
        ? [
            ...fresh("blasting-app"),
            ...fresh("planning-appeal-won"),
            { pages: ["/news/rail-sidings-grant", "/news", feedPath], was: "£1.2 million", is: "£1.5 million" },
            {
              pages: ["/news/dust-limit-consultation", ...lists],
              was: "Dust limits: “half” is not enough, says ministry",
              is: "Dust limits: “half” is enough, says ministry",
            },
          ]
        : [];
  return all.map((change) => ({ ...change, pages: change.pages.filter(isSeen) }));
}

/** As the federation's system writes titles: signs as entities, and these escaped once more. */
const titled = (title: string) =>
  title
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll("“", "&#8220;")
    .replaceAll("”", "&#8221;")
    .replaceAll("’", "&#8217;")
    .replaceAll("&", "&amp;");

function pubDate({ date, number }: Item): string {
  if (!date) return "";
  const utc = new Date(date).toUTCString();
  if (number % 3 === 0) return `<pubDate>${utc.replace("GMT", "+0000")}</pubDate>`;
  return number % 3 === 1
    ? `<pubDate>${utc}</pubDate>`
    : `<pubDate>${utc.slice(5).replace(/:\d\d GMT/, " UT")}</pubDate><dc:date>${date}</dc:date>`;
}

function feed(day: SiteDay, origin: string, noise: Noise): string {
  const item = (one: Item) => {
    const body = `<p><img src="/img/${one.slug}.jpg" alt="" align="left">${one.paragraphs.join('</p>\n<p class="MsoNormal" style="margin:0cm">')}</p><p><a href="/events">Our courses</a> | <a href="../about">About us</a></p><img src="/px.gif?r=${noise.token}" height="1" width="1"/>`;
    const link = one.number % 4 === 0 ? pathOf(one) : `${origin}${pathOf(one)}?utm_source=rss&amp;utm_medium=feed`;
    const title =
      one.number % 2 === 0 ? `<title>${titled(one.title)}</title>` : `<title><![CDATA[ ${one.title} ]]></title>`;
    return `<item>\n${title}\n<link>\n${link}\n</link>\n<guid isPermaLink="false">${one.number} at federation</guid>\n${pubDate(one)}\n<dc:creator><![CDATA[${one.author}]]></dc:creator>\n<category><![CDATA[News]]></category><category></category>\n<description><![CDATA[${one.paragraphs[0]?.slice(0, 60)}&hellip;]]></description>\n<content:encoded><![CDATA[${body}]]></content:encoded>\n<slash:comments>${noise.turn % 9}</slash:comments>\n</item>\n`;
  };
  const items = fed(day);
  const twice = items[2];
  const channel = `<title>Stone &amp;amp; Gravel Federation</title><link>${origin}</link><atom:link href="http://old-name.invalid/rss.xml" rel="self"/><description/><language>en-GB</language><lastBuildDate>${new Date(Date.UTC(2026, 10, 27, 2, noise.turn % 60)).toUTCString()}</lastBuildDate><ttl>15</ttl><generator>https://cms.invalid/?v=${noise.build}</generator>`;
  const listed = day === 3 ? [...items].reverse() : items;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!-- generated ${noise.ago} -->\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel>${channel}\n${listed.map(item).join("")}${twice ? item(twice) : ""}</channel></rss>\n`;
}

interface Shown {
  title: string;
  main: Markup;
}

function bodyOf(path: string, page: number, day: SiteDay, noise: Noise): Shown | null {
  const items = itemsOf(day);
  if (path === "/")
    return {
      title: "Home",
      main: html`<div class="pane-hero"><h1>For those who break stones</h1><p>The federation speaks for 190 quarries and pits, and listens to their neighbours.</p></div><div class="pane-news"><h2>News</h2>${items.slice(0, 3).map((one) => teaser(one, day))}</div><div class="pane-fact"><p>${rotated(["A house needs 200 tonnes of us.", "Glass is sand that has been persuaded.", "A mile of road: 20,000 tonnes."], noise.turn, 1)}</p></div>`,
    };
  if (path === "/about")
    return {
      title: "About us",
      main: html`<h1>About us</h1><p>Founded in 1919 by eleven owners who had met in court. Offices in Matlock and Edinburgh.</p>`,
    };
  if (path === "/events") return { title: "Events", main: events(day) };
  if (path === "/news") {
    const shown = items.slice((page - 1) * perPage, page * perPage);
    if (shown.length === 0) return null;
    const last = Math.ceil(items.length / perPage);
    return {
      title: "News",
      main: html`<h1>News</h1>${shown.map((one) => teaser(one, day))}<div class="paging">${page > 1 && html`<a href="${listOf(page - 1)}">Newer</a>`} Page ${page} of ${last} ${page < last && html`<a href="${listOf(page + 1)}">Older</a>`}</div>`,
    };
  }
  const one = items.find((candidate) => pathOf(candidate) === path);
  return one ? { title: one.title, main: single(one, items, day, noise) } : null;
}

const teaser = (one: Item, day: SiteDay) =>
  day === 3
    ? html`<c-card class="hydrated"><a slot="title" href="${pathOf(one)}">${one.title}</a><span slot="date">${one.shown}</span><div slot="text">${one.paragraphs[0]}</div></c-card>`
    : html`<div class="newsitem clearfix"><span class="newsdate">${one.shown}</span><h3 class="newstitle"><a href="${pathOf(one)}" title="Read more about ${one.title}">${one.title}</a></h3><p>${one.paragraphs[0]}</p><p class="more"><a href="${pathOf(one)}">Read more...</a></p></div>`;

function single(one: Item, items: Item[], day: SiteDay, noise: Noise): Markup {
  const text = one.paragraphs.map((words) => html`<p>${words}</p>`);
  const latest = html`<div class="side"><h4>In other news</h4><ul>${rotated(
    items.filter(({ slug }) => slug !== one.slug),
    noise.turn,
    4,
  ).map(
    (other) => html`<li><a href="${pathOf(other)}">${other.title}</a> <small>${other.shown}</small></li>`,
  )}</ul></div>`;
  const comments = html`<div id="comments"><h4>${noise.turn % 9} comments</h4><form method="post" action="/comment"><input type="hidden" name="form_token" value="${noise.token}"><textarea name="words"></textarea><button>Say it</button></form></div>`;
  return day === 3
    ? html`<article class="longread"><p class="kicker">${one.shown}</p><h1>${one.title}</h1><p class="who">Written by ${one.author}</p>${text}</article>${latest}`
    : html`<div id="article"><h1>${one.title}</h1><div class="submitted">Submitted by <span class="username">${one.author}</span> on ${one.shown}</div>${text}<div class="links"><a href="javascript:window.print()">Print</a> | <a href="/forward?path=${one.number}&amp;t=${noise.token}" rel="nofollow">Tell a friend</a> | Read ${100 + noise.turn} times</div></div>${comments}${latest}`;
}

function events(day: SiteDay): Markup {
  const rows = eventsOf(day).map(({ name, when, where, fee }) =>
    day === 3
      ? html`<li class="event"><b>${name}</b>, ${when}, ${where}${fee && html`. Fee: ${fee}`}</li>`
      : html`<tr class="vevent"><td class="dtstart">${when}</td><td class="summary">${name}</td><td class="location">${where}</td><td class="fee">${fee}</td></tr>`,
  );
  return html`<h1>Events</h1>${day === 3 ? html`<ul>${rows}</ul>` : html`<table class="events" summary="Events"><tr><th>When</th><th>What</th><th>Where</th><th>Fee</th></tr>${rows}</table>`}<p>Shot-firers in Buxton: ${bookings[day % 2]}.</p>`;
}

function frame({ title, main }: Shown, day: SiteDay, noise: Noise): string {
  const menu = [
    ["/", "Home"],
    ["/news", "News"],
    ["/events", "Events"],
    ["/about", "About us"],
  ].map(([href, text]) => html`<li class="leaf"><a href="${href}">${text}</a></li>`);
  const sponsors = rotated(["Hale Conveyors", "Brunt Tyres", "Oak & Iron Screens", "Peak Lubricants"], noise.turn, 2);
  return html`${raw("<!DOCTYPE html>")}<html lang="en-gb"><head><meta charset="utf-8"><title>${title} | Stone &amp; Gravel Federation</title><link rel="alternate" type="application/rss+xml" title="Stone &amp; Gravel Federation RSS" href="${feedPath}"><style>@import url("/sites/all/themes/sgf/style.css?${noise.build}");</style></head><body class="not-front no-sidebars ${day === 3 ? "v4" : "v2"}"><div id="wrap"><div id="top"><a href="/">Stone &amp; Gravel Federation</a><ul class="menu">${menu}</ul></div>${noise.isVariant && html`<div id="sliding-popup">We use cookies on this site to enhance your user experience <button>OK, I agree</button></div>`}<div id="main">${main}</div><div id="sponsors">Sponsors: ${sponsors.map((name) => html`<a href="https://ads.invalid/?c=${noise.token}" rel="sponsored">${name}</a> `)}</div><div id="bottom">Stone &amp; Gravel Federation, Matlock. There are currently ${noise.visitors} users online. <a href="${feedPath}">RSS</a></div></div></body></html>`
    .markup;
}
