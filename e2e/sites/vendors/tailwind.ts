import { html, type Markup, raw } from "../ground/html";
import { currencyNames, customers, features, hostingClaim, type Plan, plansOf, posts, signs } from "./tailwind-content";
import { type Noise, rotated, type SiteDay, type SiteMake } from "./watched-site";

const voices = [
  ["It is the first software that my inspectors did not curse.", "Head of safety, tram company"],
  ["We closed 400 findings in the first month.", "Facilities lead, university"],
  ["Half a day of training, no more.", "Owner, lift service"],
  ["The labels alone paid for it.", "Asset manager, port"],
] as const;

const newestPosts = (day: SiteDay) =>
  posts.filter(({ from }) => from <= day).sort((a, b) => b.date.localeCompare(a.date));

/** A marketing site of utility classes: all prices of all currencies and both terms stand in the page, a script shows one of them. */
export const tailwind: SiteMake = {
  pasted: "/",
  answer: ({ path }, day, noise) => {
    const shown = bodyOf(path, day, noise);
    return shown ? { body: frame(shown.title, shown.main, path, day, noise), headers: cookies(noise) } : null;
  },
  truth: (day) => ({
    pages: [
      "/",
      "/pricing",
      "/customers",
      "/security",
      "/about",
      "/blog",
      ...features.map(({ slug }) => `/features/${slug}`),
      ...customers.map(({ slug }) => `/customers/${slug}`),
      ...newestPosts(day).map(({ slug }) => `/blog/${slug}`),
    ],
    records: [
      ...plansOf(day).map(({ title, monthly }) => ({
        page: "/pricing",
        title,
        values: currencyNames.map((currency) => `${signs[currency]}${monthly[currency]}`),
      })),
      ...newestPosts(day).map(({ slug, title, date }) => ({ page: `/blog/${slug}`, title, values: [date] })),
    ],
    changes: day === 1 ? firstDay : [],
    emptied: day === 2 ? [{ pages: ["/customers/tollgate-lifts", "/customers"], value: "2,300 lifts" }] : [],
    flapping: [],
  }),
};

const annual = (amount = 0) => Math.round(amount * 0.8);

const firstDay = [
  ...currencyNames.flatMap((currency) => {
    const [was, is] = [plansOf(0)[1]?.monthly[currency], plansOf(1)[2]?.monthly[currency]];
    return [
      { pages: ["/pricing"], was: `${signs[currency]}${was}`, is: `${signs[currency]}${is}` },
      { pages: ["/pricing"], was: `${signs[currency]}${annual(was)}`, is: `${signs[currency]}${annual(is)}` },
    ];
  }),
  { pages: ["/pricing"], was: "Contractor links" },
  { pages: ["/pricing"], is: "Solo" },
  { pages: ["/security"], was: "never leaves it", is: "may be read from the United Kingdom" },
  { pages: ["/blog", "/"], is: "A year of findings, in figures" },
];

const cookies = (noise: Noise) => ({ "set-cookie": `cf_session=${noise.token}; Path=/; HttpOnly; SameSite=Lax` });

