import { html, type Markup, raw } from "../ground/html";
import { asText, sitemapIndexOf, sitemapOf } from "./sitemap";
import {
  type Block,
  delays,
  goneFeature,
  goneGuide,
  type Leaf,
  leavesOf,
  limitsOf,
  lostLimit,
  type Post,
  plansOf,
  postsOf,
  regionsOf,
  releasesOf,
  voices,
} from "./starlight-docs-content";
import { type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "./watched-site";

const news = "/news/";
const postPath = ({ slug }: Pick<Post, "slug">) => `/news/${slug}/`;

/** A vendor whose whole site, prices and news included, comes from a generator of documentation with elements of its own: tabs and steps as custom elements, code in a frame of lines of tokens, notes as asides, a tree of pages at the left and headings at the right of each. Days of the last update move with every build, stars and votes at every visit. After the redesign another generator made it. */
export const starlightDocs: SiteMake = {
  pasted: "/",
  answer: ({ path, url }, day, noise) => {
    if (path === "/robots.txt") return asText(`User-agent: *\nAllow: /\n\nSitemap: ${url.origin}/sitemap-index.xml\n`);
    if (path === "/sitemap-index.xml") return sitemapIndexOf(url.origin, ["/sitemap-0.xml"]);
    if (path === "/sitemap-0.xml") return sitemapOf(url.origin, pagesOf(day), `2026-11-${25 + day}T04:10:00.000Z`);
    const shown = shownAt(path, day);
    if (shown) return { body: (day === 3 ? press : light)(shown, path, day, noise) };
    if (shownAt(`${path}/`, day)) return { status: 301, headers: { location: `${path}/` }, body: "" };
    const lost = { title: "404", about: "Page not found. Check the URL or try using the search bar.", body: html`` };
    return { status: 404, body: light(lost, path, day, noise) };
  },
  truth,
};

const pagesOf = (day: SiteDay): string[] => [
  ...leavesOf(day).map(({ path }) => path),
  news,
  ...postsOf(day).map(postPath),
];

function truth(day: SiteDay): DayTruth {
  const kept = day === 2 ? 1 : day;
  return {
    pages: pagesOf(day),
    records: [
      ...plansOf(day).map(({ name, facts }) => ({
        page: "/pricing/",
        title: name,
        values: facts.map(([, value]) => value),
      })),
      ...limitsOf(kept).map(([title, limit]) => ({ page: "/docs/limits/", title, values: [limit] })),
      ...regionsOf(day).map(([title, ...values]) => ({ page: "/docs/regions/", title, values })),
      ...releasesOf(day).map(({ version, date }) => ({ page: "/changelog/", title: version, values: [date] })),
      ...postsOf(day).map((one) => ({ page: postPath(one), title: one.title, values: [one.date] })),
    ],
    changes: changesOf(day),
    emptied: day === 2 ? [{ pages: ["/docs/limits/"], value: lostLimit }] : [],
    flapping: day >= 2 ? [{ pages: ["/"], values: [...delays] }] : [],
  };
}

/** The tree beside each page of the documentation names all of them. */
function changesOf(day: SiteDay): DayTruth["changes"] {
  if (day === 1)
    return [
      { pages: ["/pricing/"], was: "$49 per month", is: "$59 per month" },
      { pages: ["/security/"], was: "99.95 % of the time", is: "99.9 % of the time" },
      { pages: ["/docs/limits/"], was: "256 KiB", is: "512 KiB" },
      { pages: ["/docs/start/"], was: "@brindle/client@4.2.0", is: "@brindle/client@4.3.0" },
      { pages: ["/docs/start/"], was: "brindle==4.2.0", is: "brindle==4.3.0" },
      { pages: ["/news/time-zones/", news], is: "Schedules in the time zone of your customers" },
      { pages: ["/changelog/"], is: "4.3.0" },
      { pages: ["/"], was: delays[0], is: delays[1] },
    ];
  if (day !== 2) return [];
  const branches = leavesOf(day).flatMap(({ path, group }) => (group ? [path] : []));
  return [
    { pages: ["/pricing/"], was: "40 million jobs", is: "25 million jobs" },
    { pages: ["/product/"], was: goneFeature },
    { pages: ["/docs/webhooks/", ...branches], was: goneGuide },
    { pages: ["/docs/queues/"], was: "kept for 14 days", is: "kept for 7 days" },
    { pages: ["/docs/regions/"], is: "Gävle" },
    { pages: ["/news/post-mortem-7-november/", news], was: "lasted 38 minutes", is: "lasted 52 minutes" },
  ];
}

interface Shown {
  title: string;
  about: string;
  body: Markup;
  leaf?: Leaf;
}

function shownAt(path: string, day: SiteDay): Shown | null {
  const draw = day === 3 ? pressed : lit;
  const leaf = leavesOf(day).find((one) => one.path === path);
  if (leaf) return { ...leaf, body: html`${leaf.body.map(draw)}`, leaf };
  const posts = postsOf(day);
  if (path === news)
    return {
      title: "News",
      about: "From the workshop.",
      body: html`${posts.map((one) => html`<article class="preview"><header><h2><a href="${postPath(one)}">${one.title}</a></h2><div class="metadata not-content"><time>${one.date}</time></div></header><p>${one.words[0]}</p></article>`)}`,
    };
  const post = posts.find((one) => postPath(one) === path);
  return post
    ? {
        title: post.title,
        about: "",
        body: html`<div class="metadata not-content"><time>${post.date}</time></div>${post.words.map((words) => html`<p>${words}</p>`)}`,
      }
    : null;
}

const idOf = (words: string) => words.toLowerCase().replace(/[^a-z0-9]+/g, "-");

/** Tokens as a highlighter parts them. */
const tokens = (line: string): Markup =>
  html`${(line.match(/\s+|[\w@/-]+|[^\w\s]/g) ?? []).map((token) => html`<span style="--0:#9cdcfe;--1:#24292e">${token}</span>`)}`;

function lit(block: Block): Markup {
  if (block.kind === "heading")
    return html`<div class="sl-heading-wrapper level-h2"><h2 id="${idOf(block.words)}">${block.words}</h2><a class="sl-anchor-link" href="#${idOf(block.words)}"><span aria-hidden="true" class="sl-anchor-icon"><svg width="16" height="16" viewBox="0 0 24 24"></svg></span><span class="sr-only" data-pagefind-ignore>Section titled “${block.words}”</span></a></div>`;
  if (block.kind === "text") return html`<p>${block.words}</p>`;
  if (block.kind === "list") return html`<ul>${block.items.map((item) => html`<li>${item}</li>`)}</ul>`;
  if (block.kind === "steps")
    return html`<ol role="list" class="sl-steps">${block.items.map((item) => html`<li><p>${item}</p></li>`)}</ol>`;
  if (block.kind === "table") {
    const [head = [], ...rows] = block.rows;
    return html`<table><thead><tr>${head.map((cell) => html`<th>${cell}</th>`)}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`;
  }
  if (block.kind === "code")
    return html`<div class="expressive-code"><figure class="frame has-title not-content"><figcaption class="header"><span class="title">${block.title}</span></figcaption><pre data-language="ts"><code>${block.lines.map((line) => html`<div class="ec-line"><div class="code">${tokens(line)}</div></div>`)}</code></pre><div class="copy"><div aria-live="polite"></div><button title="Copy to clipboard" data-copied="Copied!" data-code="${block.lines.join("\u007f")}"><div></div></button></div></figure></div>`;
  if (block.kind === "note")
    return html`<aside aria-label="${block.tone === "note" ? "Note" : "Caution"}" class="starlight-aside starlight-aside--${block.tone}"><p class="starlight-aside__title" aria-hidden="true"><svg viewBox="0 0 24 24" width="16" height="16"></svg>${block.tone === "note" ? "Note" : "Caution"}</p><div class="starlight-aside__content"><p>${block.words}</p></div></aside>`;
  if (block.kind === "tabs")
    return html`<starlight-tabs data-sync-key="pkg"><div class="tablist-wrapper not-content"><ul role="tablist">${block.tabs.map(([label], index) => html`<li role="presentation" class="tab"><a role="tab" href="#tab-panel-${index}" id="tab-${index}" aria-selected="${index === 0 ? "true" : "false"}" tabindex="${index === 0 ? 0 : -1}">${label}</a></li>`)}</ul></div>${block.tabs.map(([, line], index) => html`<div id="tab-panel-${index}" aria-labelledby="tab-${index}" role="tabpanel"${index > 0 && raw(" hidden")}><div class="expressive-code"><figure class="frame is-terminal not-content"><pre data-language="sh"><code><div class="ec-line"><div class="code">${tokens(line)}</div></div></code></pre></figure></div></div>`)}</starlight-tabs>`;
  return html`<div class="card-grid">${block.cards.map(([title, words], index) => html`<article class="card sl-flex" style="--i:${index}"><p class="title sl-flex"><span>${title}</span></p><div class="body"><p>${words}</p></div></article>`)}</div>`;
}

function pressed(block: Block): Markup {
  if (block.kind === "heading")
    return html`<h2 id="${idOf(block.words)}" tabindex="-1">${block.words} <a class="header-anchor" href="#${idOf(block.words)}" aria-label="Permalink to “${block.words}”">\u200b</a></h2>`;
  if (block.kind === "steps") return html`<ol>${block.items.map((item) => html`<li>${item}</li>`)}</ol>`;
  if (block.kind === "table") {
    const [head = [], ...rows] = block.rows;
    return html`<table tabindex="0"><thead><tr>${head.map((cell) => html`<th style="text-align:left">${cell}</th>`)}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td style="text-align:left">${cell}</td>`)}</tr>`)}</tbody></table>`;
  }
  const fenced = (line: string[]) =>
    html`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes github-light github-dark vp-code" tabindex="0"><code>${line.map((one) => html`<span class="line">${tokens(one)}</span>\n`)}</code></pre></div>`;
  if (block.kind === "code")
    return html`<div class="vp-code-block-title"><div class="vp-code-block-title-bar"><span class="vp-code-block-title-text">${block.title}</span></div>${fenced(block.lines)}</div>`;
  if (block.kind === "note")
    return html`<div class="${block.tone === "note" ? "info" : "warning"} custom-block"><p class="custom-block-title">${block.tone === "note" ? "Note" : "Caution"}</p><p>${block.words}</p></div>`;
  if (block.kind === "tabs")
    return html`<div class="vp-code-group vp-adaptive-theme"><div class="tabs">${block.tabs.map(([label], index) => html`<input type="radio" name="group" id="tab-${index}"${index === 0 && raw(" checked")}><label for="tab-${index}">${label}</label>`)}</div><div class="blocks">${block.tabs.map(([, line], index) => html`<div class="vp-block${index === 0 && " active"}">${fenced([line])}</div>`)}</div></div>`;
  if (block.kind === "cards")
    return html`<div class="VPFeatures"><div class="items">${block.cards.map(([title, words]) => html`<div class="grid-3 item"><div class="VPLink no-icon VPFeature"><article class="box"><h2 class="title">${title}</h2><p class="details">${words}</p></article></div></div>`)}</div></div>`;
  return lit(block);
}

