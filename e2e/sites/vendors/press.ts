import { html, type Markup, raw } from "../ground/html";
import { allPosts, factsOf, type Post, products } from "./press-content";
import { type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "./watched-site";

const perPage = 4;
const published = (day: SiteDay, kind: Post["kind"]) =>
  allPosts.filter((one) => one.kind === kind && one.from <= day).sort((a, b) => b.date.localeCompare(a.date));
const pathOf = ({ kind, date, slug }: Post) =>
  kind === "post" ? `/${date.slice(0, 4)}/${date.slice(5, 7)}/${slug}/` : `/press/${slug}/`;
const pagesOf = (list: string, count: number) =>
  Array.from({ length: Math.ceil(count / perPage) }, (_, index) => (index === 0 ? list : `${list}page/${index + 1}/`));

/** A blog with product pages and press releases as a well-known publishing system makes them: paging, related posts, ads, counters, a feed. */
export const press: SiteMake = {
  pasted: "/",
  answer: ({ path, url }, day, noise) => {
    if (path === "/feed/")
      return { body: feed(day, url.origin), headers: { "content-type": "application/rss+xml; charset=utf-8" } };
    const shown = bodyOf(path, day, noise);
    return shown ? { body: frame(shown.title, shown.main, day, noise) } : null;
  },
  truth,
};

function truth(day: SiteDay): DayTruth {
  const posts = (["post", "release"] as const).flatMap((kind) => published(day, kind));
  const battery = ["60 hours", "72 hours"];
  return {
    pages: [
      "/",
      "/products/",
      "/contact/",
      ...pagesOf("/blog/", published(day, "post").length),
      ...pagesOf("/press/", published(day, "release").length),
      ...posts.map(pathOf),
      ...products.map(({ slug }) => `/products/${slug}/`),
    ],
    records: [
      ...posts.map((one) => ({ page: pathOf(one), title: one.title, values: [one.date] })),
      ...products.map(({ slug, title }) => ({
        page: `/products/${slug}/`,
        title,
        values: Object.values(factsOf(slug, day === 2 ? 1 : day)).filter((value) => !battery.includes(value)),
      })),
    ],
    changes:
      day === 1
        ? [
            { pages: ["/products/axle-pads/"], was: "±0.5 %", is: "±0.3 %" },
            { pages: ["/blog/", "/"], is: "Dust, explosions and the law" },
            { pages: ["/press/"], is: "Harrow and Pell acquires Brakel Instruments" },
          ]
        : [],
    emptied: day === 2 ? [{ pages: ["/products/yard-bridge/"], value: "60 t" }] : [],
    flapping: day >= 2 ? [{ pages: ["/products/bakers-bench/"], values: battery }] : [],
  };
}

function bodyOf(path: string, day: SiteDay, noise: Noise): { title: string; main: Markup } | null {
  if (path === "/") return { title: "Industrial scales since 1911", main: home(day) };
  for (const [kind, list, title] of [
    ["post", "/blog/", "Blog"],
    ["release", "/press/", "Press releases"],
  ] as const) {
    const all = published(day, kind);
    const number = pagesOf(list, all.length).indexOf(path);
    if (number >= 0) return { title, main: archive(title, list, all, number, day) };
    const one = all.find((post) => pathOf(post) === path);
    if (one) return { title: one.title, main: single(one, day, noise) };
  }
  if (path === "/products/")
    return {
      title: "Products",
      main: html`<h1 class="page-title">Products</h1><ul class="wp-block-list">${products.map(({ slug, title, text }) => html`<li><a href="/products/${slug}/">${title}</a><br>${text}</li>`)}</ul>`,
    };
  const product = products.find(({ slug }) => path === `/products/${slug}/`);
  if (product) return { title: product.title, main: productPage(product, day) };
  if (path === "/contact/")
    return {
      title: "Contact",
      main: html`<h1 class="page-title">Contact</h1><p>Harrow and Pell Ltd, 4 Foundry Row, Penrow. Telephone +44 1632 960 118. The service desk is open from 7 to 18 on working days.</p><form method="post" action="/wp-comments-post.php"><input type="hidden" name="_wpnonce" value="${noise.token}"><label>Your message<textarea name="message"></textarea></label><button>Send</button></form>`,
    };
  return null;
}

const shownDay = (date: string) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(date));

function home(day: SiteDay): Markup {
  return html`<div class="wp-block-cover"><h1>Industrial scales since 1911</h1><p>Harrow and Pell builds scales for mills, bakeries, yards and ports, and comes back every year to prove them right.</p></div><h2>Latest from the blog</h2><ul class="wp-block-latest-posts">${published(
    day,
    "post",
  )
    .slice(0, 3)
    .map(
      (one) => html`<li><a href="${pathOf(one)}">${one.title}</a></li>`,
    )}</ul><p><a href="/products/">All products</a></p>`;
}

