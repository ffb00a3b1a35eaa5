import { html, type Markup, raw } from "../ground/html";
import {
  type Currency,
  currencies,
  discountsOf,
  type Feature,
  featuresOf,
  hallPlansOf,
  lostYearly,
  moneyOf,
  praise,
  questionsOf,
  setupOf,
  setups,
  signs,
  yearlyOf,
} from "./seat-calculator-content";
import { asText, sitemapOf } from "./sitemap";
import { type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "./watched-site";

const pathOf = ({ slug }: Feature) => `/features/${slug}/`;
const pricing = "/pricing/";
const inDollars = `${pricing}?currency=usd`;

/** A vendor on a generator of islands: the currency is a word in the query, the term a switch of styles alone, and a calculator is an island whose properties stand coded in an attribute, with a table of discounts for those without a script. */
export const seatCalculator: SiteMake = {
  pasted: pricing,
  answer: ({ path, query, url }, day, noise) => {
    if (path === "/robots.txt") return asText(`User-agent: *\nAllow: /\nSitemap: ${url.origin}/sitemap-0.xml\n`);
    if (path === "/sitemap-0.xml")
      return sitemapOf(
        url.origin,
        truth(day).pages.filter((one) => !one.includes("?")),
        `2026-11-${24 + day}`,
      );
    const currency = currencies.find((one) => one === query.get("currency")) ?? "eur";
    const shown = bodyOf(path, currency, day, noise);
    return shown ? { body: frame(...shown, day, noise) } : null;
  },
  truth,
};

function truth(day: SiteDay): DayTruth {
  return {
    pages: ["/", pricing, inDollars, "/faq/", ...featuresOf(day).map(pathOf)],
    records: [
      ...hallPlansOf(day).map((plan) => ({
        page: pricing,
        title: plan.name,
        values: [moneyOf(plan.monthly.eur, "eur"), moneyOf(yearlyOf(plan, "eur"), "eur")],
      })),
      ...hallPlansOf(day).map((plan) => ({
        page: inDollars,
        title: plan.name,
        values: [moneyOf(plan.monthly.usd, "usd"), moneyOf(yearlyOf(plan, "usd"), "usd")],
      })),
      ...discountsOf(day).map(([title, , percent]) => ({ page: pricing, title, values: [`${percent}%`] })),
      ...featuresOf(day).map((one) => ({ page: pathOf(one), title: one.name, values: [one.text[1] ?? ""] })),
      ...questionsOf(day).map(([title, answer]) => ({ page: "/faq/", title, values: [answer] })),
    ],
    changes: changesOf(day),
    emptied: day === 2 ? [{ pages: [pricing], value: lostYearly }] : [],
    flapping: day >= 2 ? [{ pages: ["/"], values: [...setups] }] : [],
  };
}

function changesOf(day: SiteDay): DayTruth["changes"] {
  if (day === 1)
    return [
      { pages: [pricing], was: "€39", is: "€45" },
      { pages: [pricing], was: "€390", is: "€450" },
      { pages: [inDollars], was: "$139", is: "$152" },
      { pages: [inDollars], was: "$1,390", is: "$1,520" },
      { pages: ["/features/door-codes/"], was: "15 minutes before", is: "30 minutes before" },
      { pages: ["/features/waiting-list/", "/"], is: "Waiting list" },
      { pages: ["/"], was: setups[0], is: setups[1] },
    ];
  if (day !== 2) return [];
  return [
    { pages: [pricing, inDollars], was: "10%", is: "12%" },
    { pages: ["/faq/"], was: "30 days", is: "14 days" },
  ];
}

function bodyOf(path: string, currency: Currency, day: SiteDay, noise: Noise): [title: string, main: Markup] | null {
  if (path === "/") return ["Timetables for sports halls", home(day, noise)];
  if (path === pricing) return ["Pricing", prices(currency, day, noise)];
  if (path === "/faq/")
    return [
      "Questions and answers",
      html`<h1>Questions and answers</h1>${questionsOf(day).map(([question, answer]) => (day === 3 ? html`<h3>${question}</h3><p>${answer}</p>` : html`<details class="faq"><summary>${question}</summary><p>${answer}</p></details>`))}`,
    ];
  const one = featuresOf(day).find((feature) => pathOf(feature) === path);
  return one
    ? [
        one.name,
        html`<h1>${one.name}</h1>${one.text.map((text) => html`<p>${text}</p>`)}<p><a class="btn" href="https://app.pennant.invalid/start?v=${noise.token}">Try it with your own halls</a></p>`,
      ]
    : null;
}

function home(day: SiteDay, noise: Noise): Markup {
  const quotes = rotated(praise, noise.turn, 2).map(
    ([words, who]) =>
      html`<figure class="quote"><blockquote>${words}</blockquote><figcaption>${who}</figcaption></figure>`,
  );
  const cards = featuresOf(day).map(
    (one) => html`<li class="tile"><a href="${pathOf(one)}"><h3>${one.name}</h3></a><p>${one.text[0]}</p></li>`,
  );
  return html`<section class="hero"><h1>One timetable for every hall in town</h1><p class="lede">Pennant knows who plays where, who has the key and who turns off the light.</p><p class="setup">${setupOf(day)}</p><p class="live">${noise.visitors} halls are being booked right now</p></section><ul class="tiles">${cards}</ul><section class="quotes">${quotes}</section>`;
}

/** What a generator of islands writes into the attribute: each value with the number of its kind before it. */
const coded = (value: unknown): unknown => {
  if (Array.isArray(value)) return [1, value.map(coded)];
  if (value !== null && typeof value === "object")
    return [0, Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, coded(inner)]))];
  return [0, value];
};

