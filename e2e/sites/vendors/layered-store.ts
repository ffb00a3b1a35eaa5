import { html, type Markup, raw } from "../ground/html";
import type { Reply } from "../ground/start-site";
import {
  added,
  aged,
  dataPlansOf,
  dropped,
  emptiedKey,
  freeFrom,
  type Good,
  goodsOf,
  manualsOf,
  raised,
  reduced,
  type Story,
  soldOut,
  storiesOf,
  swinging,
} from "./layered-store-content";
import { asText, sitemapOf } from "./sitemap";
import { type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "./watched-site";

const perPage = 6;
const aisles = { loggers: "Loggers", probes: "Probes" } as const;
type Aisle = keyof typeof aisles;
const goodPath = ({ key }: Pick<Good, "key">) => `/${key}.html`;
const storyPath = ({ slug }: Pick<Story, "slug">) => `/news/post/${slug}`;
const aislePath = (aisle: Aisle, page = 1) => `/${aisle}.html${page > 1 ? `?p=${page}` : ""}`;
const inAisle = (aisle: Aisle, day: SiteDay) => goodsOf(day).filter((good) => good.aisle === aisle);
const pagesIn = (aisle: Aisle, day: SiteDay) =>
  Array.from({ length: Math.ceil(inAisle(aisle, day).length / perPage) }, (_, index) => aislePath(aisle, index + 1));

/** A shop on a well-known heavyweight: articles at the root with .html, a layered navigation whose filters robots are told to leave alone, prices in boxes with amounts in attributes, special prices beside struck ones, form keys, others' purchases by lot, pages of a content system beside the shop. The redesign is the newer theme, of utility classes. */
export const layeredStore: SiteMake = {
  pasted: "/",
  answer: ({ path, query, url }, day, noise) => {
    if (path === "/robots.txt")
      return asText(
        `User-agent: *\nDisallow: /checkout/\nDisallow: /customer/\nDisallow: /catalogsearch/\nDisallow: /*?connection=\nDisallow: /*product_list_order=\n\nSitemap: ${url.origin}/sitemap.xml\n`,
      );
    if (path === "/sitemap.xml")
      return sitemapOf(
        url.origin,
        pagesOf(day).filter((one) => !one.includes("?")),
        `2026-11-${25 + day}T02:00:00+00:00`,
      );
    const shown = bodyOf(path, query, day, noise);
    const reply: Reply = {
      headers: { "set-cookie": `PHPSESSID=${noise.token}; path=/; HttpOnly`, "x-magento-cache-debug": "MISS" },
    };
    if (shown) return { ...reply, body: frame(shown, day, noise) };
    const lost = {
      title: "404 Not Found",
      kind: "cms-noroute-index",
      main: html`<h1 class="page-title">Whoops, our bad...</h1><p>The page you requested was not found.</p>`,
    };
    return { ...reply, status: 404, body: frame(lost, day, noise) };
  },
  truth,
};

const pagesOf = (day: SiteDay): string[] => [
  "/",
  "/data-plans",
  "/delivery",
  "/manuals",
  "/about-fennick",
  "/news",
  ...(Object.keys(aisles) as Aisle[]).flatMap((aisle) => pagesIn(aisle, day)),
  ...goodsOf(day).map(goodPath),
  ...storiesOf(day).map(storyPath),
];

function truth(day: SiteDay): DayTruth {
  return {
    pages: pagesOf(day),
    records: [
      ...goodsOf(day).map((good) => ({
        page: goodPath(good),
        title: good.name,
        values: [good.sku, good.price, ...good.facts.map(([, value]) => value)],
      })),
      ...dataPlansOf(day).map(({ name, price, lines }) => ({
        page: "/data-plans",
        title: name,
        values: [price, ...lines],
      })),
      ...manualsOf(day).map(([title, revision]) => ({ page: "/manuals", title, values: [revision] })),
      ...storiesOf(day).map((one) => ({ page: storyPath(one), title: one.title, values: [one.date] })),
    ],
    changes: changesOf(day),
    emptied: day === 2 ? [{ pages: whereIs(emptiedKey, 2), value: named(emptiedKey, 2).price }] : [],
    flapping: day >= 2 ? [{ pages: [goodPath(swinging)], values: [...swinging.words] }] : [],
  };
}

const named = (key: string, day: SiteDay): Good => goodsOf(day).find((good) => good.key === key) as Good;

/** Its own page, then the page of the list on which it stands. */
function whereIs(key: string, day: SiteDay): string[] {
  const good = named(key, day);
  const at = inAisle(good.aisle, day).findIndex((one) => one.key === key);
  return [goodPath(good), aislePath(good.aisle, Math.floor(at / perPage) + 1)];
}

/** What is dropped pulls the first one of the second page over to the first; that is no change. */
function changesOf(day: SiteDay): DayTruth["changes"] {
  if (day === 1)
    return [
      { pages: whereIs(raised.key, 1), was: named(raised.key, 0).price, is: raised.price },
      { pages: whereIs(reduced.key, 1), is: reduced.price },
      { pages: [goodPath(aged)], was: aged.was, is: aged.is },
      { pages: [...whereIs(added, 1), "/"], is: named(added, 1).name },
      { pages: ["/news/post/canopy-node", "/news", "/"], is: "Canopy Node listens to leaves" },
      { pages: ["/data-plans"], was: "€4.90 per logger", is: "€5.40 per logger" },
      { pages: [goodPath(swinging)], was: swinging.words[0], is: swinging.words[1] },
    ];
  if (day !== 2) return [];
  return [
    { pages: [...whereIs(dropped, 1), "/"], was: named(dropped, 1).name },
    { pages: whereIs(soldOut, 2), was: "In stock", is: "Out of stock" },
    { pages: ["/data-plans"], was: "Export by mail every night" },
    { pages: ["/delivery"], was: "from €150", is: "from €250" },
    { pages: ["/manuals"], was: "Revision C, March 2026", is: "Revision D, November 2026" },
    { pages: ["/news/post/harvest-notes", "/news", "/"], was: "18 percent less", is: "16 percent less" },
  ];
}

interface Shown {
  title: string;
  kind: string;
  main: Markup;
}

function bodyOf(path: string, query: URLSearchParams, day: SiteDay, noise: Noise): Shown | null {
  const cms = (title: string, words: Markup): Shown => ({
    title,
    kind: "cms-page-view",
    main: html`<div class="page-title-wrapper"><h1 class="page-title"><span class="base" data-ui-id="page-title-wrapper">${title}</span></h1></div><div class="column main">${words}</div>`,
  });
  if (path === "/")
    return {
      title: "Loggers for earth, water and weather",
      kind: "cms-index-index",
      main: html`<div data-content-type="row" data-appearance="contained" data-element="main"><h1 data-content-type="heading">Know what your field knows</h1><div data-content-type="text"><p>Fennick builds loggers and probes in Oud Zevendonk and sells them to whoever grows something.</p></div></div><h2>Loggers</h2><ul class="aisle-index">${goodsOf(day).map((good) => html`<li><a href="${goodPath(good)}">${good.name}</a></li>`)}</ul><h2>From our news</h2>${storiesOf(
        day,
      )
        .slice(0, 2)
        .map((one) => teaser(one))}${bought(day, noise)}`,
    };
  if (path === "/data-plans")
    return cms(
      "Data plans",
      html`<p>Loggers keep their readings; a plan brings them to your desk.</p><div class="pagebuilder-column-group">${dataPlansOf(day).map(({ name, price, lines }) => html`<div class="pagebuilder-column" data-content-type="column"><h3 data-content-type="heading">${name}</h3><p class="plan-price"><strong>${price}</strong></p><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></div>`)}</div>`,
    );
  if (path === "/delivery")
    return cms(
      "Delivery and returns",
      html`<p>Within the Union delivery is free from ${freeFrom(day)}; below that it costs €9.50.</p><p>Whatever you do not like comes back within 30 days.</p>`,
    );
  if (path === "/manuals")
    return cms(
      "Handbooks",
      html`<table class="data table"><thead><tr><th class="col">Handbook</th><th class="col">Revision</th></tr></thead><tbody>${manualsOf(day).map(([name, revision]) => html`<tr><td class="col">${name}</td><td class="col">${revision}</td></tr>`)}</tbody></table>`,
    );
  if (path === "/about-fennick")
    return cms(
      "About Fennick",
      html`<p>Nine people, two dogs and a field of beets. Founded in 2011 by a farmer and a maker of radios.</p><p>All loggers carry a warranty of 36 months.</p>`,
    );
  if (path === "/news")
    return cms(
      "News",
      html`<div class="post-list-wrapper"><ol class="post-list">${storiesOf(day).map((one) => html`<li class="post-holder">${teaser(one)}</li>`)}</ol></div>`,
    );
  const story = storiesOf(day).find((one) => storyPath(one) === path);
  if (story)
    return cms(
      story.title,
      html`<div class="post-view"><div class="post-info"><span class="label">Posted:</span> <span class="value">${story.date}</span></div><div class="post-text-hld"><p>${story.words}</p></div></div>`,
    );
  const aisle = (Object.keys(aisles) as Aisle[]).find((one) => aislePath(one) === path);
  if (aisle) return category(aisle, query, day);
  const good = goodsOf(day).find((one) => goodPath(one) === path);
  return good ? { title: good.name, kind: "catalog-product-view", main: single(good, day, noise) } : null;
}

const teaser = (one: Story): Markup =>
  html`<div class="post-teaser"><h3 class="post-title"><a class="post-item-link" href="${storyPath(one)}">${one.title}</a></h3><div class="post-date">${one.date}</div><p>${one.words}</p></div>`;

const amount = (price: string) => price.replace("€", "").replace(/\.00$/, "");

function priceOf(good: Good, day: SiteDay): Markup {
  const id = good.sku.slice(-4);
  if (day === 2 && good.key === emptiedKey)
    return html`<div class="price-box price-final_price" data-role="priceBox" data-product-id="${id}"></div>`;
  const one = (price: string, type: string) =>
    html`<span class="price-container price-${type}" itemprop="offers"><span id="product-price-${id}" data-price-amount="${amount(price)}" data-price-type="${type}" class="price-wrapper"><span class="price">${price}</span></span></span>`;
  if (day === 3)
    return html`<div class="price-box price-final_price" x-data="initPrice${id}()"><span class="text-2xl font-bold">${good.price}</span>${good.formerly && html` <span class="line-through text-gray-500">${good.formerly}</span>`}</div>`;
  return html`<div class="price-box price-final_price" data-role="priceBox" data-product-id="${id}">${good.formerly ? html`<span class="special-price"><span class="price-label">Special Price</span> ${one(good.price, "finalPrice")}</span> <span class="old-price"><span class="price-label">Regular Price</span> ${one(good.formerly, "oldPrice")}</span>` : one(good.price, "finalPrice")}</div>`;
}

const links = ["LoRa", "LTE-M", "Bluetooth", "Cable"] as const;

function category(aisle: Aisle, query: URLSearchParams, day: SiteDay): Shown | null {
  const all = inAisle(aisle, day);
  const link = links[Number(query.get("connection")) - 211];
  const fits = link ? all.filter((good) => good.link === link) : all;
  const last = Math.max(1, Math.ceil(fits.length / perPage));
  const page = Math.min(last, Math.max(1, Number(query.get("p")) || 1));
  const shown = fits.slice((page - 1) * perPage, page * perPage);
  const bought = (good: Good) =>
    good.isInStock
      ? html`<form data-role="tocart-form" action="/checkout/cart/add/product/${good.sku.slice(-4)}/" method="post"><button type="submit" title="Add to Cart" class="action tocart primary"><span>Add to Cart</span></button></form>`
      : html`<div class="stock unavailable"><span>Out of stock</span></div>`;
  const item = (good: Good) =>
    day === 3
      ? html`<form method="post" action="/checkout/cart/add/" class="item product product-item product_addtocart_form card card-interactive flex flex-col"><a href="${goodPath(good)}" class="product-image-link" tabindex="-1"></a><div class="product-info flex flex-col grow"><div class="mt-2 mb-1 font-semibold"><a class="product-item-link" href="${goodPath(good)}">${good.name}</a></div><div class="pt-1 text-gray-900">${priceOf(good, day)}</div>${good.isInStock ? html`<button class="btn btn-primary" aria-label="Add to Cart ${good.name}">Add to Cart</button>` : html`<p class="text-red-700">Out of stock</p>`}</div></form>`
      : html`<li class="item product product-item"><div class="product-item-info" data-container="product-grid"><a href="${goodPath(good)}" class="product photo product-item-photo" tabindex="-1"><span class="product-image-container"><img class="product-image-photo" src="/media/catalog/product/cache/${good.sku.toLowerCase()}.jpg" loading="lazy" alt="${good.name}"/></span></a><div class="product details product-item-details"><strong class="product name product-item-name"><a class="product-item-link" href="${goodPath(good)}">${good.name}</a></strong>${priceOf(good, day)}<div class="product-item-inner"><div class="actions-primary">${bought(good)}</div></div></div></div></li>`;
  const filters = links
    .map((name, index) => ({ name, index, count: all.filter((good) => good.link === name).length }))
    .filter(({ count }) => count > 0)
    .map(
      ({ name, index, count }) =>
        html`<li class="item"><a href="/${aisle}.html?connection=${211 + index}" rel="nofollow">${name} <span class="count">${count}<span class="filter-count-label"> item</span></span></a></li>`,
    );
  const numbers = Array.from({ length: last }, (_, index) => index + 1).map((number) =>
    number === page
      ? html`<li class="item current"><strong class="page"><span class="label">You're currently reading page</span> <span>${number}</span></strong></li>`
      : html`<li class="item"><a href="${aislePath(aisle, number)}" class="page"><span class="label">Page</span> <span>${number}</span></a></li>`,
  );
  const bar = html`<div class="toolbar toolbar-products"><p class="toolbar-amount" id="toolbar-amount">Items ${(page - 1) * perPage + 1}-${(page - 1) * perPage + shown.length} of ${fits.length}</p>${last > 1 && html`<div class="pages"><ul class="items pages-items" aria-labelledby="paging-label">${numbers}</ul></div>`}<div class="toolbar-sorter sorter"><label for="sorter">Sort By</label><select id="sorter" data-role="sorter" class="sorter-options"><option value="position" selected>Position</option><option value="name">Product Name</option><option value="price">Price</option></select></div></div>`;
  const list =
    day === 3
      ? html`<section class="py-8" id="product-list" aria-label="Product list"><div class="mx-auto pt-4 pb-12 grid gap-4 grid-cols-2 lg:grid-cols-3">${shown.map(item)}</div></section>`
      : html`<div class="products wrapper grid products-grid"><ol class="products list items product-items">${shown.map(item)}</ol></div>`;
  return {
    title: aisles[aisle],
    kind: "catalog-category-view",
    main: html`<div class="page-title-wrapper"><h1 class="page-title" id="page-title-heading"><span class="base">${aisles[aisle]}</span></h1></div><div class="columns"><div class="column main">${bar}${list}</div><div class="sidebar sidebar-main"><div class="block filter" id="layered-filter-block"><div class="block-title filter-title"><strong>Shop By</strong></div><div class="filter-options"><div class="filter-options-item"><div class="filter-options-title">Connection</div><div class="filter-options-content"><ol class="items">${filters}</ol></div></div></div></div></div></div>`,
  };
}

/** By lot, with names alone. */
const bought = (day: SiteDay, { turn }: Noise): Markup =>
  html`<div class="block upsell"><div class="block-title title"><strong>Customers also looked at</strong></div><ul>${rotated(goodsOf(day), turn, 3).map((good) => html`<li><a href="${goodPath(good)}">${good.name}</a></li>`)}</ul></div>`;

function single(good: Good, day: SiteDay, noise: Noise): Markup {
  const { sku, name, words, facts, isInStock, link, aisle, key, price } = good;
  const rows: [string, string][] = [...facts, ["Connection", link]];
  const data = JSON.stringify({
    "@context": "https://schema.org",
    "@type": "Product",
    name,
    sku,
    offers: {
      "@type": "Offer",
      ...(day === 2 && key === emptiedKey ? {} : { price: amount(price) }),
      priceCurrency: "EUR",
      availability: `https://schema.org/${isInStock ? "InStock" : "OutOfStock"}`,
    },
  });
  const swing = key === swinging.key && html`<p class="lead-time">${swinging.words[day % 2]}</p>`;
  const table =
    day === 3
      ? html`<section id="attributes"><h2>Specifications</h2><dl class="grid grid-cols-2">${rows.map(([label, value]) => html`<div class="contents"><dt class="text-gray-600">${label}</dt><dd>${value}</dd></div>`)}</dl></section>`
      : html`<div class="additional-attributes-wrapper table-wrapper"><table class="data table additional-attributes" id="product-attribute-specs-table"><caption class="table-caption">More Information</caption><tbody>${rows.map(([label, value]) => html`<tr><th class="col label" scope="row">${label}</th><td class="col data" data-th="${label}">${value}</td></tr>`)}</tbody></table></div>`;
  return html`<div class="breadcrumbs"><ul class="items"><li class="item"><a href="/">Home</a></li><li class="item"><a href="${aislePath(aisle)}">${aisles[aisle]}</a></li></ul></div><div class="product-info-main"><div class="page-title-wrapper product"><h1 class="page-title"><span class="base" itemprop="name">${name}</span></h1></div><div class="product-info-price">${priceOf(good, day)}<div class="product-info-stock-sku"><div class="stock ${isInStock ? "available" : "unavailable"}" title="Availability"><span>${isInStock ? "In stock" : "Out of stock"}</span></div><div class="product attribute sku"><strong class="type">SKU</strong> <div class="value" itemprop="sku">${sku}</div></div></div></div>${swing}<form data-product-sku="${sku}" action="/checkout/cart/add/uenc/${noise.token}/" method="post" id="product_addtocart_form"><input type="hidden" name="form_key" value="${noise.token.slice(0, 16)}"/>${isInStock && html`<button type="submit" title="Add to Cart" class="action primary tocart"><span>Add to Cart</span></button>`}</form><p class="watching">${noise.visitors} people have this in their cart</p></div>${raw(`<script type="application/ld+json">${data}</script>`)}<div class="product info detailed"><div class="data item content" id="description"><div class="product attribute description"><div class="value"><p>${words}</p></div></div></div><div class="data item content" id="additional">${table}</div></div>${bought(day, noise)}`;
}

const promises = [
  "Repairs for ten years",
  "Written by people, answered by people",
  "Ships from Oud Zevendonk",
  "Ask for a field test",
];

function frame({ title, kind, main }: Shown, day: SiteDay, noise: Noise): string {
  const promise = promises[noise.turn % promises.length];
  const menu = [
    ["/loggers.html", "Loggers"],
    ["/probes.html", "Probes"],
    ["/data-plans", "Data plans"],
    ["/news", "News"],
  ] as const;
  const head = html`<meta charset="utf-8"/><meta name="description" content="Fennick Loggers"/><meta name="viewport" content="width=device-width, initial-scale=1"/><title>${title} - Fennick Loggers</title><link rel="icon" href="data:,"/>`;
  const foot = html`<ul class="footer links"><li class="nav item"><a href="/about-fennick">About Fennick</a></li><li class="nav item"><a href="/delivery">Delivery and returns</a></li><li class="nav item"><a href="/manuals">Handbooks</a></li></ul>`;
  if (day === 3)
    return html`${raw("<!DOCTYPE html>")}<html lang="en"><head>${head}<link rel="stylesheet" href="/static/version${noise.build}/frontend/Fennick/hyva/en_GB/css/styles.css"/><script>const BASE_URL='/';var hyva=hyva||{};hyva.formKey="${noise.token.slice(0, 16)}";</script></head><body id="html-body" class="${kind} page-layout-1column"><div class="page-wrapper"><header class="page-header"><div class="container flex"><a href="/" aria-label="Go to Home page">Fennick Loggers</a><nav class="hidden lg:block" x-data="initMenu_${noise.build}()">${menu.map(([href, words]) => html`<a class="level-0" href="${href}">${words}</a>`)}</nav><span class="cart-count" x-text="summaryCount"></span></div></header><div class="bg-container-darker text-sm">${promise}</div><main id="maincontent" class="page-main container">${main}</main><footer class="page-footer">${foot}<p>© 2026 Fennick BV</p></footer></div></body></html>`
      .markup;
  return html`${raw("<!doctype html>")}<html lang="en"><head>${head}<link rel="stylesheet" type="text/css" media="all" href="/static/version${noise.build}/_cache/merged/styles-l.min.css"/><script>var BASE_URL = '/'; var require = { 'baseUrl': '/static/version${noise.build}/frontend/Fennick/luma/en_GB' };</script></head><body data-container="body" data-mage-init='{"loaderAjax": {}, "loader": { "icon": "/static/loader-2.gif"}}' class="${kind} page-layout-2columns-left"><div class="cookie-status-message" id="cookie-status">The store will not work correctly when cookies are disabled.</div><script type="text/x-magento-init">{"*":{"mage/cookies":{"expires":null,"path":"/","lifetime":3600}}}</script><noscript><div class="message global noscript"><div class="content"><p><strong>JavaScript seems to be disabled in your browser.</strong> <span>For the best experience on our site, be sure to turn on Javascript in your browser.</span></p></div></div></noscript><div class="page-wrapper"><header class="page-header"><div class="panel wrapper"><div class="panel header"><a class="action skip contentarea" href="#contentarea"><span>Skip to Content</span></a><ul class="header links"><li class="greet welcome" data-bind="scope: 'customer'"><span class="not-logged-in">${promise}</span></li><li><a href="/customer/account/login/referer/${noise.token}/">Sign In</a></li></ul></div></div><div class="header content"><a class="logo" href="/" title="Fennick Loggers">Fennick Loggers</a><div data-block="minicart" class="minicart-wrapper"><a class="action showcart" href="/checkout/cart/"><span class="text">My Cart</span></a></div><div class="block block-search"><form class="form minisearch" id="search_mini_form" action="/catalogsearch/result/" method="get"><input id="search" type="text" name="q" placeholder="Search entire store here..." maxlength="128" role="combobox"/></form></div></div></header><div class="sections nav-sections"><nav class="navigation" data-action="navigation"><ul>${menu.map(([href, words]) => html`<li class="level0 level-top ui-menu-item"><a href="${href}" class="level-top"><span>${words}</span></a></li>`)}</ul></nav></div><main id="maincontent" class="page-main"><a id="contentarea" tabindex="-1"></a><div class="page messages"><div data-placeholder="messages"></div></div>${main}</main><footer class="page-footer"><div class="footer content">${foot}<form class="form subscribe" action="/newsletter/subscriber/new/" method="post" id="newsletter-validate-detail"><input name="form_key" type="hidden" value="${noise.token.slice(0, 16)}"/><input name="email" type="email" placeholder="Enter your email address"/><button title="Subscribe" type="submit"><span>Subscribe</span></button></form></div></footer><small class="copyright"><span>© 2026 Fennick BV. All rights reserved.</span></small></div></body></html>`
    .markup;
}
