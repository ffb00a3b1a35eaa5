import { html, type Markup, raw } from "../ground/html";
import { asText, sitemapOf } from "./sitemap";
import {
  crewOf,
  headlineOf,
  lostFigure,
  type Plan,
  plansOf,
  praise,
  reasons,
  type Story,
  storiesOf,
  trialOf,
  trials,
} from "./visual-builder-content";
import { type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "./watched-site";

const pathOf = ({ slug }: Story) => `/stories/${slug}`;

/** A marketing site from a visual builder: plans once in a tab for the month and once in one for the year, a collection of stories, links that carry the visit. The redesign comes from another builder, which writes every section once for each width of the screen. */
export const visualBuilder: SiteMake = {
  pasted: "/",
  answer: ({ path, url }, day, noise) => {
    if (path === "/robots.txt") return asText(`Sitemap: ${url.origin}/sitemap.xml\n`);
    if (path === "/sitemap.xml") return sitemapOf(url.origin, truth(day).pages, `2026-11-${24 + day}`);
    const shown = bodyOf(path, day, noise);
    return shown ? { body: day === 3 ? rebuilt(shown, day, noise) : frame(shown, day, noise) } : null;
  },
  truth,
};

function truth(day: SiteDay): DayTruth {
  return {
    pages: ["/", "/pricing", "/stories", "/about", ...storiesOf(day).map(pathOf)],
    records: [
      ...plansOf(day).map(({ name, monthly, yearly }) => ({
        page: "/pricing",
        title: name,
        values: [monthly, yearly],
      })),
      ...storiesOf(day).map((one) => ({ page: pathOf(one), title: one.headline, values: [one.figure, one.place] })),
      ...crewOf(day).map(([title, role]) => ({ page: "/about", title, values: [role] })),
    ],
    changes: changesOf(day),
    emptied: day === 2 ? [{ pages: ["/stories/bayou-water-taxi", "/stories"], value: lostFigure }] : [],
    flapping: day >= 2 ? [{ pages: ["/pricing", "/"], values: [...trials] }] : [],
  };
}

function changesOf(day: SiteDay): DayTruth["changes"] {
  if (day === 2)
    return [
      { pages: ["/pricing"], was: "Dinghy" },
      { pages: ["/about"], was: "Hank Detweiler" },
      { pages: ["/about"], is: "Aroha Tane" },
    ];
  if (day !== 1) return [];
  return [
    { pages: ["/pricing"], was: "$79", is: "$89" },
    { pages: ["/pricing"], was: "$790", is: "$890" },
    { pages: ["/"], was: headlineOf(0), is: headlineOf(1) },
    {
      pages: ["/stories/sitka-sound-shuttle", "/stories", "/"],
      is: "Cruise passengers ashore in half the time",
    },
    { pages: ["/pricing", "/"], was: trials[0], is: trials[1] },
  ];
}

interface Shown {
  title: string;
  sections: Markup[];
}

const figureOf = ({ figure }: Story, day: SiteDay) => (day === 2 && figure === lostFigure ? "" : figure);

function bodyOf(path: string, day: SiteDay, noise: Noise): Shown | null {
  if (path === "/") return { title: "Rosters for ferries", sections: home(day, noise) };
  if (path === "/pricing") return { title: "Pricing", sections: day === 3 ? termsInCards(day) : termsInTabs(day) };
  if (path === "/stories")
    return {
      title: "Customer stories",
      sections: [
        html`<h1>Customer stories</h1>`,
        html`<div role="list" class="stories-grid w-dyn-items">${storiesOf(day).map((one) => teaser(one, day))}</div>`,
      ],
    };
  if (path === "/about")
    return {
      title: "About us",
      sections: [
        html`<h1>We used to miss the boat, too</h1><p>Halyard was written in a wheelhouse in 2017 and is made by a small crew in Portland.</p>`,
        html`<div role="list" class="team-list w-dyn-items">${crewOf(day).map(([name, role]) => html`<div role="listitem" class="team-item w-dyn-item"><img src="/cdn/${noise.build}/portrait.avif" alt="" loading="lazy"><h4 class="team-name">${name}</h4><div class="team-role">${role}</div></div>`)}</div>`,
      ],
    };
  const one = storiesOf(day).find((story) => pathOf(story) === path);
  return one ? { title: one.headline, sections: story(one, day, noise) } : null;
}

const teaser = (one: Story, day: SiteDay) =>
  html`<div role="listitem" class="story-item w-dyn-item"><a href="${pathOf(one)}" class="story-link w-inline-block"><div class="story-client">${one.name}</div><h3 class="heading-small">${one.headline}</h3><div class="story-figure">${figureOf(one, day)}</div></a></div>`;

function home(day: SiteDay, noise: Noise): Markup[] {
  return [
    html`<h1 class="heading-xl">${headlineOf(day)}</h1><p class="text-large">Halyard puts the right people on the right boat, and tells everybody who needs to know.</p><a href="https://app.halyard.invalid/join?sid=${noise.token}" class="button w-button">Start your ${trialOf(day)}</a><div class="proof">${noise.visitors} teams are looking at a demo right now</div>`,
    html`<div class="w-layout-grid">${reasons.map(([name, text]) => html`<div class="reason"><h2 class="heading-small">${name}</h2><p>${text}</p></div>`)}</div>`,
    html`<div class="w-slider" aria-label="carousel"><div class="w-slider-mask">${rotated(praise, noise.turn, 2).map(([words, who]) => html`<div class="w-slide"><blockquote>${words}</blockquote><div class="quote-name">${who}</div></div>`)}</div></div>`,
    html`<h2>Latest stories</h2><div role="list" class="w-dyn-items">${storiesOf(day)
      .slice(-2)
      .reverse()
      .map((one) => teaser(one, day))}</div>`,
  ];
}

function story(one: Story, day: SiteDay, noise: Noise): Markup[] {
  const others = storiesOf(day).filter(({ slug, from }) => slug !== one.slug && from === 0);
  return [
    html`<div class="eyebrow">${one.name}, ${one.place}</div><h1>${one.headline}</h1>`,
    html`<div class="stat-box"><div class="stat-value">${figureOf(one, day)}</div><div class="stat-label">with Halyard</div></div>`,
    html`<div class="rich-text w-richtext">${one.text.map((words) => html`<p>${words}</p>`)}</div>`,
    html`<div class="more"><h4>More stories</h4>${rotated(others, noise.turn, 1).map((other) => html`<a href="${pathOf(other)}?from=${noise.token.slice(0, 6)}">${other.name}</a>`)}</div>`,
  ];
}

const planCard = ({ name, line, points }: Plan, price: string, unit: string, day: SiteDay) =>
  html`<div class="pricing-card"><h3 class="pricing-name">${name}</h3><div class="pricing-line">${line}</div><div class="pricing-amount">${price}<span class="pricing-unit">${unit}</span></div><ul role="list" class="w-list-unstyled">${points.map((point) => html`<li class="pricing-point"><div class="icon-check"></div><div>${point}</div></li>`)}</ul><a href="https://app.halyard.invalid/join" class="button w-button">Start your ${trialOf(day)}</a></div>`;

function termsInTabs(day: SiteDay): Markup[] {
  const pane = (name: string, isActive: boolean, cards: Markup[]) =>
    html`<div data-w-tab="${name}" role="tabpanel" class="w-tab-pane${isActive ? " w--tab-active" : ""}"><div class="pricing-grid">${cards}</div></div>`;
  const plans = plansOf(day);
  return [
    html`<h1>Pay by the fleet</h1><p>No fee per passenger, ever.</p>`,
    html`<div data-current="Monthly" class="w-tabs"><div class="w-tab-menu" role="tablist"><a data-w-tab="Monthly" class="w-tab-link w--current"><div>Monthly</div></a><a data-w-tab="Yearly" class="w-tab-link"><div>Yearly, two months free</div></a></div><div class="w-tab-content">${pane(
      "Monthly",
      true,
      plans.map((plan) => planCard(plan, plan.monthly, "/month", day)),
    )}${pane(
      "Yearly",
      false,
      plans.map((plan) => planCard(plan, plan.yearly, "/year", day)),
    )}</div></div>`,
  ];
}

function termsInCards(day: SiteDay): Markup[] {
  return [
    html`<ol>${plansOf(day).map(({ name, line, monthly, yearly, points }) => html`<li><p><strong>${name}</strong></p><p>${line}</p><p><span>${monthly}</span><span>/month</span></p><p><span>${yearly}</span><span>/year</span></p>${points.map((point) => html`<p>${point}</p>`)}<a href="https://app.halyard.invalid/join">Start your ${trialOf(day)}</a></li>`)}</ol>`,
    html`<h1>Pay by the fleet</h1><p>No fee per passenger, ever.</p>`,
  ];
}

const links = [
  ["/pricing", "Pricing"],
  ["/stories", "Stories"],
  ["/about", "About"],
] as const;
const consent = (noise: Noise) =>
  noise.isVariant
    ? "By clicking Accept, you agree to the storing of cookies on your device."
    : "We use cookies to see which pages are read. You can say no.";

function frame({ title, sections }: Shown, day: SiteDay, noise: Noise): string {
  const menu = links.map(([href, text]) => html`<a href="${href}" class="nav-link w-nav-link">${text}</a>`);
  return html`${raw("<!DOCTYPE html>")}<!-- Last Published: Nov ${24 + day} 2026 ${10 + (noise.turn % 12)}:${10 + (noise.turn % 50)}:07 GMT --><html data-wf-domain="www.halyard.invalid" data-wf-page="${noise.token}" lang="en" class="w-mod-js"><head><meta charset="utf-8"><title>${title} | Halyard</title><link href="/css/halyard.webflow.${noise.build}.css" rel="stylesheet"></head><body><div class="cookie-wrap"><p>${consent(noise)}</p><a href="#" class="button is-small w-button">Accept</a></div><div data-collapse="medium" role="banner" class="navbar w-nav"><a href="/" class="brand w-nav-brand"><img src="/img/halyard.svg" alt="Halyard"></a><nav role="navigation" class="w-nav-menu">${menu}</nav><div class="w-nav-button"><div class="w-icon-nav-menu"></div></div></div>${sections.map((section) => html`<section class="section"><div class="container w-container">${section}</div></section>`)}<footer class="footer"><div class="w-container"><a href="/about" class="footer-link">About</a><div>© 2026 Halyard Systems</div><div class="footer-note">${noise.ago} somebody booked a demo</div></div></footer></body></html>`
    .markup;
}

/** Each section for a wide screen and for a telephone; a style hides one of them. */
function rebuilt({ title, sections }: Shown, day: SiteDay, noise: Noise): string {
  const name = (index: number) => `framer-${(noise.build + index).slice(-4)}${index}`;
  const widths = sections.map(
    (section, index) =>
      html`<div class="${name(index)}-container"><div class="ssr-variant hidden-1qx7k2 hidden-9bb1e"><div class="${name(index)}" data-framer-name="Desktop">${section}</div></div><div class="ssr-variant hidden-72rtr7"><div class="${name(index)}-v" data-framer-name="Phone">${section}</div></div></div>`,
  );
  return html`${raw("<!doctype html>")}<html lang="en"><head><meta charset="utf-8"><meta name="generator" content="Framer ${noise.build}"><title>${title} - Halyard</title>${raw("<style>@media(min-width:1200px){.hidden-72rtr7{display:none!important}}@media(max-width:1199px){.hidden-1qx7k2{display:none!important}}</style>")}</head><body><div id="main" data-framer-hydrate-v2='{"day":${day}}'><div data-framer-root>${widths}<div class="framer-foot"><div><p><a href="/">Halyard</a></p>${links.map(([href, text]) => html`<p><a href="${href}">${text}</a></p>`)}</div><p>© 2026 Halyard Systems</p><p>${consent(noise)}</p></div></div></div></body></html>`
    .markup;
}
