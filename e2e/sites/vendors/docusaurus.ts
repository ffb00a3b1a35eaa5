import { html, type Markup, raw } from "../ground/html";
import {
  type Chapter,
  chaptersOf,
  type Edition,
  limitsOf,
  lostLimit,
  type Note,
  notesOf,
  optionsOf,
  type Piece,
  speeds,
  supportOf,
} from "./docusaurus-content";
import { sitemapOf } from "./sitemap";
import type { DayTruth, Noise, SiteDay, SiteMake } from "./watched-site";

const editions: Edition[] = ["3.x", "2.x"];
const baseOf = (edition: Edition) => (edition === "3.x" ? "/docs" : `/docs/${edition}`);
const pathOf = (edition: Edition, { slug }: Chapter) => `${baseOf(edition)}/${slug}`;
const notePath = ({ version }: Note) => `/release-notes/${version}`;
const shownDay = (date: string) =>
  new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }).format(new Date(date));

/** The documentation of a library from a well-known generator: a sidebar, two versions of the same chapters, code in tokens, tables of options, release notes as a blog. After the redesign another generator made it. */
export const docusaurus: SiteMake = {
  pasted: "/docs/intro",
  answer: ({ path, url }, day, noise) => {
    if (path === "/sitemap.xml") return sitemapOf(url.origin, truth(day).pages, `2026-11-${24 + day}`);
    if (path === "/docs" || path === "/docs/") return { status: 302, headers: { location: "/docs/intro" }, body: "" };
    const shown = bodyOf(path.replace(/(.)\/$/, "$1"), day, noise);
    return shown ? { body: frame(shown, path, day, noise) } : null;
  },
  truth,
};

function truth(day: SiteDay): DayTruth {
  const kept = day === 2 ? 1 : day;
  return {
    pages: [
      "/",
      "/release-notes",
      ...notesOf(day).map(notePath),
      ...editions.flatMap((edition) => chaptersOf(edition, day).map((one) => pathOf(edition, one))),
    ],
    records: [
      ...editions.flatMap((edition) =>
        optionsOf(edition, day).map(([title, ...values]) => ({
          page: `${baseOf(edition)}/configuration`,
          title,
          values,
        })),
      ),
      ...limitsOf(kept).map(([title, limit]) => ({ page: "/docs/limits", title, values: [limit] })),
      ...supportOf(kept).map(([title, ...values]) => ({ page: "/docs/versions", title, values })),
      ...notesOf(day).map((one) => ({ page: notePath(one), title: one.version, values: [shownDay(one.date)] })),
    ],
    changes: changesOf(day),
    emptied:
      day === 2
        ? [
            { pages: ["/docs/limits"], value: lostLimit },
            ...supportOf(1).map(([, , value]) => ({ pages: ["/docs/versions"], value })),
          ]
        : [],
    flapping: day >= 2 ? [{ pages: ["/docs/intro"], values: [...speeds] }] : [],
  };
}

function changesOf(day: SiteDay): DayTruth["changes"] {
  if (day === 2) return [{ pages: ["/release-notes", "/release-notes/3.5.1"], is: "3.5.1" }];
  if (day !== 1) return [];
  return [
    { pages: ["/docs/configuration"], was: "30s", is: "45s" },
    { pages: ["/docs/limits"], was: "256 KB", is: "512 KB" },
    { pages: ["/docs/installation"], was: "Node.js 18.17", is: "Node.js 20.9" },
    { pages: ["/docs/versions"], was: "security fixes until March 2027", is: "security fixes until September 2027" },
    { pages: ["/docs/intro"], was: speeds[0], is: speeds[1] },
    // The sidebar of the newest version names it everywhere.
    { pages: ["/docs/dead-letters", ...chaptersOf("3.x", 1).map((one) => pathOf("3.x", one))], is: "Dead letters" },
    { pages: ["/release-notes", "/release-notes/3.5.0"], is: "3.5.0" },
  ];
}

interface Shown {
  title: string;
  main: Markup;
  edition?: Edition;
  contents?: string[];
}

