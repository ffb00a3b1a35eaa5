import { html, type Markup, raw } from "../ground/html";
import { asText, sitemapOf } from "./sitemap";
import {
  type Chapter,
  chaptersOf,
  lostPlace,
  papersOf,
  processorsOf,
  promisesOf,
  releasesOf,
  uptimes,
} from "./trust-centre-content";
import type { DayTruth, Noise, SiteDay, SiteMake } from "./watched-site";

const pathOf = ({ slug }: Chapter) => `/docs/${slug}.html`;
const trust = "/trust/";
const processors = "/trust/subprocessors.html";
const log = "/changelog.html";

/** The documentation of an interface from a static generator of pages with a list of headings beside them, a changelog of badges, and a trust centre: certificates, promises, sub-processors. Sample answers carry a number of the request, notes say how fast the service is now. */
export const trustCentre: SiteMake = {
  pasted: trust,
  answer: ({ path, url }, day, noise) => {
    if (path === "/robots.txt") return asText(`Sitemap: ${url.origin}/sitemap.xml\n`);
    if (path === "/sitemap.xml") return sitemapOf(url.origin, truth(day).pages, `2026-11-${24 + day}T04:10:00Z`);
    if (path === "/") return { status: 301, headers: { location: "/docs/quickstart.html" }, body: "" };
    const shown = bodyOf(path, day, noise);
    return shown ? { body: frame(path, ...shown, day, noise) } : null;
  },
  truth,
};

function truth(day: SiteDay): DayTruth {
  return {
    pages: [trust, processors, log, ...chaptersOf(day).map(pathOf)],
    records: [
      ...papersOf(day).map(([title, ...values]) => ({ page: trust, title, values })),
      ...promisesOf(day).map(([title, answer]) => ({
        page: trust,
        title,
        values: title === "Availability" ? [] : [answer],
      })),
      ...processorsOf(day).map(([title, purpose, place]) => ({
        page: processors,
        title,
        values: place ? [purpose, place] : [purpose],
      })),
      ...releasesOf(day).map(({ version, date, notes }) => ({ page: log, title: version, values: [date, ...notes] })),
      ...chaptersOf(day).flatMap((one) => [
        { page: pathOf(one), title: one.title, values: [one.lead, ...one.parts.map(([, text]) => text)] },
        ...(one.table?.slice(1) ?? []).map(([title = "", ...values]) => ({ page: pathOf(one), title, values })),
      ]),
    ],
    changes: changesOf(day),
    emptied: day === 2 ? [{ pages: [processors], value: lostPlace }] : [],
    flapping: day >= 2 ? [{ pages: [trust], values: [...uptimes] }] : [],
  };
}

function changesOf(day: SiteDay): DayTruth["changes"] {
  if (day === 1)
    return [
      { pages: ["/docs/limits.html"], was: "600", is: "900" },
      { pages: ["/docs/limits.html"], was: "200", is: "300" },
      { pages: ["/docs/idempotency.html"], is: "Idempotency" },
      { pages: [log], is: "2.14.0" },
      { pages: [processors], was: "Mailpost Ltd" },
      { pages: [processors], is: "Brevenne SAS" },
      { pages: [trust], was: "30 days after", is: "7 days after" },
      { pages: [trust], was: uptimes[0], is: uptimes[1] },
    ];
  if (day !== 2) return [];
  return [
    { pages: ["/docs/webhooks.html"], was: "10 seconds", is: "5 seconds" },
    { pages: [trust], was: "Period ended May 31, 2026", is: "Period ended November 15, 2026" },
  ];
}

function bodyOf(path: string, day: SiteDay, noise: Noise): [title: string, main: Markup] | null {
  if (path === trust) return ["Trust centre", center(day, noise)];
  if (path === processors)
    return [
      "Sub-processors",
      html`${heading(1, "Sub-processors")}<p>Companies that process data for us. We tell customers 30 days before another one comes.</p>${tableOf([["Company", "Purpose", "Place"], ...processorsOf(day)], day)}`,
    ];
  if (path === log)
    return ["Changelog", html`${heading(1, "Changelog")}${releasesOf(day).map((one) => release(one, day))}`];
  const one = chaptersOf(day).find((chapter) => pathOf(chapter) === path);
  return one ? [one.title, chapter(one, day, noise)] : null;
}

const idOf = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, "-");
/** A heading with a link to itself, whose text is a space without width. */
const heading = (level: 1 | 2 | 3, text: string): Markup =>
  html`${raw(`<h${level} id="${idOf(text)}" tabindex="-1">`)}${text} <a class="header-anchor" href="#${idOf(text)}" aria-label="Permalink to “${text}”">&#8203;</a>${raw(`</h${level}>`)}`;

function tableOf([heads = [], ...rows]: readonly (readonly string[])[], day: SiteDay): Markup {
  if (day === 3)
    return html`<div class="grid-table" role="table">${rows.map((cells) => html`<div role="row" class="grid-row">${cells.map((cell, index) => html`<div role="cell"><span class="cell-label">${heads[index]}</span> <span class="cell-value">${cell}</span></div>`)}</div>`)}</div>`;
  return html`<table tabindex="0"><thead><tr>${heads.map((head) => html`<th>${head}</th>`)}</tr></thead><tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`;
}