const menu: [string, string][] = [
  ["/product/", "Product"],
  ["/pricing/", "Pricing"],
  ["/docs/start/", "Docs"],
  ["/security/", "Security"],
  [news, "News"],
];
const groups = ["Start here", "Guides", "Reference"] as const;
const builtOn = (day: SiteDay) => `Nov ${25 + day}, 2026`;
const stars = ({ visitors }: Noise) => `${4_790 + visitors}`;

const inGroup = (day: SiteDay, group: string) => leavesOf(day).filter((one) => one.group === group);

function around(path: string, day: SiteDay): { before?: Leaf | undefined; after?: Leaf | undefined } {
  const all = leavesOf(day).filter(({ group }) => group);
  const at = all.findIndex((one) => one.path === path);
  return at < 0 ? {} : { before: all[at - 1], after: all[at + 1] };
}

const praise = (noise: Noise) =>
  html`<section class="voices not-content">${rotated(voices, noise.turn, 2).map((voice) => html`<blockquote>${voice}</blockquote>`)}</section>`;

function light({ title, about, body, leaf }: Shown, path: string, day: SiteDay, noise: Noise): string {
  const isDocs = Boolean(leaf?.group);
  const { before, after } = around(path, day);
  const tree = html`<nav class="sidebar print:hidden" aria-label="Main"><sl-sidebar-state-persist data-hash="${noise.build}"><ul class="top-level">${groups.map((group) => html`<li><details open><summary><span class="group-label"><span class="large">${group}</span></span></summary><ul>${inGroup(day, group).map((one) => html`<li><a href="${one.path}"${one.path === path && raw(' aria-current="page"')}><span>${one.title}</span></a></li>`)}</ul></details></li>`)}</ul></sl-sidebar-state-persist></nav>`;
  const headings = leaf?.body.flatMap((block) => (block.kind === "heading" ? [block.words] : [])) ?? [];
  const toc = html`<aside class="right-sidebar-container print:hidden"><starlight-toc data-min-h="2" data-max-h="3"><nav aria-labelledby="starlight__on-this-page"><h2 id="starlight__on-this-page">On this page</h2><ul><li><a href="#_top"><span>Overview</span></a></li>${headings.map((words) => html`<li><a href="#${idOf(words)}"><span>${words}</span></a></li>`)}</ul></nav></starlight-toc></aside>`;
  const pages = html`<div class="pagination-links print:hidden" dir="ltr">${before && html`<a href="${before.path}" rel="prev"><span>Previous<br><span class="link-title">${before.title}</span></span></a>`}${after && html`<a href="${after.path}" rel="next"><span>Next<br><span class="link-title">${after.title}</span></span></a>`}</div>`;
  return html`${raw("<!DOCTYPE html>")}<html lang="en" dir="ltr" data-theme="dark"${isDocs ? raw(" data-has-toc data-has-sidebar") : ""} class="astro-${noise.build}"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><title>${title} | Brindle</title><meta name="generator" content="Astro v5.16.0"/><meta name="generator" content="Starlight v0.36.2"/><meta name="description" content="${about}"/><link rel="sitemap" href="/sitemap-index.xml"/><link rel="icon" href="data:,"/><link rel="stylesheet" href="/_astro/common.${noise.build}.css"/><script type="module" src="/_astro/page.${noise.build}.js"></script></head><body class="astro-${noise.build}"><a href="#_top">Skip to content</a><div class="page sl-flex"><header class="header"><div class="header sl-flex"><div class="title-wrapper sl-flex"><a href="/" class="site-title sl-flex"><span translate="no">Brindle</span></a></div><site-search class="sl-search"><button data-open-modal disabled aria-label="Search"><span class="sl-hidden md:sl-block" aria-hidden="true">Search</span></button></site-search><nav class="links">${menu.map(([href, words]) => html`<a href="${href}">${words}</a>`)}</nav><a class="stars" href="/security/#stars" rel="me">★ ${stars(noise)}</a><starlight-theme-select><label><span class="sr-only">Select theme</span><select autocomplete="off"><option value="dark">Dark</option><option value="light">Light</option><option value="auto" selected>Auto</option></select></label></starlight-theme-select></div></header>${isDocs && tree}<div class="main-frame"><div class="lg:sl-flex">${isDocs && toc}<div class="main-pane"><main data-pagefind-body lang="en" dir="ltr"><div class="content-panel"><div class="sl-container"><h1 id="_top">${title}</h1>${about && html`<p class="tagline">${about}</p>`}</div></div><div class="content-panel"><div class="sl-container"><div class="sl-markdown-content">${body}${path === "/" && praise(noise)}</div><footer class="sl-flex"><div class="meta sl-flex">${isDocs && html`<p>Last updated: <time datetime="2026-11-${25 + day}T04:10:00.000Z">${builtOn(day)}</time></p>`}</div>${isDocs && html`<div class="feedback">Was this page helpful? ${noise.visitors} of ${noise.visitors + 7} say yes.</div>${pages}`}</footer></div></div></main></div></div></div></div></body></html>`
    .markup;
}