function prices(currency: Currency, day: SiteDay, noise: Noise): Markup {
  const plans = hallPlansOf(day);
  const isLost = (text: string) => day === 2 && text === lostYearly;
  const yearly = (plan: (typeof plans)[0]) => {
    const text = moneyOf(yearlyOf(plan, currency), currency);
    return isLost(text) ? "" : text;
  };
  const properties = JSON.stringify(
    coded({
      currency,
      sign: signs[currency],
      plans: plans.map(({ name, monthly }) => ({ name, monthly: monthly[currency] })),
      discounts: discountsOf(day).map(([, from, percent]) => ({ from, percent })),
      build: noise.build,
    }),
  );
  const links = currencies.map((one) =>
    one === currency
      ? html`<span aria-current="true">${one.toUpperCase()}</span>`
      : html`<a href="${pricing}?currency=${one}">${one.toUpperCase()}</a>`,
  );
  const card = (plan: (typeof plans)[0]) =>
    html`<article class="plan"><h2>${plan.name}</h2><p>${plan.line}</p><p class="amount amount-m"><strong>${moneyOf(plan.monthly[currency], currency)}</strong> per hall and month</p><p class="amount amount-y"><strong>${yearly(plan)}</strong> per hall and year</p><ul>${plan.points.map((point) => html`<li>${point}</li>`)}</ul><a class="btn" href="https://app.pennant.invalid/start?plan=${plan.name.toLowerCase()}&v=${noise.token}">Choose ${plan.name}</a></article>`;
  const table = html`<table class="discounts"><caption>Discount by number of halls</caption><thead><tr><th>Halls</th><th>Discount</th></tr></thead><tbody>${discountsOf(day).map(([halls, , percent]) => html`<tr><td>${halls}</td><td>${percent}%</td></tr>`)}</tbody></table>`;
  if (day === 3)
    return html`<h1>Pricing</h1><p class="currencies">${links}</p>${table}<table class="plans"><tbody>${plans.map((plan) => html`<tr><th scope="row">${plan.name}<br><small>${plan.line}</small></th><td>${moneyOf(plan.monthly[currency], currency)} per hall and month</td><td>${yearly(plan)} per hall and year</td><td>${plan.points.join("; ")}</td></tr>`)}</tbody></table>`;
  return html`<h1>Pricing</h1><p class="currencies">Prices in ${links}</p><input type="radio" name="term" id="term-m" checked><label for="term-m">Monthly</label><input type="radio" name="term" id="term-y"><label for="term-y">Yearly</label><div class="plans">${plans.map(card)}</div>
<astro-island uid="${noise.token.slice(0, 6)}" component-url="/_astro/HallCalculator.${noise.build}.js" component-export="default" renderer-url="/_astro/client.${noise.build}.js" props="${properties}" ssr client="visible" opts="{&quot;name&quot;:&quot;HallCalculator&quot;,&quot;value&quot;:true}"><div class="calculator"><label for="halls">How many halls?</label><input type="range" id="halls" min="1" max="60" value="3"><output>3 halls</output></div></astro-island>${table}`;
}

const styles =
  "<style>#term-m:checked~.plans .amount-y,#term-y:checked~.plans .amount-m{display:none}.plans{display:grid;grid-template-columns:repeat(3,1fr)}</style>";

function frame(title: string, main: Markup, day: SiteDay, noise: Noise): string {
  const menu = [
    ["/", "Home"],
    [pricing, "Pricing"],
    ["/faq/", "Questions"],
  ].map(([href = "", text]) => html`<a href="${href}">${text}</a>`);
  const consent = html`<div class="cc-window" role="dialog" aria-live="polite">${noise.isVariant ? "We bake our own cookies, and only the necessary ones." : "May we count visits? No names, no addresses."}<button>OK</button></div>`;
  const inner =
    day === 3
      ? html`<div id="__nuxt"><div class="layout"><div class="layout__main">${main}</div><div class="layout__nav">${menu}</div></div></div><script type="application/json" data-nuxt-data="nuxt-app" id="__NUXT_DATA__">${raw(JSON.stringify([["ShallowReactive", 1], { once: 2 }, ["Set"], noise.token]))}</script>`
      : html`<header class="astro-${noise.build}"><a class="logo" href="/">Pennant</a><nav>${menu}</nav></header><main class="astro-${noise.build}">${main}</main>`;
  return html`${raw("<!DOCTYPE html>")}<html lang="en"><head><meta charset="utf-8"><title>${title} | Pennant</title><meta name="generator" content="${day === 3 ? "Nuxt" : "Astro v5.1.4"}"><meta name="csrf" content="${noise.token}">${raw(styles)}</head><body>${inner}<footer><p>© 2026 Pennant Timetables</p><p>Page made ${noise.ago}</p></footer>${consent}</body></html>`
    .markup;
}
