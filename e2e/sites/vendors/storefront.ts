import { html, type Markup, raw } from "../ground/html";
import type { SiteRequest } from "../ground/start-site";
import {
  bars,
  type Currency,
  currencies,
  dispatch,
  emptied,
  flapping,
  gone,
  groups,
  money,
  type Product,
  pathOf,
  productsOf,
  raised,
  reduced,
  soldOut,
  type Variant,
} from "./storefront-content";
import { forCrawlers } from "./storefront-robots";
import { type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "./watched-site";

const perPage = 6;
const onHome = 4;
const first = ({ variants }: Product) => variants[0] as Variant;
const isSoldOut = ({ variants }: Product) => variants.every(({ isAvailable }) => !isAvailable);
const currencyNames = Object.keys(currencies) as Currency[];

/** A shop on a hosted system: products under their own address and under each collection, variants in a select and in JSON, struck prices, sold-out badges, three currencies by cookie, JSON-LD. */
export const storefront: SiteMake = {
  pasted: "/",
  answer: (request, day, noise) => {
    const mapped = forCrawlers(request.path, request.url.origin, day, noise);
    if (mapped) return mapped;
    if (request.path === "/localization") {
      const country = request.form.get("currency") ?? request.query.get("currency") ?? "GBP";
      return { status: 302, headers: { location: "/", "set-cookie": `cart_currency=${country}; Path=/` }, body: "" };
    }
    const asked = request.query.get("currency") ?? request.cookies.cart_currency;
    const currency = currencyNames.find((name) => name === asked) ?? "GBP";
    const shown = bodyOf(request, currency, day, noise);
    return shown
      ? {
          body: frame(shown, currency, request.url.origin, day, noise),
          headers: { "set-cookie": [`_y=${noise.token}; Path=/`, `_s=${noise.token}1; Path=/`], "x-shopid": "60411" },
        }
      : null;
  },
  truth,
};

const listsOf = (day: SiteDay) => [
  "/collections/all",
  ...(productsOf(day).length > perPage ? ["/collections/all?page=2"] : []),
];
/** Where a product is listed on a day. */
function listsWith(handle: string, day: SiteDay): string[] {
  const at = productsOf(day).findIndex((one) => one.handle === handle);
  const all = at < perPage ? "/collections/all" : "/collections/all?page=2";
  return [...(at < onHome ? ["/"] : []), `/collections/${find(day, handle).collection}`, all];
}
const find = (day: SiteDay, handle: string) => productsOf(day).find((one) => one.handle === handle) as Product;

function truth(day: SiteDay): DayTruth {
  const products = productsOf(day);
  const value = emptied && find(day, emptied).madeIn;
  return {
    pages: [
      "/",
      "/pages/about",
      "/policies/shipping-policy",
      "/collections",
      ...listsOf(day),
      ...groups.map((group) => `/collections/${group}`),
      ...products.map(pathOf),
    ],
    records: products.map((one) => ({
      page: pathOf(one),
      title: one.title,
      values: [
        ...currencyNames.map((currency) => money(first(one).pence, currency)),
        ...one.variants.flatMap(({ title, sku }) => (title === "Default Title" ? [sku] : [title, sku])),
        one.madeIn,
        ...(first(one).before ? [money(first(one).before ?? 0, "GBP")] : []),
      ],
    })),
    changes: changesOf(day),
    emptied: day === 2 ? [{ pages: [`/products/${emptied}`], value }] : [],
    flapping: day >= 2 ? [{ pages: [`/products/${flapping}`], values: [...dispatch] }] : [],
  };
}

function changesOf(day: SiteDay): DayTruth["changes"] {
  const outPages = [`/products/${soldOut}`, `/collections/kettles/products/${soldOut}`, ...listsWith(soldOut, day)];
  if (day === 2) return [{ pages: outPages, was: "Sold out", is: "Add to cart" }];
  if (day !== 1) return [];
  const priced = [raised, reduced].flatMap((handle) => {
    const [old, now] = [find(0, handle), find(1, handle)];
    const own = [pathOf(now), `/collections/${now.collection}${pathOf(now)}`];
    return now.variants.flatMap((one, index) =>
      currencyNames.flatMap((currency) => {
        const was = money(old.variants[index]?.pence ?? 0, currency);
        const isFirst = index === 0;
        if (!isFirst && (currency !== "GBP" || one.pence === first(now).pence)) return [];
        const lists = currency === "GBP" && isFirst ? listsWith(handle, 1) : [];
        return [{ pages: [...own, ...lists], was, is: money(one.pence, currency) }];
      }),
    );
  });
  return [
    ...priced,
    { pages: outPages, was: "Add to cart", is: "Sold out" },
    { pages: listsWith(gone, 0), was: find(0, gone).title },
    { pages: [...listsWith("copper-kettle", 1), "/products/copper-kettle"], is: "Copper Kettle" },
    { pages: [`/products/${flapping}`], was: dispatch[0], is: dispatch[1] },
    { pages: ["/policies/shipping-policy"], was: "£45", is: "£60" },
  ];
}

interface Shown {
  title: string;
  main: Markup;
  canonical: string;
  data?: unknown;
}

function bodyOf({ path, query, url }: SiteRequest, currency: Currency, day: SiteDay, noise: Noise): Shown | null {
  const products = productsOf(day);
  const shown = (title: string, main: Markup, canonical = path, data?: unknown): Shown => ({
    title,
    main,
    canonical,
    data,
  });
  if (path === "/")
    return shown(
      "Coffee tools that can be mended",
      html`<div class="shopify-section index-section--hero"><h1 class="h1">Coffee tools that can be mended</h1><p>Pellworm makes grinders and kettles, and every part of them.</p><a class="btn" href="/collections/all">Shop all</a></div><div class="shopify-section"><h2>New and loved</h2>${grid(products.slice(0, onHome), "all", currency, day)}</div>`,
    );
  if (path === "/cart")
    return shown(
      "Your cart",
      html`<div class="page-width"><h1>Your cart</h1><p>Your cart is currently empty.</p></div>`,
    );
  if (path === "/pages/about")
    return shown(
      "About",
      html`<div class="page-width rte"><h1>About</h1><p>Pellworm was begun in 2009 in a boathouse in Faversham by two people who had lost a burr. We are eleven now and still look for it.</p></div>`,
    );
  if (path === "/policies/shipping-policy")
    return shown(
      "Shipping policy",
      html`<div class="shopify-policy__container"><div class="shopify-policy__title"><h1>Shipping policy</h1></div><div class="shopify-policy__body"><div class="rte"><p>Orders over ${day === 0 ? "£45" : "£60"} are sent free of charge within the United Kingdom. Ireland and the continent take four to six days; duties are ours.</p></div></div></div>`,
    );
  if (path === "/collections")
    return shown(
      "Collections",
      html`<h1>Collections</h1><ul class="list-collections">${groups.map((group) => html`<li><a href="/collections/${group}" class="collection-card">${name(group)}</a></li>`)}</ul>`,
    );
  const [, , group, , handle] = path.split("/");
  const one = products.find((candidate) => path === pathOf(candidate) || (candidate.handle === handle && group));
  if (one)
    return shown(
      one.title,
      single(one, query.get("variant"), currency, day, noise),
      pathOf(one),
      ldOf(one, currency, url.origin),
    );
  const listed = group === "all" ? products : products.filter(({ collection }) => collection === group);
  if (!path.startsWith("/collections/") || handle || listed.length === 0) return null;
  const page = Math.max(1, Number(query.get("page")) || 1);
  const part = listed.slice((page - 1) * perPage, page * perPage);
  const title = group === "all" ? "All products" : name(group ?? "");
  return shown(
    title,
    html`<div id="CollectionSection"><h1 class="collection-hero__title">${title}</h1>${facets(listed, path, noise)}${grid(part, group ?? "all", currency, day)}${pager(listed.length, page, path)}</div>`,
    page === 1 ? path : `${path}?page=${page}`,
  );
}

const name = (group: string) => group.charAt(0).toUpperCase() + group.slice(1);

const facets = (listed: Product[], path: string, noise: Noise) =>
  html`<form class="facets" action="${path}"><label>Sort by <select name="sort_by"><option value="manual">Featured</option><option value="price-ascending">Price, low to high</option></select></label><a href="${path}?filter.v.availability=1&amp;sort_by=price-descending&amp;_sid=${noise.token}" rel="nofollow">In stock</a><span class="product-count">${listed.length} products</span></form>`;

function pager(count: number, page: number, path: string): Markup | "" {
  const last = Math.ceil(count / perPage);
  if (last < 2) return "";
  return html`<div class="pagination">${page > 1 && html`<span class="prev"><a href="${path}?page=${page - 1}">← Previous</a></span>`}<span class="page current">${page}</span>${page < last && html`<span class="next"><a href="${path}?page=${page + 1}">Next →</a></span>`}</div>`;
}

/** The price as a theme writes it; a struck price stands before or after, as the theme likes. */
function priceBox(one: Variant, currency: Currency, day: SiteDay, prefix = ""): Markup {
  const now = html`${prefix}<span class="money">${money(one.pence, currency)}</span>`;
  if (!one.before)
    return day === 3
      ? html`<div class="price__regular"><span class="visually-hidden">Regular price</span><span class="price-item price-item--regular">${now}</span></div>`
      : html`<span class="product-price__price">${now}</span>`;
  const before = html`<s class="price-item--old"><span class="money">${money(one.before, currency)}</span></s>`;
  return day === 3
    ? html`<div class="price__sale"><span class="visually-hidden">Sale price</span><span class="price-item price-item--sale">${now}</span><span class="visually-hidden">Regular price</span>${before}</div>`
    : html`<span class="product-price__price product-price__sale">${before} ${now}<span class="product-price__sale-label">Sale</span></span>`;
}

function grid(products: Product[], group: string, currency: Currency, day: SiteDay): Markup {
  return html`<div class="${day === 3 ? "product-grid grid--3-col" : "grid grid--uniform grid--view-items"}">${products.map(
    (one) => {
      const prefix = new Set(one.variants.map(({ pence }) => pence)).size > 1 ? "From " : "";
      const badge =
        isSoldOut(one) &&
        html`<span class="${day === 3 ? "badge badge--bottom-left" : "grid-view-item__sold-out"}">Sold out</span>`;
      return day === 3
        ? html`<li class="grid__item"><div class="card-wrapper"><h3 class="card__heading"><a href="${pathOf(one)}" class="full-unstyled-link">${one.title}</a></h3>${badge}<div class="card-information">${priceBox(first(one), currency, day, prefix)}</div></div></li>`
        : html`<div class="grid__item medium-up--one-third"><div class="grid-view-item"><a class="grid-view-item__link" href="${group === "all" ? "" : `/collections/${group}`}${pathOf(one)}"><img class="lazyload" alt="${one.title}" data-src="//cdn.invalid/s/files/${one.handle}_{width}x.jpg?v=17"><div class="h4 grid-view-item__title">${one.title}</div><div class="grid-view-item__meta"><span class="visually-hidden">Regular price</span>${priceBox(first(one), currency, day, prefix)}${badge}</div></a></div></div>`;
    },
  )}</div>`;
}

const variantId = (one: Product, index: number) =>
  39_400_000 + one.handle.length * 1_000 + first(one).sku.length * 10 + index;

function single(one: Product, asked: string | null, currency: Currency, day: SiteDay, noise: Noise): Markup {
  const at = one.variants.findIndex((_, index) => String(variantId(one, index)) === asked);
  const chosen = one.variants[at] ?? first(one);
  const options = one.variants.map(
    ({ title, pence, isAvailable, sku }, index) =>
      html`<option value="${variantId(one, index)}" data-sku="${sku}"${raw(isAvailable ? "" : " disabled")}>${title === "Default Title" ? one.title : title} - ${isAvailable ? money(pence, currency) : "Sold out"}</option>`,
  );
  const json = one.variants.map((each, index) => ({
    id: variantId(one, index),
    title: each.title,
    sku: each.sku,
    price: each.pence,
    compare_at_price: each.before ?? null,
    available: each.isAvailable,
  }));
  const others = currencyNames.filter((each) => each !== currency).map((each) => money(chosen.pence, each));
  const madeIn = day === 2 && one.handle === emptied ? "" : one.madeIn;
  const ships = one.handle === flapping ? dispatch[day % 2] : "Ships within 2 days";
  const button = html`<button type="submit" name="add"${raw(chosen.isAvailable ? "" : " disabled")}>${chosen.isAvailable ? "Add to cart" : "Sold out"}</button>`;
  const sku = html`<p class="sku">SKU: <span>${chosen.sku}</span></p>`;
  const form =
    day === 3
      ? html`<variant-radios data-section="main"><fieldset><legend>Option</legend>${one.variants.map(({ title }, index) => html`<input type="radio" id="v${index}" name="option" value="${title}"${raw(index === Math.max(at, 0) ? " checked" : "")}><label for="v${index}">${title}</label>`)}</fieldset><script type="application/json">${raw(JSON.stringify(json))}</script></variant-radios><noscript><select name="id">${options}</select></noscript>${button}`
      : html`<form method="post" action="/cart/add" class="product-form"><select name="id" class="product-form__variants no-js">${options}</select>${button}</form><script type="application/json" id="ProductJson-product-template">${raw(JSON.stringify({ handle: one.handle, variants: json }))}</script>`;
  const facts =
    day === 3
      ? html`<div class="accordion"><details open><summary>Details</summary><p>Made in ${madeIn}</p><p>${ships}</p></details></div>`
      : html`<div class="product-tabs"><table><tr><td>Made in</td><td>${madeIn}</td></tr><tr><td>Dispatch</td><td>${ships}</td></tr></table></div>`;
  const more = rotated(
    productsOf(day).filter(({ handle }) => handle !== one.handle),
    noise.turn,
    3,
  );
  return html`<div class="product-template__container page-width" itemscope><h1 class="${day === 3 ? "product__title" : "product-single__title"}">${one.title}</h1><div class="price">${priceBox(chosen, currency, day)}</div><p class="also">Also ${others.join(" or ")}</p>${form}${sku}<div class="product-single__description rte"><p>${one.text}</p></div>${facts}<p class="social-proof">${noise.visitors} people have this in their basket. Last bought ${noise.ago}.</p></div><div class="product-recommendations" data-url="/recommendations/products?limit=3"><h2>You may also like</h2>${more.map((other) => html`<a href="${pathOf(other)}?pr_prod_strat=e5&amp;pr_rec_id=${noise.token}&amp;pr_seq=uniform">${other.title}</a>`)}</div>`;
}

function ldOf(one: Product, currency: Currency, origin: string): unknown {
  return {
    "@context": "http://schema.org/",
    "@type": "Product",
    name: one.title,
    url: origin + pathOf(one),
    description: one.text,
    brand: { "@type": "Brand", name: "Pellworm" },
    offers: one.variants.map(({ sku, pence, isAvailable }, index) => ({
      "@type": "Offer",
      sku,
      availability: `http://schema.org/${isAvailable ? "InStock" : "OutOfStock"}`,
      price: money(pence, currency).slice(1),
      priceCurrency: currency,
      url: `${origin}${pathOf(one)}?variant=${variantId(one, index)}`,
    })),
  };
}

function frame(
  { title, main, canonical, data }: Shown,
  currency: Currency,
  origin: string,
  day: SiteDay,
  noise: Noise,
): string {
  const menu = groups.map(
    (group) =>
      html`<li><a href="/collections/${group}" class="site-nav__link"><span class="site-nav__label">${name(group)}</span></a></li>`,
  );
  const picker = html`<form method="post" action="/localization" class="localization-form"><select name="currency">${currencyNames.map((each) => html`<option value="${each}"${raw(each === currency ? " selected" : "")}>${currencies[each].name} (${each} ${currencies[each].sign})</option>`)}</select><button>Update country</button></form>`;
  return html`${raw("<!doctype html>")}<html class="no-js" lang="en"><head><meta charset="utf-8"><link rel="canonical" href="${origin}${canonical}"><title>${title} &ndash; Pellworm</title><meta property="og:price:currency" content="${currency}"><script>window.performance&&performance.mark("shopify.content_for_header.start");var Shop={shop:"pellworm.invalid",theme:{id:${day === 3 ? 1402 : 771},build:"${noise.build}"},currency:{active:"${currency}",rate:"1.0"},cart_token:"${noise.token}"}</script>${data ? html`<script type="application/ld+json">${raw(JSON.stringify(data))}</script>` : ""}</head><body class="template-${day === 3 ? "2" : "1"}"><a class="in-page-link visually-hidden skip-link" href="#MainContent">Skip to content</a><div class="announcement-bar" role="region"><p>${bars[noise.turn % bars.length]}</p></div><header class="site-header"><a href="/" class="site-header__logo">Pellworm</a><ul class="site-nav list--inline">${menu}<li><a href="/pages/about" class="site-nav__link">About</a></li></ul><a href="/cart" class="cart-link">Cart <span data-cart-count>0</span></a></header><main id="MainContent" role="main">${main}</main><footer class="site-footer"><ul><li><a href="/collections">Collections</a></li><li><a href="/collections/all">All products</a></li><li><a href="/policies/shipping-policy">Shipping policy</a></li></ul>${picker}<form class="newsletter" action="/contact#newsletter" method="post"><p>${noise.isVariant ? "Letters, four a year" : "Join 4,000 others"}</p><input type="email" name="contact[email]"></form><small>&copy; 2026, Pellworm. Powered by a shop system</small></footer></body></html>`
    .markup;
}