function bodyOf(path: string, day: SiteDay, noise: Noise): Shown | null {
  if (path === "/")
    return {
      title: "Tarnwick",
      main: html`<header class="hero hero--primary heroBanner_UJJx"><div class="container"><h1 class="hero__title">Tarnwick</h1><p class="hero__subtitle">Jobs for later, in the database you have.</p><a class="button button--secondary button--lg" href="/docs/intro">Get started</a> <span class="stars">★ ${8_800 + (noise.turn % 60)}</span></div></header><section class="features_keug"><h3>One dependency</h3><p>If PostgreSQL is up, so are your jobs.</p><h3>No surprises</h3><p>Every state of a job is a row that you can read.</p></section>`,
    };
  if (path === "/release-notes") return { title: "Release notes", main: noteList(day) };
  const one = notesOf(day).find((candidate) => notePath(candidate) === path);
  if (one) return { title: one.version, main: noteBody(one, day, true) };
  for (const edition of editions) {
    const chapters = chaptersOf(edition, day);
    const chapter = chapters.find((candidate) => pathOf(edition, candidate) === path);
    if (!chapter) continue;
    const contents = chapter.pieces.flatMap((piece) => (piece.kind === "heading" ? [piece.words] : []));
    return { title: chapter.title, main: chapterBody(chapter, chapters, edition, day), edition, contents };
  }
  return null;
}

const anchor = (words: string) => words.toLowerCase().replaceAll(" ", "-");