function bodyOf(path: string, day: SiteDay, noise: Noise): { title: string; main: Markup } | null {
  const box = day === 3 ? "mx-auto w-full max-w-screen-xl px-8" : "container mx-auto px-4 md:px-6";
  const heading = day === 3 ? "text-balance text-5xl font-semibold" : "text-4xl font-extrabold tracking-tight";
  const article = (title: string, lead: Markup, text: readonly string[]) => ({
    title,
    main: html`<div class="${box}"><div class="prose lg:prose-xl mt-12"><h1 class="${heading}">${title}</h1>${lead}${text.map((one) => html`<p>${one}</p>`)}</div></div>`,
  });
  const section = path.split("/")[1] ?? "";
  const slug = path.split("/")[2];
  if (path === "/") return { title: "Inspections without paper", main: home(day, noise, box, heading) };
  if (path === "/pricing") return { title: "Pricing", main: pricing(day, box, heading) };
  if (section === "features") {
    const one = features.find((feature) => feature.slug === slug);
    return one ? article(one.title, html`<p class="text-xl text-slate-500">${one.lead}</p>`, one.text) : null;
  }
  if (section === "customers" && slug) {
    const one = customers.find((customer) => customer.slug === slug);
    const told = one ? said(one.text, day) : "";
    return one ? article(one.title, html`<blockquote><p>${one.quote}</p></blockquote>`, [told]) : null;
  }
  if (path === "/customers")
    return {
      title: "Customers",
      main: html`<div class="${box}"><h1 class="${heading}">Customers</h1><div class="grid gap-8 md:grid-cols-3">${customers.map((one) => html`<div class="group rounded-2xl border p-6 hover:shadow-lg"><a href="/customers/${one.slug}" class="absolute inset-0" aria-label="${one.title}"></a><div class="text-lg font-bold">${one.title}</div><div class="mt-2 text-slate-600">${said(one.text, day)}</div></div>`)}</div></div>`,
    };
  if (section === "blog" && slug) {
    const one = newestPosts(day).find((post) => post.slug === slug);
    return one
      ? article(
          one.title,
          html`<p class="flex gap-2 text-sm"><span>${one.author}</span><time datetime="${one.date}">${longDay(one.date)}</time></p>`,
          [one.text],
        )
      : null;
  }
  if (path === "/blog")
    return {
      title: "Blog",
      main: html`<div class="${box}"><h1 class="${heading}">Blog</h1>${newestPosts(day).map((one) => html`<div class="flex flex-col py-6"><time class="text-xs uppercase" datetime="${one.date}">${longDay(one.date)}</time><a class="text-2xl font-bold hover:underline" href="/blog/${one.slug}">${one.title}</a><span class="text-slate-500">By ${one.author}</span></div>`)}</div>`,
    };
  if (path === "/security")
    return article("Security", html`<p>We are audited every spring by people who are not paid to be kind.</p>`, [
      hostingClaim(day),
      "Passwords are hashed with a memory-hard function. Backups are taken every four hours and restored for practice on the first Tuesday of each quarter.",
      "If you find a hole, write to security@cobaltform.example. We answer within two working days and pay for what we can reproduce.",
    ]);
  if (path === "/about")
    return article("About us", html`<p>Cobaltform was begun in 2014 by two lift engineers.</p>`, [
      "We are 64 people in Ghent and Leeds. Our software is used on 31,000 devices, most of them scratched.",
    ]);
  return null;
}

/** A template that knows the numbers no more leaves holes in the sentence. */
const said = (text: string, day: SiteDay) => (day === 2 ? text.replace("2,300 lifts", " ") : text);

const longDay = (date: string) =>
  new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }).format(new Date(date));

function home(day: SiteDay, noise: Noise, box: string, heading: string): Markup {
  const hero = html`<section class="relative isolate overflow-hidden bg-slate-900 text-white" data-experiment="hero-${noise.isVariant ? "a" : "b"}"><div class="${box}"><h1 class="${heading}">Inspections without paper</h1><p class="mt-6 text-lg">Cobaltform is the inspection software for people who look after pipes, lifts and doors.</p><div class="flex gap-x-6"><a class="btn" href="/pricing?utm_source=hero&amp;utm_campaign=${noise.build}">${noise.isVariant ? "See pricing" : "Compare plans"}</a><a href="/about">Who we are</a></div><p class="text-xs">${noise.visitors} people are looking at this page</p></div></section>`;
  const grid = html`<section class="py-24"><div class="${box}"><div class="grid grid-cols-2 gap-10">${features.map((one) => html`<div class="flex flex-col"><a href="/features/${one.slug}" class="font-semibold leading-7">${one.title}</a><p class="text-base text-gray-600">${one.lead}</p></div>`)}</div></div></section>`;
  const said = html`<section class="bg-white py-16"><div class="${box} columns-2">${rotated(voices, noise.turn, 2).map(([words, who]) => html`<figure class="border-l pl-8"><blockquote class="text-lg"><p>“${words}”</p></blockquote><figcaption class="text-sm">${who}</figcaption></figure>`)}</div></section>`;
  const news = html`<section class="py-16"><div class="${box}"><h2 class="text-2xl">From the blog</h2>${newestPosts(day)
    .slice(0, 3)
    .map((one) => html`<a class="block" href="/blog/${one.slug}">${one.title}</a>`)}</div></section>`;
  return day === 3 ? html`${hero}${news}${grid}${said}` : html`${hero}${grid}${said}${news}`;
}

