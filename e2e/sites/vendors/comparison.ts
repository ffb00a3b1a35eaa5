import { html, type Markup, raw } from "../ground/html";
import { type Cell, comparisonOf, type Link, linksOf, swinging, tariffsOf, voices } from "./comparison-content";
import { type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "./watched-site";

const pathOf = ({ slug }: Link) => `/integrations/${slug}`;

/** A vendor on a page builder: two terms of price behind a toggle, a comparison whose cells are signs, integrations, sections in the order of an experiment. */
export const comparison: SiteMake = {
  pasted: "/",
  answer: ({ path }, day, noise) => {
    const shown = bodyOf(path, day, noise);
    return shown
      ? { body: frame(shown.title, shown.main, day, noise), headers: { "set-cookie": `fl_sid=${noise.token}; Path=/` } }
      : null;
  },
  truth,
};

function truth(day: SiteDay): DayTruth {
  const kept = day === 2 ? 1 : day;
  const rows = comparisonOf(day).flatMap((group) => group.rows);
  const says = (cell: Cell) => typeof cell === "string" && !swinging.includes(cell);
  return {
    pages: ["/", "/pricing", "/integrations", "/terms", ...linksOf(day).map(pathOf)],
    records: [
      ...tariffsOf(kept).map(({ name, monthly, yearly }) => ({
        page: "/pricing",
        title: name,
        values: [monthly, yearly],
      })),
      ...rows.map(([title, ...cells]) => ({ page: "/pricing", title, values: cells.filter(says) as string[] })),
      ...linksOf(day).map((one) => ({ page: pathOf(one), title: one.name, values: [one.category, one.effort] })),
    ],
    changes:
      day === 1
        ? [
            { pages: ["/pricing"], was: "$59", is: "$64" },
            { pages: ["/pricing"], was: "$566", is: "$614" },
            { pages: ["/pricing"], was: "Up to 120", is: "Up to 90" },
            // A sign has no words; its row has.
            { pages: ["/pricing"], was: "Single sign-on", is: "Single sign-on" },
            { pages: ["/integrations", "/"], was: "Postmill" },
            { pages: ["/integrations", "/"], is: "Kassa Nord" },
            { pages: ["/terms"], was: "thirty days", is: "ninety days" },
          ]
        : [],
    emptied: day === 2 ? [{ pages: ["/pricing"], value: "$1,430" }] : [],
    flapping: day >= 2 ? [{ pages: ["/pricing"], values: swinging }] : [],
  };
}

function bodyOf(path: string, day: SiteDay, noise: Noise): { title: string; main: Markup } | null {
  if (path === "/") return { title: "One inbox for every guest", main: home(day, noise) };
  if (path === "/pricing") return { title: "Pricing", main: pricing(day, noise) };
  if (path === "/integrations")
    return {
      title: "Integrations",
      main: html`<h1 class="heading-xl">Integrations</h1><div role="list" class="w-dyn-items">${linksOf(day).map((one) => html`<div role="listitem" class="w-dyn-item"><a href="${pathOf(one)}" class="integration-card w-inline-block"><div class="integration-name">${one.name}</div><div class="tag">${one.category}</div></a></div>`)}</div>`,
    };
  if (path === "/terms")
    return {
      title: "Terms",
      main: html`<div class="rich-text w-richtext"><h1>Terms of service</h1><p>Fernbell is sold by the house. A contract can be ended with ${day === 0 ? "thirty days" : "ninety days"} notice to the end of a month.</p><p>Conversations belong to the house in which they were held. We delete them sixty days after the contract has ended.</p></div>`,
    };
  const one = linksOf(day).find((link) => pathOf(link) === path);
  if (!one) return null;
  const facts =
    day === 3
      ? html`<p class="meta-line">${one.category} · set up in ${one.effort}</p>`
      : html`<div class="meta-grid"><div class="meta-label">Category</div><div class="meta-value">${one.category}</div><div class="meta-label">Time to set up</div><div class="meta-value">${one.effort}</div></div>`;
  return {
    title: one.name,
    main: html`<a href="/integrations" class="back-link">Integrations</a><h1 class="heading-l">${one.name}</h1>${facts}<p class="paragraph">${one.text}</p>`,
  };
}

function home(day: SiteDay, noise: Noise): Markup {
  const blocks = [
    html`<section class="section_why"><h2>Why an inbox</h2><p>Guests write where they like. Fernbell puts what they write in one place and shows who has answered.</p></section>`,
    html`<section class="section_quotes">${rotated(voices, noise.turn, 2).map(([words, who]) => html`<div class="quote"><p>${words}</p><div>${who}</div></div>`)}</section>`,
    html`<section class="section_links"><h2>Works with</h2>${linksOf(day).map((one) => html`<a class="pill" href="${pathOf(one)}">${one.name}</a> `)}</section>`,
  ];
  return html`<section class="section_hero"><h1>${noise.isVariant ? "One inbox for every guest" : "Every guest in one inbox"}</h1><a class="button w-button" href="/pricing">${noise.isVariant ? "See prices" : "Start now"}</a></section>${noise.isVariant ? blocks : blocks.reverse()}`;
}

const sign = (cell: Cell): Markup | string =>
  cell === true
    ? html`<img src="/img/check.svg" loading="lazy" alt="Included">`
    : cell === false
      ? html`<img src="/img/minus.svg" loading="lazy" alt="Not included">`
      : cell;

function pricing(day: SiteDay, noise: Noise): Markup {
  const tariffs = tariffsOf(day);
  const cards = tariffs.map(({ name, monthly, yearly, line }) =>
    day === 3
      ? html`<li class="tariff"><strong>${name}</strong><span>${line}</span><span class="tariff-price" data-term="month">${monthly} <span>per house and month</span></span><span class="tariff-price is-off" data-term="year">${yearly} <span>per house and year</span></span><a href="/signup?plan=${name.toLowerCase()}&amp;ref=${noise.token}">Try it</a></li>`
      : html`<div class="pricing-card"><h3>${name}</h3><p>${line}</p><div data-w-tab="Monthly" class="w-tab-pane w--tab-active"><div class="price">${monthly}</div><div class="per">per house and month</div></div><div data-w-tab="Yearly" class="w-tab-pane"><div class="price">${yearly}</div><div class="per">per house and year</div></div><a href="/signup?plan=${name.toLowerCase()}&amp;ref=${noise.token}" class="button">Try it</a></div>`,
  );
  const groups = comparisonOf(day).map(({ group, rows }) =>
    day === 3
      ? html`<h3>${group}</h3><div class="compare" role="table"><div role="row"><div role="columnheader"></div>${tariffs.map(({ name }) => html`<div role="columnheader">${name}</div>`)}</div>${rows.map(([label, ...cells]) => html`<div role="row"><div role="rowheader">${label}</div>${cells.map((cell) => html`<div role="cell">${sign(cell)}</div>`)}</div>`)}</div>`
      : html`<tbody><tr class="group"><th colspan="4" scope="colgroup">${group}</th></tr>${rows.map(([label, ...cells]) => html`<tr><th scope="row">${label}</th>${cells.map((cell) => html`<td>${sign(cell)}</td>`)}</tr>`)}</tbody>`,
  );
  const table =
    day === 3
      ? html`${groups}`
      : html`<table class="comparison"><thead><tr><td></td>${tariffs.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>${groups}</table>`;
  return html`<h1 class="heading-xl">Pricing</h1><div class="toggle w-tab-menu" role="tablist"><a role="tab" data-w-tab="Monthly" class="w--current">Monthly</a><a role="tab" data-w-tab="Yearly">Yearly</a></div>${day === 3 ? html`<ul class="tariffs">${cards}</ul>` : html`<div class="pricing-grid">${cards}</div>`}<h2>Compare all tariffs</h2>${table}<p class="fine">Prices without tax. ${noise.visitors} houses compared prices today.</p>`;
}

function frame(title: string, main: Markup, day: SiteDay, noise: Noise): string {
  const consents = [
    "We use cookies to remember you.",
    "This site sets cookies. You may say no.",
    "Cookies? Only if you agree.",
  ];
  const menu = ["pricing", "integrations", "terms"].map(
    (to) => html`<a href="/${to}" class="nav-link w-nav-link">${to.charAt(0).toUpperCase()}${to.slice(1)}</a>`,
  );
  return html`${raw("<!DOCTYPE html>")}<html data-wf-page="${noise.build}" data-wf-site="61f0" lang="en"><head><meta charset="utf-8"><title>${title} | Fernbell</title><meta property="og:title" content="${title}"><meta content="Pages" name="generator"></head><body class="${day === 3 ? "body-v2" : "body"}"><div class="navbar w-nav"><a href="/" class="w-nav-brand">Fernbell</a><nav role="navigation">${menu}</nav></div><div class="page-wrapper">${main}</div><footer class="footer"><p>Fernbell Ltd, Galway. Page made at ${noise.ago}.</p></footer><div class="consent consent-${noise.turn % 3}" role="dialog">${consents[noise.turn % 3]} <button>Fine</button></div><script>window.__session="${noise.token}"</script></body></html>`
    .markup;
}