function center(day: SiteDay, noise: Noise): Markup {
  const badges = papersOf(day).map(
    ([name, state, until]) =>
      html`<li class="badge-card"><img src="/badges/${idOf(name)}.svg" alt=""><h3>${name}</h3><p>${state}</p><p>${until}</p></li>`,
  );
  const promises = promisesOf(day).map(([name, text]) =>
    day === 3 ? html`<p><b>${name}</b> ${text}</p>` : html`${heading(3, name)}<p>${text}</p>`,
  );
  return html`${heading(1, "Trust centre")}<p>What we promise, who checks it and who works for us.</p><div class="now" data-live="true"><span class="dot"></span>All systems operational, ${40 + noise.visitors} ms</div><ul class="badges">${badges}</ul>${heading(2, "Our promises")}${promises}<p><a href="${processors}">Sub-processors</a></p><p class="ask"><a href="https://console.corvane.invalid/request?ref=${noise.token}">Request a report</a></p>`;
}

function release({ version, date, kind, notes }: ReturnType<typeof releasesOf>[number], day: SiteDay): Markup {
  const list = html`<ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>`;
  return day === 3
    ? html`<div class="update"><div class="update__side"><time>${date}</time><span>${kind}</span></div><div class="update__body"><h2>${version}</h2>${list}</div></div>`
    : html`${heading(2, version)}<p><span class="VPBadge tip">${kind}</span> <em>${date}</em></p>${list}`;
}

function chapter({ title, lead, parts, table, code }: Chapter, day: SiteDay, noise: Noise): Markup {
  const sample = code
    ? html`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki"><code>${code.split("\n").map((line) => html`<span class="line"><span>${line}</span></span>\n`)}</code></pre></div><div class="language-json"><pre><code>{ "status": "read", "request_id": "req_${noise.token}" }</code></pre></div>`
    : "";
  return html`${heading(1, title)}<p>${lead}</p>${parts.map(([name, text]) => html`${heading(2, name)}<p>${text}</p>`)}${table && tableOf(table, day)}${sample}`;
}

function frame(path: string, title: string, main: Markup, day: SiteDay, noise: Noise): string {
  const chapters = chaptersOf(day);
  const side = chapters.map(
    (one) =>
      html`<li><a class="link${pathOf(one) === path ? " is-active" : ""}" href="${pathOf(one)}">${one.title}</a></li>`,
  );
  const at = chapters.findIndex((one) => pathOf(one) === path);
  const [before, after] = [chapters[at - 1], at >= 0 ? chapters[at + 1] : undefined];
  const turn = html`<nav class="prev-next">${before && html`<a href="${pathOf(before)}">Previous page ${before.title}</a>`}${after && html`<a href="${pathOf(after)}">Next page ${after.title}</a>`}</nav>`;
  const menu = html`<a href="/docs/quickstart.html">Docs</a><a href="${log}">Changelog</a><a href="${trust}">Trust centre</a>`;
  const votes = html`<div class="feedback"><p>Was this page helpful?</p><button>Yes (${noise.visitors})</button><button>No (${noise.turn % 7})</button></div>`;
  const edited = html`<div class="edit-info"><p class="VPLastUpdated">Last updated: <time datetime="2026-11-${24 + day}T04:10:00.000Z">11/${24 + day}/26, 4:10 AM</time></p></div>`;
  const inner =
    day === 3
      ? html`<div class="gb-${noise.build}"><main class="flex-1">${main}${votes}${turn}</main><div class="gb-side"><ul>${side}</ul></div><div class="gb-top">${menu}</div></div>`
      : html`<div id="app" data-server-rendered><div class="Layout"><header class="VPNav"><a class="title" href="/">Corvane</a><button class="DocSearch-Button">Search <kbd>K</kbd></button><div class="VPNavBarMenu">${menu}</div></header><aside class="VPSidebar"><ul>${side}</ul></aside><div class="VPContent"><div class="VPDoc has-sidebar has-aside"><div class="aside"><nav class="VPDocAsideOutline">On this page</nav></div><main class="main"><div class="vp-doc"><div>${main}</div></div></main><footer class="VPDocFooter">${edited}${turn}</footer>${votes}</div></div></div></div>`;
  const hash = raw(
    `<script>window.__VP_HASH_MAP__=JSON.parse('{"a":"${noise.build}"}');window.__visit="${noise.token}"</script>`,
  );
  return html`${raw("<!DOCTYPE html>")}<html lang="en-US" dir="ltr"><head><meta charset="utf-8"><title>${title} | Corvane</title><meta name="generator" content="${day === 3 ? "GitBook" : "VitePress v1.5.0"}"></head><body>${inner}<footer class="VPFooter"><p>© 2026 Corvane GmbH</p><p>Somebody asked for support ${noise.ago}</p></footer>${hash}</body></html>`
    .markup;
}