function pieceOf(piece: Piece, day: SiteDay): Markup {
  const isNext = day === 3;
  if (piece.kind === "text") return html`<p>${piece.words}</p>`;
  if (piece.kind === "heading")
    return isNext
      ? html`<h2 id="${anchor(piece.words)}" tabindex="-1">${piece.words} <a class="header-anchor" href="#${anchor(piece.words)}" aria-label="Permalink">&ZeroWidthSpace;</a></h2>`
      : html`<h2 class="anchor anchorWithStickyNavbar_LWe7" id="${anchor(piece.words)}">${piece.words}<a href="#${anchor(piece.words)}" class="hash-link" aria-label="Direct link to ${piece.words}" title="Direct link to ${piece.words}">​</a></h2>`;
  if (piece.kind === "note")
    return isNext
      ? html`<div class="${piece.tone} custom-block"><p class="custom-block-title">${piece.tone.toUpperCase()}</p><p>${piece.words}</p></div>`
      : html`<div class="theme-admonition theme-admonition-${piece.tone} admonition_xJq3 alert alert--${piece.tone}"><div class="admonitionHeading_Gvgb"><span class="admonitionIcon_Rf37"><svg viewBox="0 0 14 16"></svg></span>${piece.tone}</div><div class="admonitionContent_BuS1"><p>${piece.words}</p></div></div>`;
  if (piece.kind === "code") {
    const lines = piece.lines.map(
      (line) =>
        html`<span class="${isNext ? "line" : "token-line"}">${line.split(/(?=[ ({])/).map((token, index) => html`<span class="token ${index === 0 ? "keyword" : "plain"}">${token}</span>`)}<br></span>`,
    );
    return isNext
      ? html`<div class="language-${piece.language} vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">${piece.language}</span><pre class="shiki"><code>${lines}</code></pre></div>`
      : html`<div class="language-${piece.language} codeBlockContainer_Ckt0 theme-code-block"><div class="codeBlockContent_biex"><pre tabindex="0" class="prism-code language-${piece.language}"><code class="codeBlockLines_e6Vv">${lines}</code></pre><div class="buttonGroup__atx"><button type="button" aria-label="Copy code to clipboard" class="clean-btn">Copy</button></div></div></div>`;
  }
  const [head = [], ...rows] = piece.rows;
  const cell = (words: string, index: number) =>
    index === 0 && head[0] === "Option" ? html`<td><code>${words}</code></td>` : html`<td>${words}</td>`;
  return html`<table${raw(isNext ? ' tabindex="0"' : "")}><thead><tr>${head.map((words) => html`<th>${words}</th>`)}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map(cell)}</tr>`)}</tbody></table>`;
}

function chapterBody(chapter: Chapter, chapters: Chapter[], edition: Edition, day: SiteDay): Markup {
  const pieces = chapter.pieces.map((piece) => pieceOf(piece, day));
  const at = chapters.indexOf(chapter);
  const [before, after] = [chapters[at - 1], chapters[at + 1]];
  const built = shownDay(`2026-11-${24 + day}`);
  if (day === 3)
    return html`<div class="vp-doc _docs_${chapter.slug}"><div><h1 id="${chapter.slug}" tabindex="-1">${chapter.title}</h1>${pieces}</div></div><footer class="VPDocFooter"><p>Last updated: <time>${built}</time></p>${after && html`<a class="pager-link next" href="${pathOf(edition, after)}"><span class="desc">Next page</span><span class="title">${after.title}</span></a>`}</footer>`;
  const banner =
    edition === "2.x" &&
    html`<div class="theme-doc-version-banner alert alert--warning margin-bottom--md" role="alert"><div>For up-to-date documentation, see the <b><a href="/docs/${chapter.slug}">latest version</a></b> (3.x).</div></div>`;
  return html`<div class="docItemContainer_Djhp">${banner}<article><nav class="theme-doc-breadcrumbs breadcrumbsContainer_Z_bl" aria-label="Breadcrumbs"><ul class="breadcrumbs"><li class="breadcrumbs__item"><a aria-label="Home page" class="breadcrumbs__link" href="/"></a></li><li class="breadcrumbs__item"><span class="breadcrumbs__link">${chapter.group}</span></li></ul></nav><span class="theme-doc-version-badge badge badge--secondary">Version: ${edition}</span><div class="theme-doc-markdown markdown"><header><h1>${chapter.title}</h1></header>${pieces}</div><footer class="theme-doc-footer docusaurus-mt-lg"><a href="https://code.invalid/tarnwick/edit/main/docs/${chapter.slug}.md" class="theme-edit-this-page">Edit this page</a><span class="theme-last-updated">Last updated on <b><time datetime="2026-11-${24 + day}T00:00:00.000Z">${built}</time></b></span></footer></article><nav class="pagination-nav docusaurus-mt-lg" aria-label="Docs pages">${before && html`<a class="pagination-nav__link pagination-nav__link--prev" href="${pathOf(edition, before)}"><div class="pagination-nav__sublabel">Previous</div><div class="pagination-nav__label">${before.title}</div></a>`}${after && html`<a class="pagination-nav__link pagination-nav__link--next" href="${pathOf(edition, after)}"><div class="pagination-nav__sublabel">Next</div><div class="pagination-nav__label">${after.title}</div></a>`}</nav></div>`;
}

function noteBody(one: Note, day: SiteDay, isAlone: boolean): Markup {
  const [open, close] = isAlone ? ["<h1", "</h1>"] : ["<h2", "</h2>"];
  const head = isAlone ? html`${one.version}` : html`<a href="${notePath(one)}">${one.version}</a>`;
  const items = html`<p>${one.lead}</p><ul>${one.items.map((item) => html`<li>${item}</li>`)}</ul>`;
  return day === 3
    ? html`<section class="vp-doc release">${raw(`${open}>`)}${head}${raw(close)}<p><time datetime="${one.date}">${shownDay(one.date)}</time></p>${items}</section>`
    : html`<article class="margin-bottom--xl" itemprop="blogPost"><header>${raw(`${open} class="title_f1Hy" itemprop="headline">`)}${head}${raw(close)}<div class="container_mt6G margin-vert--md"><time datetime="${one.date}T00:00:00.000Z" itemprop="datePublished">${shownDay(one.date)}</time> · One min read</div></header><div class="markdown" itemprop="articleBody">${items}</div><footer class="row docusaurus-mt-lg"><b>Tags:</b><ul><li><a class="tag_zVej" href="/release-notes">release</a></li></ul></footer></article>`;
}

const noteList = (day: SiteDay) =>
  html`<h1 class="${day === 3 ? "" : "sr-only"}">Release notes</h1>${notesOf(day).map((one) => noteBody(one, day, false))}`;

function sidebar(edition: Edition, path: string, day: SiteDay): Markup {
  const chapters = chaptersOf(edition, day);
  const groups = [...new Set(chapters.map(({ group }) => group))];
  const links = (group: string) =>
    chapters.filter((one) => one.group === group).map((one) => ({ one, href: pathOf(edition, one) }));
  return day === 3
    ? html`<aside class="VPSidebar"><nav id="VPSidebarNav">${groups.map((group) => html`<section class="VPSidebarItem level-0"><h2 class="text">${group}</h2>${links(group).map(({ one, href }) => html`<a class="VPLink link" href="${href}"><p class="text">${one.title}</p></a>`)}</section>`)}</nav></aside>`
    : html`<aside class="theme-doc-sidebar-container docSidebarContainer_YfHR"><nav aria-label="Docs sidebar" class="menu thin-scrollbar menu_SIkG"><ul class="theme-doc-sidebar-menu menu__list">${groups.map((group) => html`<li class="theme-doc-sidebar-item-category menu__list-item"><div class="menu__list-item-collapsible"><a class="menu__link menu__link--sublist" href="#" role="button" aria-expanded="true">${group}</a></div><ul class="menu__list">${links(group).map(({ one, href }) => html`<li class="theme-doc-sidebar-item-link menu__list-item"><a class="menu__link${href === path ? " menu__link--active" : ""}" href="${href}">${one.title}</a></li>`)}</ul></li>`)}</ul></nav></aside>`;
}

function frame({ title, main, edition, contents = [] }: Shown, path: string, day: SiteDay, noise: Noise): string {
  const side = edition ? sidebar(edition, path, day) : "";
  const versions = html`<div class="navbar__item dropdown dropdown--hoverable dropdown--right"><a href="/docs/intro" aria-haspopup="true" class="navbar__link" role="button">${edition ?? "3.x"}</a><ul class="dropdown__menu">${editions.map((each) => html`<li><a class="dropdown__link" href="${baseOf(each)}/intro">${each}</a></li>`)}</ul></div>`;
  const toc =
    contents.length > 0 &&
    html`<div class="tableOfContents_bqdL thin-scrollbar"><ul class="table-of-contents">${contents.map((words) => html`<li><a href="#${anchor(words)}" class="table-of-contents__link">${words}</a></li>`)}</ul></div>`;
  const bars = ["⭐️ If you like Tarnwick, give it a star.", "Tarnwick will be at Queueconf in Porto.", ""];
  const bar =
    bars[noise.turn % 3] &&
    html`<div class="announcementBar_mb4j" role="banner"><div class="content_knG7">${bars[noise.turn % 3]}</div></div>`;
  return html`${raw("<!doctype html>")}<html lang="en" dir="ltr" class="${edition ? `docs-wrapper plugin-docs docs-version-${edition === "3.x" ? "current" : edition}` : "plugin-pages"}" data-has-hydrated="false"><head><meta charset="UTF-8"><meta name="generator" content="${day === 3 ? "VitePress v1.6" : "Docusaurus v3.7"}"><title>${title === "Tarnwick" ? title : `${title} | Tarnwick`}</title><meta name="docsearch:version" content="${edition ?? "current"}"><link rel="stylesheet" href="/assets/css/styles.${noise.build}.css"><script src="/assets/js/runtime~main.${noise.build}.js" defer></script></head><body class="navigation-with-keyboard"><div id="${day === 3 ? "app" : "__docusaurus"}"><div role="region" aria-label="Skip to main content"><a class="skipToContent_fXgn" href="#__docusaurus_skipToContent_fallback">Skip to main content</a></div>${bar}<nav aria-label="Main" class="navbar navbar--fixed-top"><div class="navbar__inner"><a class="navbar__brand" href="/"><b class="navbar__title text--truncate">Tarnwick</b></a><a class="navbar__item navbar__link" href="/docs/intro">Docs</a><a class="navbar__item navbar__link" href="/release-notes">Release notes</a>${versions}<button type="button" class="DocSearch DocSearch-Button" aria-label="Search (Command+K)">Search</button></div></nav><div id="__docusaurus_skipToContent_fallback" class="main-wrapper mainWrapper_z2l0">${side}<main>${main}</main>${toc}</div><footer class="theme-layout-footer footer footer--dark"><div class="footer__bottom text--center"><div class="footer__copyright">Copyright © 2026 the Tarnwick authors. Built ${noise.ago}.</div></div></footer></div></body></html>`
    .markup;
}
