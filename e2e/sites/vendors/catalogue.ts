import { html, type Markup, raw } from "../ground/html";
import type { SiteRequest } from "../ground/start-site";
import {
  type Article,
  articlesOf,
  emptiedSku,
  goneSku,
  groupNames,
  priceOf,
  raisedSku,
  reducedSku,
} from "./catalogue-content";
import { type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "./watched-site";

const perPage = 6;
const pathOf = ({ slug }: Article) => `/p/${slug}`;
const find = (day: SiteDay, sku: string) => articlesOf(day).find((one) => one.sku === sku) as Article;

/** A shop's catalogue: groups with paging, sorting and filters, articles with SKU, variants, stock and struck prices, JSON-LD beside them. */
export const catalogue: SiteMake = {
  pasted: "/",
  answer: (request, day, noise) => {
    if (request.path === "/robots.txt")
      return {
        body: "User-agent: *\nDisallow: /basket\nDisallow: /account\n",
        headers: { "content-type": "text/plain" },
      };
    const shown = bodyOf(request, day, noise);
    const headers: Record<string, string> = { "set-cookie": `basket=${noise.token}; Path=/` };
    return shown ? { body: frame(shown, day, noise), headers } : null;
  },
  truth,
};

function truth(day: SiteDay): DayTruth {
  const articles = articlesOf(day);
  const inGroup = (group: string) => articles.filter((one) => one.group === group);
  const lists = groupNames.flatMap((group) =>
    Array.from({ length: Math.ceil(inGroup(group).length / perPage) }, (_, index) =>
      index === 0 ? `/c/${group}` : `/c/${group}?page=${index + 1}`,
    ),
  );
  const listOf = ({ group, sku }: Article) => {
    const index = Math.floor(inGroup(group).findIndex((one) => one.sku === sku) / perPage);
    return index <= 0 ? `/c/${group}` : `/c/${group}?page=${index + 1}`;
  };
  const moved = [raisedSku, reducedSku].map((sku) => {
    const [was, is] = [find(0, sku), find(1, sku)];
    return { pages: [pathOf(is), listOf(is)], was: priceOf(was.price), is: priceOf(is.price) };
  });
  const emptied = find(1, emptiedSku);
  return {
    pages: ["/", "/delivery", "/returns", ...lists, ...articles.map(pathOf)],
    records: articles.map((one) => ({ page: pathOf(one), title: one.name, values: [one.sku, priceOf(one.price)] })),
    changes:
      day === 1
        ? [
            ...moved,
            { pages: lists.filter((path) => path.startsWith("/c/marking")), was: find(0, goneSku).name },
            { pages: [...lists.filter((path) => path.startsWith("/c/marking")), "/"], is: "Rolling barrier orange" },
          ]
        : [],
    emptied: day === 2 ? [{ pages: [pathOf(emptied), listOf(emptied)], value: priceOf(emptied.price) }] : [],
    flapping: [],
  };
}

interface Shown {
  title: string;
  main: Markup;
  head?: Markup;
}

function bodyOf({ path, query }: SiteRequest, day: SiteDay, noise: Noise): Shown | null {
  const articles = articlesOf(day);
  if (path === "/")
    return {
      title: "Protective gear for work",
      main: html`<h1>Protective gear for work</h1><p>Dorn &amp; Wick delivers gloves, helmets, footwear and markings to building sites from two warehouses, ordered by four and there the next morning.</p><div class="cat-tiles">${groupNames.map((group) => html`<a class="tile" href="/c/${group}"><span>${titleOf(group)}</span></a>`)}</div><h2>New in</h2><div class="grid">${articles.slice(-3).map((one) => card(one, day))}</div>`,
    };
  if (path === "/delivery")
    return {
      title: "Delivery",
      main: html`<h1>Delivery</h1><p>Orders above $150 are delivered free of charge. Below that a parcel costs $8.90 and a pallet $64.</p><p>Express orders leave until 16:00 and arrive before 10:00.</p>`,
    };
  if (path === "/returns")
    return {
      title: "Returns",
      main: html`<h1>Returns</h1><p>Send back what does not fit within 60 days, unworn and in its bag. Helmets are never taken back.</p>`,
    };
  const group = groupNames.find((name) => path === `/c/${name}`);
  if (group) return listing(group, query, day);
  const article = articles.find((one) => pathOf(one) === path);
  if (article) return detail(article, articles, day, noise);
  if (path === "/basket" || path === "/account")
    return { title: "Please sign in", main: html`<h1>Please sign in</h1>` };
  return null;
}

const titleOf = (group: string) => (group[0]?.toUpperCase() ?? "") + group.slice(1);

function priceBox(one: Article, day: SiteDay): Markup {
  if (day === 2 && one.sku === emptiedSku) return html`<div class="price-box"><span class="price"></span></div>`;
  const old = one.was ? html`<del class="price-old">${priceOf(one.was)}</del> ` : "";
  return day === 3
    ? html`<p class="amount">${old}<b>${priceOf(one.price)}</b></p>`
    : html`<div class="price-box">${old}<span class="price${one.was ? " price--sale" : ""}">${priceOf(one.price)}</span></div>`;
}

function card(one: Article, day: SiteDay): Markup {
  return day === 3
    ? html`<li class="hit"><figure><img src="/img/${one.sku}.webp" alt=""></figure><div><h3><a href="${pathOf(one)}">${one.name}</a></h3><small>${one.sku}</small>${priceBox(one, day)}</div></li>`
    : html`<div class="product-item" data-sku="${one.sku}"><a class="product-photo" href="${pathOf(one)}"><img src="/img/${one.sku}.jpg" loading="lazy" alt="${one.name}"></a><strong class="product-name"><a href="${pathOf(one)}">${one.name}</a></strong><div class="sku">${one.sku}</div>${priceBox(one, day)}<button class="tocart">Add to basket</button></div>`;
}

function listing(group: string, query: URLSearchParams, day: SiteDay): Shown {
  const all = articlesOf(day).filter((one) => one.group === group);
  const sort = query.get("sort");
  if (sort === "price") all.sort((a, b) => a.price - b.price);
  if (sort === "name") all.sort((a, b) => a.name.localeCompare(b.name));
  const last = Math.ceil(all.length / perPage);
  const page = Math.min(last, Math.max(1, Number(query.get("page")) || 1));
  const link = (number: number) =>
    `/c/${group}${sort ? `?sort=${sort}&page=${number}` : number === 1 ? "" : `?page=${number}`}`;
  const sorter = html`<div class="toolbar"><span>${all.length} articles</span><ul class="sorter">${["price", "name"].map((by) => html`<li><a href="/c/${group}?sort=${by}">By ${by}</a></li>`)}</ul><ul class="filters">${["S", "M", "L", "XL"].map((size) => html`<li><a rel="nofollow" href="/c/${group}?size=${size}${sort ? `&sort=${sort}` : ""}">Size ${size}</a></li>`)}</ul></div>`;
  const items = all.slice((page - 1) * perPage, page * perPage).map((one) => card(one, day));
  const pager = html`<ul class="pages-items">${Array.from({ length: last }, (_, index) => html`<li>${index + 1 === page ? html`<strong>${page}</strong>` : html`<a href="${link(index + 1)}">${index + 1}</a>`}</li>`)}${page < last ? html`<li><a class="action next" rel="next" href="${link(page + 1)}" title="Next"><span>›</span></a></li>` : ""}</ul>`;
  const grid = day === 3 ? html`<ul class="hits">${items}</ul>` : html`<div class="products-grid">${items}</div>`;
  return {
    title: titleOf(group),
    main: html`<h1>${titleOf(group)}</h1>${sorter}${grid}${pager}`,
    head: html`<link rel="canonical" href="${page === 1 ? `/c/${group}` : `/c/${group}?page=${page}`}">`,
  };
}

function detail(one: Article, all: Article[], day: SiteDay, noise: Noise): Shown {
  const isBlank = day === 2 && one.sku === emptiedSku;
  const data = {
    "@context": "https://schema.org",
    "@type": "Product",
    name: one.name,
    sku: one.sku,
    offers: isBlank
      ? undefined
      : {
          "@type": "Offer",
          price: one.price.toFixed(2),
          priceCurrency: "USD",
          availability: "https://schema.org/InStock",
        },
  };
  const stock = html`<p class="stock available">In stock: ${one.stock + (noise.turn % 5)} pieces</p><p class="social-proof">${noise.visitors} people have this in their basket</p>`;
  const facts = [
    ["Article number", one.sku],
    ["Rating", one.rating],
    ["Sizes", one.variants.join(", ")],
  ];
  const table =
    day === 3
      ? html`<ul class="facts">${facts.map(([label, value]) => html`<li><span>${label}</span> <span>${value}</span></li>`)}</ul>`
      : html`<table class="additional-attributes"><tbody>${facts.map(([label, value]) => html`<tr><th class="col label">${label}</th><td class="col data">${value}</td></tr>`)}</tbody></table>`;
  const also = html`<section class="upsell"><h2>Customers also bought</h2>${rotated(all, noise.turn, 4).map((other) => html`<div class="product-item"><a href="${pathOf(other)}">${other.name}</a> <span class="price">${priceOf(other.price)}</span></div>`)}</section>`;
  return {
    title: one.name,
    main: html`<nav class="breadcrumbs"><a href="/">Home</a> / <a href="/c/${one.group}">${titleOf(one.group)}</a></nav><h1>${one.name}</h1>${priceBox(one, day)}${stock}<form action="/basket" method="post"><input type="hidden" name="form_key" value="${noise.token}"><select name="size">${one.variants.map((size) => html`<option>${size}</option>`)}</select><button>Add to basket</button></form><div class="description"><p>${one.text}</p></div>${table}${also}`,
    head: html`<link rel="canonical" href="${pathOf(one)}"><script type="application/ld+json">${raw(JSON.stringify(data))}</script>`,
  };
}

function frame({ title, main, head }: Shown, day: SiteDay, noise: Noise): string {
  const menu = html`<ul class="${day === 3 ? "top-menu" : "navigation"}">${groupNames.map((group) => html`<li><a href="/c/${group}">${titleOf(group)}</a></li>`)}<li><a href="/delivery">Delivery</a></li><li><a href="/returns">Returns</a></li></ul>`;
  return html`${raw("<!doctype html>")}<html lang="en-US"><head><meta charset="utf-8"><title>${title} - Dorn &amp; Wick</title>${head}<link rel="stylesheet" href="/static/version${noise.build}/styles.css"></head><body class="catalog"><div class="page-wrapper"><header class="page-header"><a class="logo" href="/">Dorn &amp; Wick</a>${menu}<a href="/basket">Basket (${noise.turn % 3})</a><a href="/account">Account</a></header><main id="maincontent" class="page-main">${main}</main><footer class="page-footer"><small>All prices without sales tax. Session ${noise.token}</small></footer></div></body></html>`
    .markup;
}