function amounts(plan: Plan): Markup {
  return html`${currencyNames.map((currency) =>
    (["monthly", "annual"] as const).map((term) => {
      const price = term === "monthly" ? plan.monthly[currency] : annual(plan.monthly[currency]);
      const isShown = currency === "EUR" && term === "monthly";
      return html`<span data-currency="${currency}" data-term="${term}" class="${isShown ? "inline" : "hidden"} text-5xl font-bold">${signs[currency]}${price}</span>`;
    }),
  )}<span class="text-sm text-gray-500">/inspector/month</span>`;
}

function pricing(day: SiteDay, box: string, heading: string): Markup {
  const plans = plansOf(day);
  const toggle = html`<div class="inline-flex rounded-full p-1" role="group"><button type="button" data-term="monthly" aria-pressed="true">Monthly</button><button type="button" data-term="annual" aria-pressed="false">Annual <em>save 20%</em></button></div><select class="rounded" aria-label="Currency">${currencyNames.map((one) => html`<option>${one}</option>`)}</select>`;
  const cards = html`<div class="isolate mt-16 grid gap-8 lg:grid-cols-4">${plans.map((plan) => html`<div class="rounded-3xl p-8 ring-1 ring-gray-200"><h3 class="text-lg font-semibold">${plan.title}</h3><p class="mt-4 flex items-baseline">${amounts(plan)}</p><ul role="list" class="mt-8 space-y-3 text-sm">${plan.features.map((one) => html`<li class="flex gap-x-3"><svg viewBox="0 0 20 20" class="h-6 w-5" aria-hidden="true"><path d="M4 10l4 4 8-8"/></svg>${one}</li>`)}</ul><a href="/signup?plan=${plan.id}" rel="nofollow">Start free trial</a></div>`)}</div>`;
  const table = html`<section class="tiers">${plans.map((plan) => html`<article class="tier"><header><h2>${plan.title}</h2><div class="cost">${amounts(plan)}</div></header><ul class="ticks">${plan.features.map((one) => html`<li>${one}</li>`)}</ul><footer><a href="/signup?plan=${plan.id}" rel="nofollow">Start free trial</a></footer></article>`)}</section>`;
  return html`<div class="${box}"><h1 class="${heading}">Pricing</h1><p>Pay for the inspectors who work in a month. No fee for those who only read.</p>${toggle}${day === 3 ? table : cards}<div class="mt-24"><h2>Questions</h2><dl><dt>Can we change the plan?</dt><dd>Yes, on any day. The difference is credited to the next invoice.</dd><dt>Is there a discount for charities?</dt><dd>Registered charities pay half.</dd></dl></div></div>`;
}

function frame(title: string, main: Markup, path: string, day: SiteDay, noise: Noise): string {
  const links = [
    ["/", "Home"],
    ["/pricing", "Pricing"],
    ["/customers", "Customers"],
    ["/blog", "Blog"],
    ["/security", "Security"],
    ["/about", "About"],
  ];
  const nav = html`<nav class="hidden lg:flex lg:gap-x-12">${(day === 3 ? [...links].reverse() : links).map(([href, text]) => html`<a href="${href}" class="text-sm font-semibold">${text}</a>`)}</nav>`;
  const consent = html`<div id="cc-${noise.token}" class="fixed bottom-0 inset-x-0 bg-white p-6 shadow-2xl"><p>We value your privacy. We use cookies to understand how this site is used.</p><button>Accept all cookies</button><button>Reject</button></div>`;
  return html`${raw("<!DOCTYPE html>")}<html lang="en"><head><meta charset="utf-8"><title>${title} | Cobaltform</title><link rel="canonical" href="${path}"><link rel="stylesheet" href="/_assets/site.${noise.build}.css"><meta name="csrf-token" content="${noise.token}"><script nonce="${noise.token}">window.__b="${noise.build}";window.__t=${noise.turn}</script></head><body class="bg-white antialiased"><div id="__root"><div class="sticky top-0 z-50"><div class="flex items-center justify-between"><a href="/" class="text-xl font-black">Cobaltform</a>${nav}</div></div><main>${main}</main><div class="border-t"><div class="text-xs">© 2026 Cobaltform BV. Build ${noise.build}. All systems normal, checked ${noise.ago}.</div></div></div>${consent}</body></html>`
    .markup;
}