function press({ title, about, body, leaf }: Shown, path: string, day: SiteDay, noise: Noise): string {
  const isDocs = Boolean(leaf?.group);
  const { before, after } = around(path, day);
  const tree = html`<aside class="VPSidebar"><nav class="nav" id="VPSidebarNav" aria-labelledby="sidebar-aria-label"><span class="visually-hidden" id="sidebar-aria-label">Sidebar Navigation</span>${groups.map((group) => html`<div class="no-transition group"><section class="VPSidebarItem level-0"><div class="item" role="button" tabindex="0"><h2 class="text">${group}</h2></div><div class="items">${inGroup(day, group).map((one) => html`<div class="VPSidebarItem level-1 is-link"><div class="item"><a class="VPLink link link" href="${one.path}"><p class="text">${one.title}</p></a></div></div>`)}</div></section></div>`)}</nav></aside>`;
  const foot = html`<footer class="VPDocFooter"><div class="edit-info"><div class="last-updated"><p class="VPLastUpdated">Last updated: <time>${builtOn(day)}</time></p></div></div><nav class="prev-next">${before && html`<a class="VPLink link pager-link prev" href="${before.path}"><span class="desc">Previous page</span><span class="title">${before.title}</span></a>`}${after && html`<a class="VPLink link pager-link next" href="${after.path}"><span class="desc">Next page</span><span class="title">${after.title}</span></a>`}</nav></footer>`;
  return html`${raw("<!DOCTYPE html>")}<html lang="en-US" dir="ltr"><head><meta charset="utf-8"><title>${title} | Brindle</title><meta name="description" content="${about}"><meta name="generator" content="VitePress v2.0.0-alpha.15"><link rel="preload stylesheet" href="/assets/style.${noise.build}.css" as="style"><script type="module" src="/assets/app.${noise.build}.js"></script></head><body><div id="app"><div class="Layout"><span tabindex="-1"></span><a href="#VPContent" class="VPSkipLink visually-hidden">Skip to content</a><header class="VPNav"><div class="VPNavBar"><a class="title" href="/"><span>Brindle</span></a><nav aria-labelledby="main-nav-aria-label" class="VPNavBarMenu menu">${menu.map(([href, words]) => html`<a class="VPLink link VPNavBarMenuLink" href="${href}"><span>${words}</span></a>`)}</nav><a class="VPSocialLink" href="/security/#stars">★ ${stars(noise)}</a></div></header>${isDocs && tree}<div class="VPContent${isDocs && " has-sidebar"}" id="VPContent"><div class="VPDoc"><div class="container"><div class="content"><main class="main"><div class="vp-doc"><div><h1 id="${idOf(title)}" tabindex="-1">${title}</h1>${about && html`<p>${about}</p>`}${body}${path === "/" && praise(noise)}</div></div></main>${isDocs && foot}</div></div></div></div></div></div><script>window.__VP_HASH_MAP__=JSON.parse("{\\"index.md\\":\\"${noise.build}\\"}");</script></body></html>`
    .markup;
}
