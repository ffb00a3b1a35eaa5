import { longDate } from "../ground/dates";
import { html, type Markup, page } from "../ground/html";
import { type Currency, currencies, type Prices, plans, priceText } from "./plans";
import type { Noise } from "./prices-site";

const testimonials = [
  ["We stopped losing attachments.", "Bid manager, building firm"],
  ["Our reviews fit into one afternoon now.", "Head of sales, laboratory supplier"],
  ["The matrix finds what we forget.", "Owner, software house"],
  ["Onboarding took a day, not a month.", "Operations lead, cleaning company"],
  ["I can see who owes what.", "Tender desk, bus operator"],
] as const;

function frame(title: string, path: string, main: Markup, noise: Noise, shownAt: Date): string {
  const link = (href: string) => `${href}?sid=${noise.sessionId}`;
  return page({
    title,
    siteName: "Quillmark",
    tagline: "Bids without the night shift",
    nav: [
      { text: "Product", href: link("/") },
      { text: "Pricing", href: link("/pricing") },
      { text: "Changelog", href: link("/changelog") },
      { text: "About", href: link("/about") },
    ],
    accent: "#5a3fa0",
    head: html`<meta name="csrf-token" content="${noise.nonce}"><link rel="canonical" href="${path}">`,
    main: html`${main}
<section class="voices"><h2>What customers say</h2><div class="cards">${[0, 1].map((offset) => {
      const [words, who] = testimonials[(noise.testimonial + offset) % testimonials.length] ?? testimonials[0];
      return html`<blockquote class="card"><p>“${words}”</p><cite>${who}</cite></blockquote>`;
    })}</div></section>
<div class="consent" role="dialog" aria-label="Cookies"><p>We use cookies to measure visits.</p><button onclick="this.closest('.consent').remove()">Accept all</button> <button onclick="this.closest('.consent').remove()">Only what is needed</button></div>`,
    footer: html`<p>Quillmark is invented. Visitor <span class="counter">${noise.visitor.toLocaleString("en-GB")}</span>.
Last updated <time datetime="${shownAt.toISOString()}">${shownAt.toISOString().slice(0, 19).replace("T", " ")}</time></p>`,
  });
}

export function homePage(prices: Prices, noise: Noise, shownAt: Date): string {
  return frame(
    "Bid software",
    "/",
    html`<h1>Write the bid, not the spreadsheet</h1>
<p>Quillmark keeps answers, people and deadlines of a bid in one place. From ${priceText(prices.starter.GBP, "GBP")} a month.</p>
${buttons(noise)}`,
    noise,
    shownAt,
  );
}

function buttons(noise: Noise): Markup {
  const both = [
    html`<a class="button" href="/signup?sid=${noise.sessionId}">Start a trial</a>`,
    html`<a class="button" href="/demo?sid=${noise.sessionId}">Book a demo</a>`,
  ];
  return html`<p data-variant="${noise.variant}">${noise.variant === "a" ? both : both.reverse()}</p>`;
}

export function pricingPage(prices: Prices, currency: Currency, noise: Noise, shownAt: Date): string {
  return frame(
    "Pricing",
    `/pricing?currency=${currency}`,
    html`<h1>Pricing</h1>
<p class="currencies">Prices in ${currencies.map((one) =>
      one === currency
        ? html` <strong>${one}</strong>`
        : html` <a href="/pricing?currency=${one}&amp;sid=${noise.sessionId}">${one}</a>`,
    )}, per month, without tax.</p>
<div class="cards plans">${plans.map(
      (plan) => html`
<section class="card plan" id="plan-${plan.name}"><h2>${plan.title}</h2><p class="soft">${plan.pitch}</p>
<p class="price">${priceText(prices[plan.name][currency], currency)}<small> / month</small></p>
<ul>${plan.features.map((feature) => html`<li>${feature}</li>`)}</ul></section>`,
    )}</div>${buttons(noise)}`,
    noise,
    shownAt,
  );
}

export function changelogPage(news: { at: Date; text: string }[], now: Date, noise: Noise, shownAt: Date): string {
  const older = [
    { at: new Date(now.getTime() - 20 * 86_400_000), text: "Comments can be resolved by mail." },
    { at: new Date(now.getTime() - 48 * 86_400_000), text: "The answer library finds near duplicates." },
  ];
  return frame(
    "Changelog",
    "/changelog",
    html`<h1>Changelog</h1>${[...news, ...older].map(({ at, text }) => html`<article><h2>${longDate(at)}</h2><p>${text}</p></article>`)}`,
    noise,
    shownAt,
  );
}

export function aboutPage(noise: Noise, shownAt: Date): string {
  return frame(
    "About",
    "/about",
    html`<h1>About Quillmark</h1><p>We are 38 people in Lidd and Penrow. We wrote bids ourselves for eleven years before we
wrote software.</p>`,
    noise,
    shownAt,
  );
}

/** Where the two buttons lead. */
export function contactPage(path: "/signup" | "/demo", noise: Noise, shownAt: Date): string {
  const title = path === "/demo" ? "Book a demo" : "Start a trial";
  return frame(
    title,
    path,
    html`<h1>${title}</h1><p>Write to hello@quillmark.example and say how many bids you write a year. We answer within one
working day.</p>`,
    noise,
    shownAt,
  );
}