function archive(title: string, list: string, all: Post[], number: number, day: SiteDay): Markup {
  const shown = all.slice(number * perPage, (number + 1) * perPage);
  const pages = pagesOf(list, all.length);
  const excerpt = (text: string) => `${text.split(" ").slice(0, 18).join(" ")} […]`;
  const items =
    day === 3
      ? shown.map(
          (one) =>
            html`<div class="loop-item"><div class="loop-item__body"><h3><a href="${pathOf(one)}" rel="bookmark">${one.title}</a></h3><p>${excerpt(one.text)}</p><span class="loop-item__date">${shownDay(one.date)}</span></div></div>`,
        )
      : shown.map(
          (one, index) =>
            html`<article id="post-${1000 + index}" class="post-${1000 + index} ${one.kind} type-post status-publish hentry category-${one.category.toLowerCase()}"><header class="entry-header"><h2 class="entry-title"><a href="${pathOf(one)}" rel="bookmark">${one.title}</a></h2><div class="entry-meta"><time class="entry-date published" datetime="${one.date}T08:00:00+00:00">${shownDay(one.date)}</time></div></header><div class="entry-summary"><p>${excerpt(one.text)}</p></div></article>`,
        );
  return html`<h1 class="page-title">${title}</h1>${items}<nav class="navigation pagination" aria-label="Posts"><div class="nav-links">${pages.map((href, index) => (index === number ? html`<span aria-current="page" class="page-numbers current">${index + 1}</span>` : html`<a class="page-numbers" href="${href}">${index + 1}</a>`))}${pages[number + 1] ? html`<a class="next page-numbers" href="${pages[number + 1]}">Older posts</a>` : ""}</div></nav>`;
}

function single(one: Post, day: SiteDay, noise: Noise): Markup {
  const others = published(day, one.kind).filter(({ slug }) => slug !== one.slug);
  const related = html`<section class="jp-relatedposts"><h3>You may also like</h3>${rotated(others, noise.turn, 3).map((other) => html`<div class="jp-relatedposts-post"><a href="${pathOf(other)}">${other.title}</a><span>${shownDay(other.date)}</span></div>`)}</section>`;
  const ad = html`<div class="adsbygoogle ad-slot" id="div-gpt-ad-${noise.token}"><a href="https://ads.invalid/c?x=${noise.token}" rel="sponsored">${["Pallet trucks from 299", "Lease a forklift today", "Dust masks, 20% off"][noise.turn % 3]}</a></div>`;
  return html`<article class="${day === 3 ? "entry entry--wide" : `hentry category-${one.category.toLowerCase()}`}"><header class="entry-header"><h1 class="entry-title">${one.title}</h1><div class="entry-meta">Posted on <time class="entry-date" datetime="${one.date}T08:00:00+00:00">${shownDay(one.date)}</time> in <a href="/blog/" rel="category tag">${one.category}</a> <span class="post-views">${1200 + noise.turn} views</span></div></header><div class="entry-content"><p>${one.text}</p>${ad}${one.kind === "release" ? html`<p><strong>Press contact:</strong> Odile Marchetti, press@harrowpell.example</p>` : ""}</div></article>${related}<div class="sharedaddy"><h3>Share this:</h3><a href="https://social.invalid/share?u=${one.slug}" rel="nofollow">Share (${noise.visitors})</a></div>`;
}

function productPage({ slug, title, text }: (typeof products)[number], day: SiteDay): Markup {
  const facts = Object.entries(factsOf(slug, day));
  const table =
    day === 3
      ? html`<dl class="spec-list">${facts.map(([label, value]) => html`<div class="spec"><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
      : html`<figure class="wp-block-table"><table><tbody>${facts.map(([label, value]) => html`<tr><td><strong>${label}</strong></td><td>${value}</td></tr>`)}</tbody></table></figure>`;
  return html`<h1 class="page-title">${title}</h1><div class="entry-content"><p>${text}</p><h2>Technical data</h2>${table}<p><a href="/contact/">Ask for a quotation</a></p></div>`;
}

function frame(title: string, main: Markup, day: SiteDay, noise: Noise): string {
  const menu = html`<nav id="site-navigation" class="main-navigation"><ul id="primary-menu"><li class="menu-item"><a href="/">Home</a></li><li class="menu-item"><a href="/products/">Products</a></li><li class="menu-item"><a href="/blog/">Blog</a></li><li class="menu-item"><a href="/press/">Press releases</a></li><li class="menu-item"><a href="/contact/">Contact</a></li></ul></nav>`;
  const aside = html`<aside id="secondary" class="widget-area"><section class="widget widget_recent"><h2 class="widget-title">Popular now</h2><ul>${rotated(
    allPosts.filter(({ from }) => from <= day),
    noise.turn,
    3,
  ).map(
    (one) => html`<li><a href="${pathOf(one)}">${one.title}</a></li>`,
  )}</ul></section><section class="widget"><form role="search" method="get" action="/"><input type="search" name="s"><button>Search</button></form></section></aside>`;
  return html`${raw("<!DOCTYPE html>")}<html lang="en-GB"><head><meta charset="UTF-8"><title>${title} – Harrow and Pell</title><link rel="alternate" type="application/rss+xml" href="/feed/"><link rel="stylesheet" href="/wp-content/themes/hp/style.css?ver=${noise.build}"></head><body class="${day === 3 ? "theme-next" : "wp-embed-responsive"}"><div id="page" class="site"><header id="masthead" class="site-header"><p class="site-title"><a href="/" rel="home">Harrow and Pell</a></p>${menu}</header><div id="content" class="site-content"><main id="main" class="site-main">${main}</main>${aside}</div><footer id="colophon" class="site-footer"><p>© Harrow and Pell Ltd · ${noise.visitors} visitors online</p></footer></div><div class="cookie-notice-container"><span>This website uses cookies.</span><button>OK</button></div></body></html>`
    .markup;
}

function feed(day: SiteDay, origin: string): string {
  const items = published(day, "post").slice(0, 10);
  return html`${raw('<?xml version="1.0" encoding="UTF-8"?>')}<rss version="2.0"><channel><title>Harrow and Pell</title><link>${origin}/</link><description>Blog</description>${items.map((one) => html`<item><title>${one.title}</title><link>${origin}${pathOf(one)}</link><guid isPermaLink="false">hp-${one.slug}</guid><pubDate>${new Date(one.date).toUTCString()}</pubDate><description>${one.text}</description></item>`)}</channel></rss>`
    .markup;
}
