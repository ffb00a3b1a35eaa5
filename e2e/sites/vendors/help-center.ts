import { html, type Markup, raw } from "../ground/html";
import {
  type Article,
  articlesOf,
  type Block,
  type Collection,
  collections,
  feesOf,
  limitsOf,
  lostLimit,
  paceOf,
  paces,
} from "./help-center-content";
import { asText, sitemapOf } from "./sitemap";
import { type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "./watched-site";

const home = "/en/";
const pathOf = ({ id, slug }: Article) => `/en/articles/${id}-${slug}`;
const shelfOf = ({ slug }: Collection) => `/en/collections/${slug}`;

/** A help center on a hosted system: collections of articles, ages instead of dates, votes and counts of readers, related articles by chance, links that carry the visit. The redesign is a documentation tool with a tree of all pages on each. */
export const helpCenter: SiteMake = {
  pasted: home,
  answer: ({ path, url }, day, noise) => {
    if (path === "/robots.txt") return asText(`User-agent: *\nDisallow: /search\nSitemap: ${url.origin}/sitemap.xml\n`);
    if (path === "/sitemap.xml") return sitemapOf(url.origin, truth(day).pages, `2026-11-${24 + day}`);
    if (path === "/" || path === "/en") return { status: 302, headers: { location: home }, body: "" };
    // Articles are known by their numbers, whatever stands behind them.
    const number = /^\/en\/articles\/(\d+)/.exec(path)?.[1];
    const one = articlesOf(day).find(({ id }) => id === number);
    if (one && pathOf(one) !== path) return { status: 301, headers: { location: pathOf(one) }, body: "" };
    const shown = one ? articlePage(one, day, noise) : bodyOf(path, day);
    return shown ? { body: day === 3 ? treeFrame(shown, path, noise) : frame(shown, noise) } : null;
  },
  truth,
};

function truth(day: SiteDay): DayTruth {
  const kept = day === 2 ? 1 : day;
  const page = (slug: string) => pathOf(articlesOf(3).find((one) => one.slug === slug) as Article);
  const rowsAt = (slug: string, rows: string[][]) =>
    rows.map(([title = "", ...values]) => ({ page: page(slug), title, values }));
  return {
    pages: [home, ...collections.map(shelfOf), ...articlesOf(day).map(pathOf)],
    records: [
      ...rowsAt("limits", limitsOf(kept)),
      ...rowsAt("fees", feesOf(day)),
      ...articlesOf(day).map((one) => ({ page: pathOf(one), title: one.title, values: [one.author] })),
    ],
    changes: changesOf(day, page),
    emptied: day === 2 ? [{ pages: [page("limits")], value: lostLimit }] : [],
    flapping: day >= 2 ? [{ pages: [home], values: [...paces] }] : [],
  };
}

function changesOf(day: SiteDay, page: (slug: string) => string): DayTruth["changes"] {
  const [selling, door, money] = collections.map(shelfOf) as [string, string, string];
  if (day === 1)
    return [
      { pages: [page("limits")], was: "25 MB", is: "40 MB" },
      { pages: [page("group-bookings"), selling], was: "Groups of 12 or more", is: "Groups of 10 or more" },
      { pages: [page("payouts-on-weekends"), money, home], is: "Payouts on weekends" },
      { pages: [home], was: paces[0], is: paces[1] },
    ];
  if (day === 2)
    return [
      { pages: [page("fees")], was: "free of charge", is: "€0.05" },
      { pages: [door, home], was: "Scan with a USB reader" },
    ];
  return [];
}

interface Shown {
  title: string;
  main: Markup;
}

const inside = ({ slug }: Collection, day: SiteDay) => articlesOf(day).filter((one) => one.in === slug);
const firstWords = (one: Article, day: SiteDay) => one.blocks(day).find((block) => typeof block === "string") ?? "";

function bodyOf(path: string, day: SiteDay): Shown | null {
  if (path === home)
    return {
      title: "Help center",
      main: html`<h1>How can we help the museum?</h1><form role="search" action="/en/search"><input name="q" placeholder="Search for articles..."></form><div class="collections">${collections.map((one) => html`<a class="collection-card" href="${shelfOf(one)}"><h2>${one.name}</h2><p>${one.line}</p><span class="count">${inside(one, day).length} articles</span></a>`)}</div><p class="pace">We are five people and usually answer ${paceOf(day)}.</p>`,
    };
  const shelf = collections.find((one) => shelfOf(one) === path);
  if (!shelf) return null;
  return {
    title: shelf.name,
    main: html`<nav class="crumbs"><a href="${home}">All collections</a> <span>${shelf.name}</span></nav><h1>${shelf.name}</h1><p>${shelf.line}</p><div class="paper-list">${inside(shelf, day).map((one) => html`<a class="paper" href="${pathOf(one)}"><h3>${one.title}</h3><span class="preview">${firstWords(one, day)}</span></a>`)}</div>`,
  };
}

function block(one: Block): Markup {
  if (typeof one === "string") return html`<p>${one}</p>`;
  if ("note" in one) return html`<div class="callout" data-intent="info">${one.note}</div>`;
  if ("steps" in one) return html`<ol>${one.steps.map((step) => html`<li><p>${step}</p></li>`)}</ol>`;
  const [head, rows] = one.table;
  return html`<div class="table-wrap"><table><tbody><tr>${head.map((cell) => html`<td><b>${cell}</b></td>`)}</tr>${rows.map((row) => html`<tr>${row.map((cell) => html`<td><p>${cell}</p></td>`)}</tr>`)}</tbody></table></div>`;
}

function articlePage(one: Article, day: SiteDay, noise: Noise): Shown {
  const shelf = collections.find(({ slug }) => slug === one.in);
  const others = articlesOf(day).filter(({ id, from }) => id !== one.id && from === 0);
  const body = one.blocks(day).map(block);
  if (day === 3)
    return {
      title: one.title,
      main: html`<p class="eyebrow">${shelf?.name}</p><h1>${one.title}</h1>${body}<p class="by">Maintained by ${one.author}</p><div class="rate"><span>Was this helpful?</span><button>Yes</button><button>No</button></div><p class="mod">Last updated ${noise.ago}</p>`,
    };
  const votes = 9 + (noise.turn % 31);
  return {
    title: one.title,
    main: html`<nav class="crumbs"><a href="${home}">All collections</a> ${shelf && html`<a href="${shelfOf(shelf)}">${shelf.name}</a>`} <span>${one.title}</span></nav><h1>${one.title}</h1><div class="meta"><img class="avatar" alt="" src="/avatars/${one.author.toLowerCase()}.png?t=${noise.token}"><span>Written by ${one.author}</span> <span>Updated ${noise.ago}</span> <span>${noise.visitors} people have read this today</span></div><article class="article-body">${body}</article><div class="reactions"><span>Did this answer your question?</span><button aria-label="Disappointed">😞</button><button aria-label="Neutral">😐</button><button aria-label="Smiley">😃</button><small>${votes} out of ${votes + 4} found this helpful</small></div><section class="related"><h2>Related articles</h2>${rotated(others, noise.turn, 3).map((other) => html`<a href="${pathOf(other)}?ref=${noise.token.slice(0, 8)}">${other.title}</a>`)}</section>`,
  };
}

function frame({ title, main }: Shown, noise: Noise): string {
  return html`${raw("<!doctype html>")}<html lang="en"><head><meta charset="utf-8"><title>${title} | Foyer Help Center</title><meta name="csrf-token" content="${noise.token}"></head><body class="hc-${noise.build}"><header class="hc-header"><a href="${home}"><img alt="Foyer Help Center" src="/logo.svg"></a><a href="https://foyer.invalid/?utm_source=help&amp;sid=${noise.token}">Go to Foyer</a></header><div class="hc-content">${main}</div><footer class="hc-footer"><a href="${home}">Foyer Help Center</a><p>We run on a hosted help desk.</p></footer><div class="messenger" aria-live="polite">${noise.isVariant ? "Hi there! Questions? We are online." : "Leave us a message."}</div></body></html>`
    .markup;
}

function treeFrame({ title, main }: Shown, path: string, noise: Noise): string {
  const branch = (shelf: Collection) =>
    html`<li><a href="${shelfOf(shelf)}">${shelf.name}</a><ul>${inside(shelf, 3).map((one) => html`<li><a class="tw-${noise.build}${pathOf(one) === path ? " is-here" : ""}" href="${pathOf(one)}">${one.title}</a></li>`)}</ul></li>`;
  return html`${raw("<!DOCTYPE html>")}<html lang="en" data-build="${noise.build}"><head><meta charset="utf-8"><title>${title} | Foyer docs</title></head><body><div class="flex"><aside><a href="${home}">Foyer docs</a><ul class="toc">${collections.map(branch)}</ul></aside><div class="grow"><main><div data-nonce="${noise.token}">${main}</div></main><div class="pn"><a href="${home}">Previous: Home</a></div></div></div></body></html>`
    .markup;
}
