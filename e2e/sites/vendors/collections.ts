import { html, type Markup, raw } from "../ground/html";
import {
  crewOf,
  customers,
  type Entry,
  type Item,
  itemsOf,
  offersOf,
  offices,
  questions,
  type Rich,
  solutionsOf,
} from "./collections-content";
import { asText, sitemapOf } from "./sitemap";
import { type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "./watched-site";

const perPage = 5;
const turnKey = "5f2e1c09_page";
const solutionPath = ({ slug }: Pick<Entry, "slug">) => `/solutions/${slug}`;
const itemPath = ({ slug }: Pick<Item, "slug">) => `/library/${slug}`;
const listOf = (page: number) => (page === 1 ? "/library" : `/library?${turnKey}=${page}`);
const listsOf = (day: SiteDay) =>
  Array.from({ length: Math.ceil(itemsOf(day).length / perPage) }, (_, index) => listOf(index + 1));

/** A vendor on a builder with collections: lists of a collection in pages under a key of their own, lists within rich text, a table pasted as code, three tabs of offers, a banner for cookies that asks in one of two manners, a band of customers' names that is written twice and drawn anew. Nothing is redesigned; what changes besides the truth is noise. */
export const collections: SiteMake = {
  pasted: "/",
  answer: ({ path, query, url }, day, noise) => {
    if (path === "/robots.txt") return asText(`Sitemap: ${url.origin}/sitemap.xml\n`);
    if (path === "/sitemap.xml")
      return sitemapOf(
        url.origin,
        pagesOf(day).filter((one) => !one.includes("?")),
        `2026-11-${25 + day}`,
      );
    const shown = bodyOf(path, Number(query.get(turnKey)) || 1, day, noise);
    if (shown) return { body: frame(shown, path, day, noise) };
    return { status: 404, body: frame({ title: "Not found", main: html`<h2>Page not found</h2>` }, path, day, noise) };
  },
  truth,
};

const pagesOf = (day: SiteDay): string[] => [
  "/",
  "/offers",
  "/company",
  ...listsOf(day),
  ...solutionsOf(day).map(solutionPath),
  ...itemsOf(day).map(itemPath),
];

function truth(day: SiteDay): DayTruth {
  return {
    pages: pagesOf(day),
    records: [
      ...offersOf(day).map(({ name, facts }) => ({
        page: "/offers",
        title: name,
        values: facts.map(([, value]) => value),
      })),
      ...itemsOf(day).map((one) => ({ page: itemPath(one), title: one.name, values: [one.kind, one.date] })),
      ...solutionsOf(day).map((one) => ({ page: solutionPath(one), title: one.name, values: [one.line] })),
      ...crewOf(day).map(([title, role]) => ({ page: "/company", title, values: [role] })),
    ],
    changes: changesOf(day),
    emptied: [],
    flapping: day >= 2 ? [{ pages: ["/company"], values: [...offices] }] : [],
  };
}

/** Each page's menu names the solutions. */
function changesOf(day: SiteDay): DayTruth["changes"] {
  if (day === 1)
    return [
      { pages: ["/solutions/tomatoes"], was: "Humidity every 60 seconds", is: "Humidity every 20 seconds" },
      { pages: ["/solutions/tomatoes"], was: "17.9 m³", is: "17.2 m³" },
      { pages: ["/offers"], was: "€290 a month", is: "€265 a month" },
      { pages: ["/company"], was: "Jorn Tackema", is: "Amina Dekoster" },
      { pages: ["/library/frost-alarm", "/library", "/"], is: "Frost alarm without false alarms" },
      { pages: ["/company"], was: offices[0], is: offices[1] },
    ];
  if (day !== 2) return [];
  return [
    { pages: ["/solutions/orchids"], was: "benches of five makers", is: "benches of eight makers" },
    { pages: ["/offers"], was: "Seven days, 6 to 20", is: "Seven days, 5 to 22" },
    { pages: ["/library/screens-2026", "/library", "/"], was: "what 40 growers", is: "what 43 growers" },
    { pages: [`/library?${turnKey}=2`, "/library"], was: "Heat at night, sell by day" },
    { pages: ["/solutions/vertical-farms", ...pagesOf(2)], is: "Farms without windows" },
  ];
}

interface Shown {
  title: string;
  main: Markup;
}

function bodyOf(path: string, page: number, day: SiteDay, noise: Noise): Shown | null {
  if (path === "/") return { title: "Sundew: climate for plants", main: home(day, noise) };
  if (path === "/offers") return { title: "Offers", main: offers(day) };
  if (path === "/company")
    return {
      title: "Company",
      main: html`<h1 class="heading-style-h1">People who like plants</h1><p>Sundew was founded in a greenhouse in Sint-Katelijne in 2015. ${offices[day % 2]}.</p><div class="w-dyn-list"><div role="list" class="team-list w-dyn-items">${crewOf(day).map(([name, role]) => html`<div role="listitem" class="w-dyn-item"><div class="team-card"><img src="/assets/${noise.build}/portrait.webp" loading="lazy" alt=""/><h3>${name}</h3><div class="text-size-small">${role}</div></div></div>`)}</div></div>`,
    };
  if (path === "/library") return library(page, day);
  const solution = solutionsOf(day).find((one) => solutionPath(one) === path);
  if (solution)
    return {
      title: solution.name,
      main: html`<h1 class="heading-style-h1">${solution.name}</h1><p class="text-size-large">${solution.line}</p><div class="text-rich-text w-richtext">${solution.body.map(richOf)}</div>${band(noise)}`,
    };
  const one = itemsOf(day).find((item) => itemPath(item) === path);
  if (!one) return null;
  const others = rotated(
    itemsOf(day).filter(({ slug }) => slug !== one.slug),
    noise.turn,
    3,
  );
  return {
    title: one.name,
    main: html`<div class="blog-header"><div class="tag">${one.kind}</div><h1 class="heading-style-h2">${one.name}</h1><div class="text-size-small">${one.date}</div></div><div class="text-rich-text w-richtext"><p>${one.line}</p><p>‍</p><p>Written by growers, for growers. Ask us if something is missing here.</p></div><h2>More from the library</h2><div class="w-dyn-list"><div role="list" class="w-dyn-items">${others.map(card)}</div></div>`,
  };
}

function richOf(piece: Rich): Markup {
  if (piece.kind === "heading") return html`<h2><strong>${piece.words}</strong></h2>`;
  if (piece.kind === "text") return html`<p>${piece.words}<br/>‍</p>`;
  if (piece.kind === "quote") return html`<blockquote><em>${piece.words}</em></blockquote>`;
  if (piece.kind === "list")
    return html`<ul role="list">${piece.items.map((item) => (typeof item === "string" ? html`<li>${item}</li>` : html`<li>${item[0]}<ul role="list">${item[1].map((inner) => html`<li>${inner}</li>`)}</ul></li>`))}</ul>`;
  const [head = [], ...rows] = piece.rows;
  return html`<div class="w-embed"><style>.tbl td{padding:8px}</style><div class="tbl"><table><tr>${head.map((cell) => html`<td><b>${cell}</b></td>`)}</tr>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</table></div></div>`;
}

const card = (one: Item): Markup =>
  html`<div role="listitem" class="library-item w-dyn-item"><a href="${itemPath(one)}" class="library-card w-inline-block"><div class="tag" fs-cmsfilter-field="kind">${one.kind}</div><h3 class="heading-style-h5">${one.name}</h3><p class="text-size-regular">${one.line}</p><div class="text-size-small">${one.date}</div></a></div>`;

function home(day: SiteDay, noise: Noise): Markup {
  return html`<section class="section_hero"><h1 class="heading-style-h1">The weather inside is yours</h1><p>Sundew measures, decides and waters. You taste.</p><a href="/offers" class="button w-button">See offers</a></section>${band(noise)}<section class="section_solutions"><div class="w-dyn-list"><div role="list" class="w-dyn-items">${solutionsOf(day).map((one) => html`<div role="listitem" class="w-dyn-item"><a href="${solutionPath(one)}" class="w-inline-block"><h3>${one.name}</h3><p>${one.line}</p></a></div>`)}</div></div></section><section class="section_news"><h2>New in the library</h2><div class="w-dyn-list"><div role="list" class="w-dyn-items">${itemsOf(day).slice(0, 3).map(card)}</div></div></section><section class="section_faq">${questions.map(([question, answer]) => html`<div class="faq_accordion"><div class="faq_question" data-w-id="${noise.build}"><div>${question}</div><div class="w-embed"><svg viewBox="0 0 32 32"></svg></div></div><div style="width:100%;height:0px" class="faq_answer"><p>${answer}</p></div></div>`)}</section>`;
}

/** Written twice, so that it can run without a gap. */
function band(noise: Noise): Markup {
  const names = rotated(customers, noise.turn, 5);
  const half = html`<div class="logo_component">${names.map((name) => html`<img src="/assets/${noise.build}/${name.length}.svg" loading="eager" alt="${name}" class="logo_image"/><div class="logo_name">${name}</div>`)}</div>`;
  return html`<section class="section_logos"><p class="text-size-small">Trusted by ${310 + (noise.turn % 9)} growers</p><div class="logo_marquee">${half}${half}</div></section>`;
}

function offers(day: SiteDay): Markup {
  const all = offersOf(day);
  const menu = all.map(
    ({ name }, index) =>
      html`<a data-w-tab="${name}" class="tab-link w-inline-block w-tab-link${index === 0 && " w--current"}" id="w-tabs-0-data-w-tab-${index}" href="#w-tabs-0-data-w-pane-${index}" role="tab" aria-selected="${index === 0 ? "true" : "false"}"><div>${name}</div></a>`,
  );
  const panes = all.map(
    ({ name, facts }, index) =>
      html`<div data-w-tab="${name}" class="w-tab-pane${index === 0 && " w--tab-active"}" id="w-tabs-0-data-w-pane-${index}" role="tabpanel"><h3>${name}</h3><div class="offer_grid">${facts.map(([label, value]) => html`<div class="offer_row"><div class="offer_label">${label}</div><div class="offer_value">${value}</div></div>`)}</div><a href="/company" class="button w-button">Ask for ${name}</a></div>`,
  );
  return html`<h1 class="heading-style-h1">Offers</h1><style>.w-tab-pane{display:none}.w--tab-active{display:block}</style><div data-current="${all[0]?.name}" data-easing="ease" class="w-tabs"><div class="tabs-menu w-tab-menu" role="tablist">${menu}</div><div class="w-tab-content">${panes}</div></div>`;
}

function library(page: number, day: SiteDay): Shown | null {
  const shown = itemsOf(day).slice((page - 1) * perPage, page * perPage);
  if (shown.length === 0) return null;
  const last = Math.ceil(itemsOf(day).length / perPage);
  const kinds = [...new Set(itemsOf(day).map(({ kind }) => kind))];
  const filters = html`<form fs-cmsfilter-element="filters" class="filters" method="get" action="#">${kinds.map((kind) => html`<label class="w-radio"><input type="radio" name="kind" value="${kind}"/><span fs-cmsfilter-field="kind" class="w-form-label">${kind}</span></label>`)}</form>`;
  const turns = html`<div role="navigation" aria-label="List" class="w-pagination-wrapper">${page > 1 && html`<a href="?${turnKey}=${page - 1}" aria-label="Previous Page" class="w-pagination-previous"><div class="w-inline-block">Previous</div></a>`}<div aria-label="Page ${page} of ${last}" role="heading" class="w-page-count">${page} / ${last}</div>${page < last && html`<a href="?${turnKey}=${page + 1}" aria-label="Next Page" class="w-pagination-next"><div class="w-inline-block">Next</div></a>`}</div>`;
  return {
    title: "Library",
    main: html`<h1 class="heading-style-h1">Library</h1>${filters}<div class="w-dyn-list"><div fs-cmsfilter-element="list" role="list" class="w-dyn-items">${shown.map(card)}</div>${turns}</div>`,
  };
}

/** Asked in one of two manners; the second stands before everything else. */
const consent = ({ isVariant, token }: Noise): Markup =>
  isVariant
    ? html`<div fs-cc="banner" class="fs-cc-banner_component"><div class="fs-cc-banner_text">By clicking <strong>“Accept All Cookies”</strong>, you agree to the storing of cookies on your device.</div><a fs-cc="open-preferences" href="#">Preferences</a><a fs-cc="deny" href="#">Deny</a><a fs-cc="allow" href="#">Accept</a></div>`
    : html`<div class="cky-consent-container" role="region" aria-label="We value your privacy" data-id="${token}"><p class="cky-title">We value your privacy</p><p>We use cookies to show you fewer tomatoes that you do not want.</p><button class="cky-btn-reject">Reject All</button><button class="cky-btn-accept">Accept All</button><table class="cky-audit"><tr><td>_ga</td><td>1 year 1 month 4 days</td></tr></table></div>`;

function frame({ title, main }: Shown, path: string, day: SiteDay, noise: Noise): string {
  const published = `${["Tue", "Wed", "Thu", "Fri"][day]} Nov ${24 + day} 2026 0${5 + day}:12:${10 + day * 7} GMT+0000 (Coordinated Universal Time)`;
  const menu = html`<div data-hover="false" class="nav_dropdown w-dropdown"><div class="w-dropdown-toggle"><div>Solutions</div></div><nav class="w-dropdown-list"><div class="w-dyn-list"><div role="list" class="w-dyn-items">${solutionsOf(day).map((one) => html`<div role="listitem" class="w-dyn-item"><a href="${solutionPath(one)}" class="w-dropdown-link${solutionPath(one) === path && " w--current"}">${one.name}</a></div>`)}</div></div></nav></div>`;
  return html`${raw("<!DOCTYPE html>")}${raw(`<!-- Last Published: ${published} -->`)}<html data-wf-domain="sundew.invalid" data-wf-page="66${noise.build}a1" data-wf-site="66b0c4" lang="en"><head><meta charset="utf-8"/><title>${title} | Sundew</title><meta content="Webflow" name="generator"/><link href="/assets/css/sundew.webflow.shared.${noise.build}.min.css" rel="stylesheet"/><script>!function(o,c){var n=c.documentElement;n.className+=" w-mod-js"}(window,document);</script></head><body class="body"><div class="page-wrapper">${!noise.isVariant && consent(noise)}<div class="nav_component w-nav" role="banner"><a href="/" class="w-nav-brand">Sundew</a><nav role="navigation" class="w-nav-menu">${menu}<a href="/offers" class="w-nav-link">Offers</a><a href="/library" class="w-nav-link">Library</a><a href="/company" class="w-nav-link">Company</a></nav><div class="w-nav-button" aria-label="menu"></div></div><main class="main-wrapper">${main}</main><footer class="footer_component"><div class="w-form"><form name="letter" data-name="letter" method="get" data-wf-element-id="${noise.token}"><input type="email" name="email" placeholder="Your email" required/><input type="submit" value="Join" class="w-button"/></form><div class="w-form-done"><div>Thank you! Your submission has been received!</div></div><div class="w-form-fail"><div>Oops! Something went wrong while submitting the form.</div></div></div><div class="text-size-small">© 2026 Sundew NV. ${noise.visitors} greenhouses are warm right now.</div></footer></div>${noise.isVariant && consent(noise)}<script src="/assets/js/webflow.${noise.build}.js" type="text/javascript"></script></body></html>`
    .markup;
}
