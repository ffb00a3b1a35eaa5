import { html, type Markup, raw } from "../ground/html";
import { emptiedSlug, pounds, type Ware, waresOf } from "./variant-shop-content";
import { type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "./watched-site";

const pathOf = ({ slug }: Ware) => `/product/${slug}/`;
const groups = ["paint", "primer", "tools"];
const perPage = 6;
const lowest = ({ variants }: Ware) => Math.min(...variants.map(({ pence }) => pence));

/** A shop on a well-known plugin: "from" prices in the lists, the prices of the variants in a data attribute that a script reads. */
export const variantShop: SiteMake = {
  pasted: "/shop/",
  answer: ({ path }, day, noise) => {
    const shown = bodyOf(path, day, noise);
    return shown ? { body: frame(shown.title, shown.main, day, noise) } : null;
  },
  truth,
};

function truth(day: SiteDay): DayTruth {
  const wares = waresOf(day);
  const lists = Array.from({ length: Math.ceil(wares.length / perPage) }, (_, index) =>
    index === 0 ? "/shop/" : `/shop/page/${index + 1}/`,
  );
  const at = (slug: string) => [`/product/${slug}/`, ...lists, ...groups.map((group) => `/product-category/${group}/`)];
  return {
    pages: ["/", "/delivery/", ...lists, ...groups.map((group) => `/product-category/${group}/`), ...wares.map(pathOf)],
    records: wares.map((one) => ({
      page: pathOf(one),
      title: one.name,
      values: [pounds(lowest(one)), one.stock, ...one.variants.map(({ size }) => size)],
    })),
    changes:
      day === 1
        ? [
            { pages: at("foundry-red"), was: "£29.90", is: "£31.90" },
            { pages: ["/product/lime-wash/"], was: "£39.90", is: "£43.75" },
            { pages: ["/product/wall-brush/"], was: "In stock", is: "Sold out until spring" },
            { pages: ["/shop/page/2/", "/product-category/tools/", "/shop/"], was: "Strainer bags" },
            { pages: ["/shop/page/2/", "/product-category/paint/", "/shop/"], is: "Harbour blue" },
            { pages: ["/delivery/"], was: "£40", is: "£55" },
          ]
        : [],
    emptied: day === 2 ? [{ pages: at(emptiedSlug), value: "£14.75" }] : [],
    flapping: [],
  };
}

function bodyOf(path: string, day: SiteDay, noise: Noise): { title: string; main: Markup } | null {
  const wares = waresOf(day);
  if (path === "/")
    return {
      title: "Paint from linseed and lime",
      main: html`<h1>Paint from linseed and lime</h1><p>Wyke and Daughters have boiled oil in Bideford since 1978. Everything we sell can be scraped off again.</p><p><a class="button" href="/shop/">To the shop</a></p>`,
    };
  if (path === "/delivery/")
    return {
      title: "Delivery",
      main: html`<h1 class="entry-title">Delivery</h1><p>Orders over ${day === 0 ? "£40" : "£55"} travel free of charge on the mainland. Tins above five litres come by a carrier who rings first.</p>`,
    };
  const number = path === "/shop/" ? 1 : Number(/^\/shop\/page\/(\d+)\/$/.exec(path)?.[1]);
  const count = Math.ceil(wares.length / perPage);
  if (number >= 1 && number <= count) {
    const pager = html`<nav class="woocommerce-pagination"><ul class="page-numbers">${Array.from({ length: count }, (_, index) => html`<li>${index + 1 === number ? html`<span class="page-numbers current">${number}</span>` : html`<a class="page-numbers" href="${index === 0 ? "/shop/" : `/shop/page/${index + 1}/`}">${index + 1}</a>`}</li>`)}</ul></nav>`;
    return {
      title: "Shop",
      main: html`<h1 class="page-title">Shop</h1>${list(wares.slice((number - 1) * perPage, number * perPage), day, noise)}${pager}`,
    };
  }
  const group = groups.find((name) => path === `/product-category/${name}/`);
  if (group)
    return {
      title: group,
      main: html`<h1 class="page-title">${group.charAt(0).toUpperCase()}${group.slice(1)}</h1>${list(
        wares.filter((one) => one.group === group),
        day,
        noise,
      )}`,
    };
  const one = wares.find((candidate) => pathOf(candidate) === path);
  return one ? { title: one.name, main: single(one, wares, day, noise) } : null;
}

const isLost = ({ slug }: Ware, day: SiteDay) => day === 2 && slug === emptiedSlug;
const amount = (pence: number) => html`<span class="amount"><bdi>${pounds(pence)}</bdi></span>`;
const from = (one: Ware, day: SiteDay) =>
  isLost(one, day) ? html`<span class="price"></span>` : html`<span class="price">From ${amount(lowest(one))}</span>`;

function list(wares: Ware[], day: SiteDay, noise: Noise): Markup {
  return html`<ul class="products columns-3">${wares.map((one) => html`<li class="${day === 3 ? "card" : `product type-product instock product_cat-${one.group}`}"><a href="${pathOf(one)}" class="woocommerce-LoopProduct-link"><img src="/wp-content/uploads/${one.slug}-300x300.jpg" alt=""><h2 class="woocommerce-loop-product__title">${one.name}</h2>${from(one, day)}</a><a href="${pathOf(one)}?nonce=${noise.token}" rel="nofollow" class="button">Select options</a></li>`)}</ul>`;
}

function single(one: Ware, wares: Ware[], day: SiteDay, noise: Noise): Markup {
  const variants = one.variants.map(({ size, sku, pence }, index) => ({
    attributes: { attribute_size: size },
    variation_id: one.slug.length * 100 + index,
    sku,
    display_price: isLost(one, day) ? "" : pence / 100,
    price_html: isLost(one, day) ? "" : `<span class="price">${pounds(pence)}</span>`,
    is_in_stock: one.stock === "In stock",
  }));
  const form = html`<form class="variations_form cart" method="post" data-product_id="${one.slug.length * 100}" data-product_variations="${JSON.stringify(variants)}"><table class="variations"><tr><th class="label"><label for="size">Size</label></th><td class="value"><select id="size" name="attribute_size"><option value="">Choose an option</option>${one.variants.map(({ size }) => html`<option value="${size}">${size}</option>`)}</select></td></tr></table><div class="single_variation_wrap"></div><input type="hidden" name="_wpnonce" value="${noise.token}"><button type="submit">Add to basket</button></form>`;
  const buttons = html`<div class="variant-picker" data-variants="${JSON.stringify(variants)}"><span>Size</span>${one.variants.map(({ size, sku }) => html`<button type="button" data-sku="${sku}">${size}</button>`)}</div>`;
  const stock = html`<p class="stock">${one.stock}</p>`;
  const also = html`<section class="related products"><h2>You may also like</h2>${rotated(
    wares.filter(({ slug }) => slug !== one.slug),
    noise.turn,
    3,
  ).map((other) => html`<a href="${pathOf(other)}">${other.name}</a> `)}</section>`;
  const top =
    day === 3
      ? html`<h1>${one.name}</h1><p class="lead">${one.text}</p>${from(one, day)}${stock}${buttons}`
      : html`<div class="summary entry-summary"><h1 class="product_title entry-title">${one.name}</h1><p>${from(one, day)}</p><div class="woocommerce-product-details__short-description"><p>${one.text}</p></div>${stock}${form}</div>`;
  return html`<div class="product">${top}<p class="viewers">${noise.visitors} people are looking at this tin</p></div>${also}`;
}

const script = raw(`<script>
document.addEventListener("change", (event) => {
  const form = event.target.closest("[data-product_variations]"); if (!form) return;
  const found = JSON.parse(form.dataset.product_variations).find((one) => one.attributes.attribute_size === event.target.value);
  form.querySelector(".single_variation_wrap").innerHTML = found ? found.price_html : "";
});
</script>`);

function frame(title: string, main: Markup, day: SiteDay, noise: Noise): string {
  return html`${raw("<!DOCTYPE html>")}<html lang="en-GB"><head><meta charset="UTF-8"><title>${title} – Wyke and Daughters</title><link rel="stylesheet" href="/wp-content/plugins/woocommerce/style.css?ver=${noise.build}"></head><body class="${day === 3 ? "theme-block" : "theme-storefront woocommerce"}"><header id="masthead"><a href="/" rel="home">Wyke and Daughters</a><nav><ul><li><a href="/shop/">Shop</a></li>${groups.map((group) => html`<li><a href="/product-category/${group}/">${group.charAt(0).toUpperCase()}${group.slice(1)}</a></li>`)}<li><a href="/delivery/">Delivery</a></li></ul></nav><a class="cart-contents" href="/basket/">£0.00 <span>0 items</span></a></header><div id="content">${main}</div><footer>Wyke and Daughters, Bideford. ${noise.isVariant ? "Ring us on weekdays." : "Write to us any time."}</footer>${script}</body></html>`
    .markup;
}
