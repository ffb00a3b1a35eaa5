import { html, type Markup, raw } from "../ground/html";
import { asText, sitemapOf } from "./sitemap";
import {
  answerTimes,
  type Currency,
  currencies,
  matrixOf,
  type Plan,
  plansOf,
  questionsOf,
  releasesOf,
  type Story,
  signOf,
  storiesOf,
  uptimeOf,
  voices,
} from "./streamed-pricing-content";
import { clientScript, flightOf, moved, placeOf, pushed } from "./streamed-pricing-flight";
import { asScript, type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "./watched-site";

const pathOf = ({ slug }: Story) => `/customers/${slug}`;

/** A vendor's prices as a framework of server components streams them: the month in one currency is drawn, all other prices wait in the payload that the script reads, answers and voices come in hidden parts after the page, signs instead of words, names of builds that change daily, two voices drawn by lot. The redesign comes with the changes of the second day. */
export const streamedPricing: SiteMake = {
  pasted: "/pricing",
  answer: ({ path, query, url, headers }, day, noise) => {
    if (path === "/robots.txt")
      return asText(`User-Agent: *\nAllow: /\nDisallow: /api/\n\nSitemap: ${url.origin}/sitemap.xml\n`);
    if (path === "/sitemap.xml") return sitemapOf(url.origin, truth(day).pages, `2026-11-${25 + day}T05:00:12.000Z`);
    if (path.startsWith("/_next/static/chunks/")) return asScript(path.includes("/app/page-") ? clientScript : "");
    const asked = currencies.find((one) => one === query.get("currency")) ?? "usd";
    const shown = bodyOf(path, asked, day, noise);
    if (!shown) return null;
    const flight = flightOf({
      buildId: buildOf(noise),
      chunk: chunkOf(noise),
      path,
      component: shown.props ? "PricingTable" : "default",
      props: shown.props ?? {},
    });
    const vary = "rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch, Accept-Encoding";
    if (headers.rsc !== undefined || query.has("_rsc"))
      return { headers: { "content-type": "text/x-component", vary }, body: flight };
    return {
      headers: { "x-powered-by": "Next.js", vary, "x-nextjs-cache": noise.isVariant ? "HIT" : "STALE" },
      body: frame(shown, path, flight, day, noise),
    };
  },
  truth,
};

const buildOf = ({ build }: Noise) => `q${build}Xk_${build.split("").reverse().join("")}`;
const chunkOf = ({ build }: Noise) => `${build}0d3f`.padEnd(16, build).slice(0, 16);
const amounts = ({ prices }: Plan, currency: Currency) => {
  const { month, year } = prices[currency];
  return [month, year].map((amount) => `${signOf[currency]}${amount}`);
};

function truth(day: SiteDay): DayTruth {
  const rows = matrixOf(day).flatMap((group) => group.rows);
  return {
    pages: ["/", "/pricing", "/enterprise", "/changelog", "/customers", ...storiesOf(day).map(pathOf)],
    records: [
      ...plansOf(day).map((plan) => ({ page: "/pricing", title: plan.name, values: amounts(plan, "usd") })),
      ...rows.map(([title, ...cells]) => ({
        page: "/pricing",
        title,
        values: cells.filter((cell) => typeof cell === "string"),
      })),
      ...questionsOf(day).map(([title, answer]) => ({ page: "/pricing", title, values: [answer] })),
      ...storiesOf(day).map((one) => ({ page: pathOf(one), title: one.name, values: [one.place, one.figure] })),
      ...releasesOf(day).map(([date, title]) => ({ page: "/changelog", title, values: [date] })),
    ],
    changes: changesOf(day),
    emptied: [],
    flapping: day >= 2 ? [{ pages: ["/enterprise"], values: [...answerTimes] }] : [],
  };
}

function changesOf(day: SiteDay): DayTruth["changes"] {
  const pages = ["/pricing"];
  if (day === 1)
    return [
      { pages, was: "$49", is: "$54" },
      // What is paid by the year, and in pounds, is shown to those who press a switch.
      { pages, was: "$39", is: "$43" },
      { pages, was: "£41", is: "£45" },
      { pages, was: "£33", is: "£36" },
      { pages, was: "Up to 300 jobs", is: "Up to 450 jobs" },
      // A sign has no words; its row has.
      { pages, was: "Portal under your own name", is: "Portal under your own name" },
      { pages, was: "14 days", is: "30 days" },
      { pages: ["/customers", "/customers/halden"], is: "Halden Labels" },
      { pages: ["/enterprise"], was: answerTimes[0], is: answerTimes[1] },
    ];
  if (day !== 2) return [];
  return [
    { pages, was: "A single seat", is: "Two seats" },
    { pages, was: "Each further proof 8 cents", is: "Each further proof 11 cents" },
    { pages, was: "sixty days", is: "ninety days" },
    { pages, is: "Proofs on paper, by courier" },
    { pages: ["/enterprise"], was: "99.9 % a month", is: "99.95 % a month" },
    { pages: ["/customers"], was: "Cardinal Offset" },
    { pages: ["/changelog"], is: "Proofs on phones" },
  ];
}

interface Shown {
  title: string;
  main: Markup;
  late?: Markup[];
  props?: Record<string, unknown>;
}

function bodyOf(path: string, currency: Currency, day: SiteDay, noise: Noise): Shown | null {
  if (path === "/")
    return {
      title: "Foldwise: software for printers",
      main: html`<section class="relative isolate px-6 pt-14"><h1 class="text-5xl font-semibold tracking-tight">Every job has a ticket. Every ticket has a place.</h1><p class="mt-8 text-lg">Foldwise plans print shops from the quote to the pallet.</p><a class="rounded-md bg-indigo-600" href="/pricing">See prices</a></section>${placeOf(0)}`,
      late: [voicesOf(noise)],
    };
  if (path === "/pricing") return pricing(currency, day, noise);
  if (path === "/enterprise")
    return {
      title: "Enterprise",
      main: html`<h1 class="text-4xl">For groups of printers</h1><p>One contract, one invoice, and a person with a telephone.</p><dl class="divide-y"><div class="py-4"><dt>Availability that we sign</dt><dd>${uptimeOf(day)}</dd></div><div class="py-4"><dt>Single sign-on</dt><dd>SAML and OpenID Connect</dd></div><div class="py-4"><dt>Where data is kept</dt><dd>Frankfurt or Ohio, as you choose</dd></div></dl><p class="text-sm">${answerTimes[day % 2]}</p>`,
    };
  if (path === "/changelog")
    return {
      title: "Changelog",
      main: html`<h1>Changelog</h1><ol class="border-l">${releasesOf(day).map(([date, title, text]) => html`<li class="mb-10 ml-4"><time class="text-sm">${date}</time><h2 class="text-lg">${title}</h2><p>${text}</p></li>`)}</ol>`,
    };
  if (path === "/customers")
    return {
      title: "Customers",
      main: html`<h1>Printers who plan</h1><div class="grid grid-cols-3">${storiesOf(day).map((one) => html`<a class="rounded-2xl p-6 ring-1" href="${pathOf(one)}"><h3>${one.name}</h3><p>${one.figure}</p></a>`)}</div>`,
    };
  const one = storiesOf(day).find((story) => pathOf(story) === path);
  if (!one) return null;
  return {
    title: one.name,
    main: html`<article><p class="text-sm">${one.place}</p><h1>${one.name}</h1><p class="text-3xl">${one.figure}</p><p>${one.text}</p></article>${placeOf(0)}`,
    late: [voicesOf(noise)],
  };
}

/** Two of six, others at each visit. */
const voicesOf = (noise: Noise): Markup =>
  html`<section data-experiment="voices-${noise.isVariant ? "b" : "a"}" class="grid gap-8">${rotated(voices, noise.turn, 2).map(([words, name, role]) => html`<figure><blockquote><p>“${words}”</p></blockquote><figcaption><div>${name}</div><div class="text-gray-600">${role}</div></figcaption></figure>`)}</section>`;

function pricing(currency: Currency, day: SiteDay, noise: Noise): Shown {
  const plans = plansOf(day);
  const control = html`<div class="flex justify-center gap-4"><span>Monthly</span><button type="button" role="switch" aria-checked="false" data-state="unchecked" aria-label="Pay by the year" class="peer inline-flex h-6 w-11"><span class="block h-5 w-5"></span></button><span>Yearly <span class="badge">save 20%</span></span><label class="sr-only" for="currency">Currency</label><select id="currency" name="currency">${currencies.map((one) => html`<option value="${one}"${one === currency && html` selected=""`}>${one.toUpperCase()}</option>`)}</select></div>`;
  const cards = day >= 2 ? columns(plans, currency) : tiles(plans, currency);
  const head =
    day >= 2
      ? html`<header class="hero_root__p3xLq"><h1>What it costs</h1><p>Pay for seats that sit.</p></header>`
      : html`<div class="mx-auto max-w-4xl text-center"><h2 class="text-base font-semibold text-indigo-600">Pricing</h2><h1 class="text-5xl">Prices that fold flat</h1></div>`;
  return {
    title: "Pricing",
    main: html`${head}${control}${cards}<a class="text-sm" href="/enterprise">More than one shop? Talk to us.</a>${matrix(day)}${placeOf(0)}${placeOf(1)}`,
    late: [voicesOf(noise), faq(day)],
    props: {
      currency,
      experiment: noise.isVariant ? "b" : "a",
      plans: plans.map((plan) => ({
        id: plan.id,
        name: plan.name,
        prices: Object.fromEntries(
          currencies.map((one) => {
            const [month, year] = amounts(plan, one);
            return [one, { month, year }];
          }),
        ),
        priceIds: { month: `price_${plan.id}_m`, year: `price_${plan.id}_y` },
      })),
    },
  };
}

const dash = raw("<!-- -->");
const amount = ({ prices }: Plan, currency: Currency) =>
  html`<span data-amount>${signOf[currency]}${dash}${prices[currency].month}</span>`;

const tiles = (plans: Plan[], currency: Currency): Markup =>
  html`<div class="isolate mx-auto mt-10 grid lg:grid-cols-3">${plans.map((plan) => html`<div class="rounded-3xl p-8 ring-1 ring-gray-200" data-plan="${plan.id}"><h3 id="tier-${plan.id}" class="text-lg font-semibold">${plan.name}</h3>${plan.id === "studio" && html`<p class="rounded-full bg-indigo-600/10">Most popular</p>`}<p class="mt-4 text-sm">${plan.line}</p><p class="mt-6 flex items-baseline gap-x-1"><span class="text-4xl">${amount(plan, currency)}</span><span class="text-sm" data-term-note="">per month</span></p><a aria-describedby="tier-${plan.id}" class="mt-6 block" href="/signup?plan=${plan.id}">Try it</a><ul role="list" class="mt-8 space-y-3">${plan.points.map((point) => html`<li class="flex gap-x-3">${tick("")}${point}</li>`)}</ul></div>`)}</div>`;

const columns = (plans: Plan[], currency: Currency): Markup =>
  html`<div class="plans_table__Zk81a" role="list">${plans.map((plan) => html`<section role="listitem" class="plans_col__2hVbn" data-plan="${plan.id}"><header><h2>${plan.name}</h2><div class="plans_price__tT0aw"><strong>${amount(plan, currency)}</strong> <small data-term-note="">per month</small></div></header><p>${plan.line}</p><div class="plans_points__m1">${plan.points.map((point) => html`<div>${point}</div>`)}</div><a class="button_root__aa9" href="/signup?plan=${plan.id}">Start</a></section>`)}</div>`;

const tick = (label: string): Markup =>
  html`<svg viewBox="0 0 20 20" fill="currentColor" class="h-6 w-5"${label ? html` aria-label="${label}"` : html` aria-hidden="true"`}><path d="M16.7 4.15 8 15.1 3.3 10.2"></path></svg>`;
const cross = (label: string): Markup =>
  html`<svg viewBox="0 0 20 20" fill="currentColor" class="h-6 w-5 text-gray-400"${html` aria-label="${label}"`}><path d="M4 10h12"></path></svg>`;

function matrix(day: SiteDay): Markup {
  const names = plansOf(day).map(({ name }) => name);
  const cell = (value: string | boolean, index: number) => {
    if (typeof value === "string") return html`<div class="text-sm text-center">${value}</div>`;
    return value ? tick(`Included in ${names[index]}`) : cross(`Not included in ${names[index]}`);
  };
  if (day >= 2)
    return html`<div class="matrix_root__7Ks" role="table" aria-label="Compare plans"><div role="row"><div role="columnheader"></div>${names.map((name) => html`<div role="columnheader">${name}</div>`)}</div>${matrixOf(day).map(({ group, rows }) => html`<div role="rowgroup"><h3>${group}</h3>${rows.map(([label, ...cells]) => html`<div role="row" class="matrix_row__x2"><div role="rowheader">${label}</div>${cells.map((value, index) => html`<div role="cell">${cell(value, index)}</div>`)}</div>`)}</div>`)}</div>`;
  return html`<section aria-labelledby="comparison-heading"><h2 id="comparison-heading" class="sr-only">Compare plans</h2><table class="w-full table-fixed"><caption class="sr-only">Pricing plan comparison</caption><thead><tr><td class="p-0"></td>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>${matrixOf(day).map(({ group, rows }) => html`<tbody class="group"><tr><th scope="colgroup" colspan="4">${group}</th></tr>${rows.map(([label, ...cells]) => html`<tr><th scope="row">${label}</th>${cells.map((value, index) => html`<td class="p-4">${cell(value, index)}</td>`)}</tr>`)}</tbody>`)}</table></section>`;
}

const faq = (day: SiteDay): Markup =>
  html`<section class="mx-auto max-w-4xl" data-accordion=""><h2>Questions that come up</h2>${questionsOf(day).map(([question, answer], index) => html`<div data-state="closed" data-orientation="vertical"><h3 class="flex"><button type="button" aria-controls="radix-${index}" aria-expanded="false" id="radix-t${index}">${question}</button></h3><div id="radix-${index}" role="region" aria-labelledby="radix-t${index}" hidden=""><div class="pb-4">${answer}</div></div></div>`)}</section>`;

function frame({ title, main, late = [] }: Shown, path: string, flight: string, day: SiteDay, noise: Noise): string {
  const [build, chunk] = [buildOf(noise), chunkOf(noise)];
  const links = [
    ["/pricing", "Pricing"],
    ["/customers", "Customers"],
    ["/changelog", "Changelog"],
    ["/enterprise", "Enterprise"],
  ].map(([href, text]) => html`<a class="text-sm/6${href === path && " font-bold"}" href="${href}">${text}</a>`);
  return html`${raw("<!DOCTYPE html>")}<html lang="en" class="__variable_${build.slice(1, 7)} antialiased"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><link rel="stylesheet" href="/_next/static/css/${chunk}.css?dpl=dpl_${build}" data-precedence="next"/><link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/webpack-${chunk}.js?dpl=dpl_${build}"/><script src="/_next/static/chunks/app/page-${chunk}.js?dpl=dpl_${build}" async=""></script><title>${title} | Foldwise</title><meta name="description" content="Software for print shops."/><meta name="next-size-adjust" content=""/></head><body class="${day >= 2 ? "body_root__v9" : "bg-white"}"><div hidden="">${raw("<!--$--><!--/$-->")}</div><header class="absolute inset-x-0"><nav aria-label="Global"><a href="/"><span class="sr-only">Foldwise</span></a>${links}<a href="/login">Log in</a></nav></header><main>${main}</main><footer class="border-t"><p>© 2026 Foldwise Software. ${noise.visitors} shops are planning right now.</p></footer>${late.map((part, index) => moved(index, part))}${pushed(flight)}<script src="/_next/static/chunks/webpack-${chunk}.js?dpl=dpl_${build}" id="_R_" async=""></script></body></html>`
    .markup;
}
