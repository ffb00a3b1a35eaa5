import { html, type Markup, raw } from "../ground/html";
import { asText, sitemapOf } from "./sitemap";
import {
  type Customer,
  customersOf,
  features,
  matrixOf,
  questions,
  type Row,
  releasesOf,
  type Tier,
  tiersOf,
  trialOf,
  trials,
} from "./tier-switch-content";
import { type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "./watched-site";

const pathOf = ({ slug }: Customer) => `/customers/${slug}`;
const shownDay = (date: string) =>
  new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" }).format(new Date(date));

/** A vendor on a server-rendered React framework: hashed class names, a menu of panels, three plans whose yearly prices wait in data attributes and hidden spans, a matrix of features, a changelog. */
export const tierSwitch: SiteMake = {
  pasted: "/pricing",
  answer: ({ path, url }, day, noise) => {
    if (path === "/robots.txt") return asText(`User-agent: *\nAllow: /\n\nSitemap: ${url.origin}/sitemap.xml\n`);
    if (path === "/sitemap.xml") return sitemapOf(url.origin, truth(day).pages, `2026-11-${24 + day}`);
    const shown = bodyOf(path, day, noise);
    return shown
      ? {
          body: frame(shown, path, day, noise),
          headers: { "x-powered-by": "Next.js", vary: "RSC, Next-Router-Prefetch" },
        }
      : null;
  },
  truth,
};

function truth(day: SiteDay): DayTruth {
  const rows = matrixOf(day === 2 ? 1 : day).flatMap((group) => group.rows);
  const trial = { pages: ["/pricing", "/"], values: [...trials] };
  return {
    pages: [
      "/",
      "/pricing",
      "/customers",
      "/changelog",
      "/legal/terms",
      ...features.map(({ slug }) => `/product/${slug}`),
      ...customersOf(day).map(pathOf),
    ],
    records: [
      ...tiersOf(day).map(({ name, monthly, yearly }) => ({
        page: "/pricing",
        title: name,
        values: [monthly, yearly],
      })),
      ...rows.map(([title, ...cells]) => ({
        page: "/pricing",
        title,
        values: cells.filter((cell) => typeof cell === "string"),
      })),
      ...customersOf(day).map((one) => ({ page: pathOf(one), title: one.name, values: [one.field, one.figure] })),
      ...releasesOf(day).map(({ title, date, kind }) => ({
        page: "/changelog",
        title,
        values: [shownDay(date), kind],
      })),
    ],
    changes: changesOf(day),
    emptied: day === 2 ? [{ pages: ["/pricing"], value: "99.95 %" }] : [],
    flapping: day >= 2 ? [trial] : [],
  };
}

function changesOf(day: SiteDay): DayTruth["changes"] {
  if (day === 2) return [{ pages: ["/changelog"], is: "Two-person release" }];
  if (day !== 1) return [];
  return [
    { pages: ["/pricing"], was: "€49", is: "€54" },
    { pages: ["/pricing"], was: "€39", is: "€43" },
    { pages: ["/pricing"], was: "500 a month", is: "250 a month" },
    { pages: ["/pricing"], is: "Add-on" },
    { pages: ["/pricing", "/"], was: trials[0], is: trials[1] },
    { pages: ["/customers", "/"], was: "Tvedt Biobank" },
    { pages: ["/changelog"], is: "Freezer maps, second edition" },
    { pages: ["/legal/terms"], was: "six weeks", is: "three months" },
  ];
}

interface Shown {
  title: string;
  main: Markup;
  data?: unknown;
}

function bodyOf(path: string, day: SiteDay, noise: Noise): Shown | null {
  if (path === "/") return { title: "Samples that can be found", main: home(day, noise) };
  if (path === "/pricing") return { title: "Pricing", main: pricing(day, noise), data: { tiers: tiersOf(day) } };
  if (path === "/changelog") return { title: "Changelog", main: changelog(day) };
  if (path === "/customers")
    return {
      title: "Customers",
      main: html`<h1 class="Heading_h1__pS2xv">They know where their samples are</h1><div class="Grid_grid__q1xVd">${rotated(customersOf(day), noise.turn, 9).map((one) => html`<a class="LogoCard_root__Zc8wD" href="${pathOf(one)}"><img alt="" src="/_next/image?url=%2Flogos%2F${one.slug}.svg&amp;w=256&amp;q=75"><div class="LogoCard_name__K0tqe">${one.name}</div><div class="LogoCard_stat__n4M7b">${one.figure}</div></a>`)}</div>`,
    };
  if (path === "/legal/terms")
    return {
      title: "Terms of service",
      main: html`<div class="Prose_root__mN3kd"><h1>Terms of service</h1><p>These terms are between you and Vialbook B.V., Wageningen.</p><h2>1. Term</h2><p>A yearly plan renews itself unless you tell us ${day === 0 ? "six weeks" : "three months"} before it ends. A monthly plan ends when you say so.</p><h2>2. Your samples</h2><p>They are yours, and so is what you write about them.</p></div>`,
    };
  const feature = features.find(({ slug }) => path === `/product/${slug}`);
  if (feature)
    return {
      title: feature.name,
      main: html`<p class="Eyebrow_root__7yT3c">Product</p><h1 class="Heading_h1__pS2xv">${feature.name}</h1><div class="Prose_root__mN3kd">${feature.text.map((words) => html`<p>${words}</p>`)}</div>`,
    };
  const one = customersOf(day).find((customer) => pathOf(customer) === path);
  return one ? { title: one.name, main: customerPage(one, day, noise), data: { slug: one.slug } } : null;
}

function customerPage(one: Customer, day: SiteDay, noise: Noise): Markup {
  const facts =
    day === 3
      ? html`<div class="StoryHero_meta__1bD0x"><span>${one.field}</span><span aria-hidden="true"> / </span><span>${one.figure}</span></div>`
      : html`<aside class="StoryAside_root__Vh5rL"><div><h4>Field</h4><p>${one.field}</p></div><div><h4>Result</h4><p>${one.figure}</p></div></aside>`;
  const others = customersOf(day).filter(({ slug }) => slug !== one.slug);
  return html`<h1 class="Heading_h1__pS2xv">${one.name}</h1>${facts}<div class="Prose_root__mN3kd">${one.text.map((words) => html`<p>${words}</p>`)}</div><section class="Related_root__xx91a"><h3>Read next</h3>${rotated(others, noise.turn, 2).map((other) => html`<a href="${pathOf(other)}">${other.name}</a>`)}</section>`;
}

function home(day: SiteDay, noise: Noise): Markup {
  return html`<section class="Hero_root__Jq9sT"><h1 class="Hero_title__s4Yb2">Samples that can be found</h1><p class="Hero_lead__u3nF8">Vialbook tells you which freezer, which rack, which box, and who had it last.</p><a class="Button_primary__Wn2Pe" href="https://app.vialbook.invalid/signup?s=${noise.token}">Start your ${trialOf(day)}</a></section><section class="Logos_root__eR5m3" aria-label="Customers"><div class="Logos_track__9aGvv">${rotated(customersOf(day), noise.turn, 9).map((one) => html`<a href="${pathOf(one)}">${one.name}</a>`)}</div></section><section class="Split_root__bE8kz">${features.map(({ slug, name, text }) => html`<div class="Split_item__tY1cn"><h2>${name}</h2><p>${text[0]}</p><a href="/product/${slug}">Learn more<span class="sr-only"> about ${name}</span></a></div>`)}</section><p class="Ticker_root__Lq2uO">${(48_211_000 + noise.turn * 17).toLocaleString("en-US")} tubes tracked and counting</p>`;
}

function price(tier: Tier, day: SiteDay): Markup {
  return day === 3
    ? html`<p class="Tier_cost__c0Xp7"><span class="Tier_term__a81Hd" data-term="month">${tier.monthly}</span><span class="Tier_term__a81Hd Tier_off__3kQsw" data-term="year">${tier.yearly}</span> <small>per seat and month</small></p>`
    : html`<div class="PlanCard_price__f9Qz1" data-monthly="${tier.monthly}" data-annual="${tier.yearly}"><span class="PlanCard_amount__G7u0i">${tier.monthly}</span><span class="PlanCard_amount__G7u0i" style="display:none">${tier.yearly}</span><span class="PlanCard_unit__oP2bb">/seat/month</span></div>`;
}

function cellOf(cell: Row[1]): Markup {
  if (cell === true)
    return html`<svg width="20" height="20" role="img" aria-label="Yes"><path d="M4 10l4 4 8-8"/></svg>`;
  return cell === false ? html`<span class="Matrix_none__rD4wq">—</span>` : html`<span>${cell}</span>`;
}

function pricing(day: SiteDay, noise: Noise): Markup {
  const tiers = tiersOf(day);
  const toggle = html`<div class="Toggle_root__hh2Ka" role="radiogroup" aria-label="Billing"><label><input type="radio" name="billing-${noise.token.slice(0, 4)}" value="monthly" checked>Monthly</label><label><input type="radio" name="billing-${noise.token.slice(0, 4)}" value="annual">Yearly <span class="Badge_root__Xo90s">save about 20%</span></label></div>`;
  const points = (tier: Tier) => html`<ul>${tier.points.map((point) => html`<li>${point}</li>`)}</ul>`;
  const cards = tiers.map((tier, index) =>
    day === 3
      ? html`<li class="Tier_root__y7Bc1"><div class="Tier_top__Q0pDs"><h2>${tier.name}</h2>${price(tier, day)}</div><details><summary>${tier.line}</summary>${points(tier)}</details><a href="https://app.vialbook.invalid/signup?plan=${index + 1}">Start your ${trialOf(day)}</a></li>`
      : html`<div class="PlanCard_root__2Nk8m${index === 1 ? " PlanCard_featured__d6Hq4" : ""}">${index === 1 && html`<div class="PlanCard_flag__zM3xs">Most popular</div>`}<h3 class="PlanCard_name__5tRfE">${tier.name}</h3><p>${tier.line}</p>${price(tier, day)}<a class="Button_primary__Wn2Pe" href="https://app.vialbook.invalid/signup?plan=${index + 1}">Start your ${trialOf(day)}</a>${points(tier)}</div>`,
  );
  const matrix = matrixOf(day).map(({ group, rows }) =>
    day === 3
      ? html`<tbody><tr><th colspan="4" scope="rowgroup">${group}</th></tr>${rows.map(([label, ...cells]) => html`<tr><th scope="row">${label}</th>${cells.map((cell) => html`<td>${cellOf(cell)}</td>`)}</tr>`)}</tbody>`
      : html`<div class="Matrix_group__V2c9P"><div class="Matrix_head__e5XsM">${group}</div>${rows.map(([label, ...cells]) => html`<div class="Matrix_row__tB7n0"><div class="Matrix_label__Yk3Lq">${label} <button type="button" aria-label="What is this?" class="Tip_root__0sW4d">?</button></div>${cells.map((cell, index) => html`<div class="Matrix_cell__J9dQz"><span class="Matrix_mobile__fA2xr">${tiers[index]?.name}</span>${cellOf(cell)}</div>`)}</div>`)}</div>`,
  );
  const whole =
    day === 3
      ? html`<table class="Compare_root__Gm5tW"><thead><tr><td></td>${tiers.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>${matrix}</table>`
      : html`<div class="Matrix_root__oZ8yb">${matrix}</div>`;
  const faq = html`<section class="Faq_root__uW2mC"><h2>Questions</h2>${questions.map(([question, answer]) => html`<details class="Faq_item__Bv6rK"><summary>${question}</summary><p>${answer}</p></details>`)}</section>`;
  return html`<h1 class="Heading_h1__pS2xv">Priced by the seat, not by the sample</h1>${toggle}${day === 3 ? html`<ol class="Tier_list__x1Rf5">${cards}</ol>` : html`<div class="PlanCard_row__K8s4v">${cards}</div>`}<h2 id="compare">Compare plans</h2>${whole}${faq}`;
}

function changelog(day: SiteDay): Markup {
  const entries = releasesOf(day).map(({ date, title, kind, items }) =>
    day === 3
      ? html`<section class="Log_month__i7Fp2"><h2>${title}</h2><p><span class="Log_kind__Jc4mX">${kind}</span> on <time datetime="${date}T09:00:00.000Z">${shownDay(date)}</time></p>${items.map((item) => html`<p>${item}</p>`)}</section>`
      : html`<article class="Release_root__A3hYs" id="${date}"><div class="Release_rail__9sDwN"><time datetime="${date}">${shownDay(date)}</time><span class="Tag_root__mm1Xe Tag_${kind.toLowerCase()}__8uQ">${kind}</span></div><div class="Release_body__Rk0Lc"><h2>${title}</h2><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></div></article>`,
  );
  return html`<h1 class="Heading_h1__pS2xv">Changelog</h1><p>What is new in Vialbook. <button type="button">Subscribe by e-mail</button></p>${entries}`;
}

function frame({ title, main, data }: Shown, path: string, day: SiteDay, noise: Noise): string {
  const css = (name: string) => `${name}__${(noise.build + name).slice(-5)}`;
  const panel = html`<div class="${css("Mega_panel")}" data-state="closed"><p class="${css("Mega_heading")}">Product</p>${features.map(({ slug, name, text }) => html`<a href="/product/${slug}"><strong>${name}</strong><span>${text[0]}</span></a>`)}<p class="${css("Mega_heading")}">Company</p><a href="/customers">Customers</a><a href="/changelog">Changelog</a></div>`;
  const footer = [
    [
      "Product",
      [
        ["/pricing", "Pricing"],
        ["/changelog", "Changelog"],
      ],
    ],
    [
      "Company",
      [
        ["/customers", "Customers"],
        ["/legal/terms", "Terms"],
        ["https://status.invalid/", "Status"],
      ],
    ],
  ] as const;
  const next = { props: { pageProps: data ?? {} }, page: path, buildId: noise.build, isFallback: false, gssp: true };
  return html`${raw("<!DOCTYPE html>")}<html lang="en"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width"/><title>${`${title} | Vialbook`}</title><meta name="next-head-count" content="5"/><link rel="preload" href="/_next/static/css/${noise.build}.css" as="style"/><script defer="" src="/_next/static/chunks/main-${noise.build}.js"></script></head><body><div id="__next"><div class="${css("Banner_root")}" role="region">${noise.isVariant ? "We are at Labtechnica in hall 4. Come and drop a tube." : "New: maps for cold rooms."} <button aria-label="Dismiss">×</button></div><header class="${css("Header_root")}"><a href="/" aria-label="Vialbook home"><svg width="96" height="24"><title>Vialbook</title></svg></a><nav><button aria-expanded="false">Product</button>${panel}<a href="/pricing">Pricing</a><a href="/customers">Customers</a></nav><a href="https://app.vialbook.invalid/login">Sign in</a></header><main class="${css(day === 3 ? "Shell_main" : "Layout_main")}">${main}</main><footer class="${css("Footer_root")}">${footer.map(([head, links]) => html`<div><h5>${head}</h5>${links.map(([href, text]) => html`<a href="${href}">${text}</a>`)}</div>`)}<small>© ${2026} Vialbook B.V. · <span class="${css("Status_dot")}"></span> All systems operational · last incident ${3 + (noise.turn % 40)} days ago</small></footer></div><script id="__NEXT_DATA__" type="application/json">${raw(JSON.stringify(next))}</script><next-route-announcer></next-route-announcer></body></html>`
    .markup;
}
