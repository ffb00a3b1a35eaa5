import { html, type Markup, raw } from "../ground/html";
import { type Chapter, chaptersOf, releases } from "./manual-content";
import type { DayTruth, Noise, SiteDay, SiteMake } from "./watched-site";

const versions = ["v3", "v2"] as const;
type Version = (typeof versions)[number];
const released = (day: SiteDay) => releases.filter(({ from }) => from <= day);

/** Documentation of a service in two versions with a changelog; notes and the plans stand in declarative shadow roots. */
export const manual: SiteMake = {
  pasted: "/docs/v3/getting-started",
  answer: ({ path }, day, noise) => {
    const [, top, version, slug] = path.split("/");
    if (path === "/" || path === "/docs" || path === "/docs/")
      return { status: 302, headers: { location: "/docs/v3/getting-started" }, body: "" };
    if (path === "/changelog") return page("Changelog", changelog(day), "v3", path, day, noise);
    if (path === "/plans") return page("Plans", plansPage(day), "v3", path, day, noise);
    if (top !== "docs" || !versions.includes(version as Version)) return null;
    const chapter = chaptersOf(version as Version, day).find((one) => one.slug === slug);
    return chapter ? page(chapter.title, chapterBody(chapter, day, noise), version as Version, path, day, noise) : null;
  },
  truth,
};

function truth(day: SiteDay): DayTruth {
  return {
    pages: [
      "/changelog",
      "/plans",
      ...versions.flatMap((version) => chaptersOf(version, day).map(({ slug }) => `/docs/${version}/${slug}`)),
    ],
    records: [
      ...released(day).map(({ version, date }) => ({ page: "/changelog", title: version, values: [date] })),
      { page: "/plans", title: "Studio", values: ["$0"] },
      { page: "/plans", title: "Courier", values: [] },
      { page: "/plans", title: "Carrier", values: ["$690"] },
    ],
    changes:
      day === 1
        ? [
            { pages: ["/docs/v3/limits"], was: "600 requests a minute", is: "300 requests a minute" },
            { pages: ["/docs/v3/regions"], is: "São Paulo" },
            { pages: ["/changelog"], is: "3.5.0" },
          ]
        : [],
    emptied: day === 2 ? [{ pages: ["/docs/v3/limits"], value: "40" }] : [],
    flapping: day >= 2 ? [{ pages: ["/plans"], values: ["$85", "$95"] }] : [],
  };
}

const courier = (day: SiteDay) => (day % 2 === 0 ? "$85" : "$95");
const longDay = (date: string) =>
  new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" }).format(new Date(date));

function changelog(day: SiteDay): Markup {
  return html`<h1>Changelog</h1>${released(day).map(({ version, date, items }) =>
    day === 3
      ? html`<div class="release" id="r${version}"><div class="release-side"><strong>${version}</strong><time datetime="${date}">${longDay(date)}</time></div><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></div>`
      : html`<section><h2 id="${version}"><a class="hash-link" href="#${version}" aria-label="Direct link">#</a>${version}</h2><p><em><time datetime="${date}">${longDay(date)}</time></em></p><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></section>`,
  )}`;
}

function plansPage(day: SiteDay): Markup {
  const plans = [
    ["Studio", "$0", "1,000 messages a month"],
    ["Courier", courier(day), "40,000 messages a month"],
    ["Carrier", "$690", "1,000,000 messages a month"],
  ];
  return html`<h1>Plans</h1><p>Prices are per project and month.</p>${plans.map(([name, price, what]) => html`<plan-card><template shadowrootmode="open"><style>:host{display:block}</style><h3>${name}</h3><p class="amount">${price}</p><p>${what}</p></template></plan-card>`)}`;
}

function chapterBody(chapter: Chapter, day: SiteDay, noise: Noise): Markup {
  const limits = chapter.limits ?? [];
  const table =
    day === 3
      ? html`<div class="grid">${limits.map(([label, value]) => html`<div class="cell"><span class="k">${label}</span><span class="v">${value}</span></div>`)}</div>`
      : html`<table><thead><tr><th>What</th><th>Limit</th></tr></thead><tbody>${limits.map(([label, value]) => html`<tr><td>${label}</td><td>${value}</td></tr>`)}</tbody></table>`;
  return html`<h1>${chapter.title}</h1>${chapter.text.map((one) => html`<p>${one}</p>`)}${limits.length > 0 ? table : ""}${chapter.code ? html`<div class="language-bash codeBlock"><pre><code>${chapter.code}</code></pre><button type="button" aria-label="Copy code">Copy</button></div>` : ""}<footer class="theme-doc-footer"><a href="https://code.invalid/edit/${chapter.slug}.md">Edit this page</a><span class="lastUpdated">Last updated ${noise.ago} by <b>${["ana", "piet", "jo"][noise.turn % 3]}</b></span></footer><div class="feedback"><p>Was this page helpful?</p><button>Yes</button><button>No</button><span>${noise.visitors} of ${noise.visitors + 9} found this helpful</span></div>`;
}

function page(title: string, main: Markup, version: Version, path: string, day: SiteDay, noise: Noise) {
  const chapters = chaptersOf(version, day);
  const index = chapters.findIndex(({ slug }) => path.endsWith(`/${slug}`));
  const [previous, next] = [chapters[index - 1], index >= 0 ? chapters[index + 1] : undefined];
  const menu = html`<aside class="theme-doc-sidebar-container"><ul class="menu__list">${chapters.map((one) => html`<li class="menu__list-item"><a class="menu__link${path.endsWith(one.slug) ? " menu__link--active" : ""}" href="/docs/${version}/${one.slug}">${one.title}</a></li>`)}</ul></aside>`;
  const top = html`<nav class="navbar"><a class="navbar__brand" href="/docs">Parcelwire docs</a><a href="/changelog">Changelog</a><a href="/plans">Plans</a><div class="dropdown"><a href="#">${version}</a><ul>${versions.map((one) => html`<li><a href="/docs/${one}/getting-started">${one}</a></li>`)}</ul></div><button class="DocSearch" type="button">Search <kbd>⌘K</kbd></button></nav>`;
  const pager = html`<nav class="pagination-nav" aria-label="Docs pages">${previous ? html`<a class="pagination-nav__link--prev" href="/docs/${version}/${previous.slug}">Previous ${previous.title}</a>` : ""}${next ? html`<a class="pagination-nav__link--next" href="/docs/${version}/${next.slug}">Next ${next.title}</a>` : ""}</nav>`;
  const banner =
    version === "v2"
      ? html`<div class="alert alert--warning"><p>This is documentation for v2, which is no longer actively maintained. See <a href="/docs/v3/getting-started">v3</a>.</p></div>`
      : "";
  const article = html`<article><div class="theme-doc-markdown markdown">${banner}${main}</div></article>`;
  const body =
    day === 3
      ? html`${top}<div class="layout"><main>${article}${pager}</main>${menu}</div>`
      : html`${top}<div class="main-wrapper">${menu}<main class="docMainContainer">${article}${pager}</main></div>`;
  return {
    body: html`${raw("<!doctype html>")}<html lang="en" data-rh="lang" data-theme="light"><head><meta charset="UTF-8"><meta name="generator" content="docs ${noise.build}"><title>${title} | Parcelwire docs</title><script nonce="${noise.token}">window.dataLayer=[]</script></head><body>${body}<footer class="footer">Copyright © 2026 Parcelwire. Built with care.</footer></body></html>`
      .markup,
  };
}
