import { html, type Markup, raw } from "../ground/html";
import { asText, sitemapOf } from "./sitemap";
import {
  added,
  type Chapter,
  chaptersOf,
  type Edition,
  limitsOf,
  lostLimit,
  optionsOf,
  type Piece,
  releasesOf,
  removed,
  speeds,
} from "./versioned-docs-content";
import { asJson, type DayTruth, type Noise, type SiteDay, type SiteMake } from "./watched-site";

const editions: Edition[] = ["latest", "1.4"];
const pathOf = (edition: Edition, { place }: Pick<Chapter, "place">) => `/${edition}/${place}`;
const named = (edition: Edition) => (edition === "latest" ? "1.5" : edition);
const forge = "https://code.invalid/marlpit/marlpit";

/** The documentation of a server from a generator with a material look, deployed by a tool that puts each edition into a folder: an alias beside its number, tabs, admonitions that fold, an index for the search, days of the last update that move with every build. After the redesign another theme shows it. */
export const versionedDocs: SiteMake = {
  pasted: "/latest/",
  answer: ({ path, url }, day, noise) => {
    if (path === "/robots.txt") return asText(`User-agent: *\nDisallow:\nSitemap: ${url.origin}/latest/sitemap.xml\n`);
    if (path === "/") return { body: sentTo("latest/") };
    if (path === "/versions.json")
      return asJson([
        { version: "1.5", title: "1.5", aliases: ["latest"] },
        { version: "1.4", title: "1.4", aliases: [] },
      ]);
    const [, folder = "", ...rest] = path.split("/");
    const edition = folder === "1.5" ? "latest" : editions.find((one) => one === folder);
    if (!edition) return null;
    const place = rest.join("/");
    if (path === `/${folder}`) return { status: 301, headers: { location: `/${folder}/` }, body: "" };
    if (place === "sitemap.xml")
      return sitemapOf(
        url.origin,
        chaptersOf(edition, day).map((one) => pathOf(edition, one)),
        `2026-11-${25 + day}`,
      );
    if (place === "search/search_index.json") return asJson(searchIndex(edition, day));
    if (place === "guides/tape/" && edition === "latest" && day >= 2) return { body: sentTo("../retention/") };
    const chapters = chaptersOf(edition, day);
    const chapter = chapters.find((one) => one.place === place);
    if (chapter)
      return { body: (day === 3 ? book : material)({ chapter, chapters, edition, origin: url.origin, day, noise }) };
    return chapters.some((one) => one.place === `${place}/`)
      ? { status: 301, headers: { location: `${path}/` }, body: "" }
      : null;
  },
  truth,
};

/** A page that only sends on. */
const sentTo = (place: string) =>
  html`${raw("<!DOCTYPE html>")}<html><head><meta charset="utf-8"><title>Redirecting</title><noscript><meta http-equiv="refresh" content="1; url=${place}" /></noscript><script>window.location.replace("${place}" + window.location.search + window.location.hash);</script></head><body>Redirecting to <a href="${place}">${place}</a>...</body></html>`
    .markup;

function truth(day: SiteDay): DayTruth {
  const options = (edition: Edition) =>
    optionsOf(edition, day).map(([title, ...values]) => ({
      page: `/${edition}/reference/configuration/`,
      title,
      values,
    }));
  const limits = (edition: Edition) =>
    limitsOf(edition, day === 2 ? 1 : day).map(([title, limit]) => ({
      page: `/${edition}/reference/limits/`,
      title,
      values: [limit],
    }));
  return {
    pages: editions.flatMap((edition) => chaptersOf(edition, day).map((one) => pathOf(edition, one))),
    records: [
      ...editions.flatMap(options),
      ...editions.flatMap(limits),
      ...releasesOf(day).map(({ version, date }) => ({ page: "/latest/changelog/", title: version, values: [date] })),
    ],
    changes: changesOf(day),
    emptied: day === 2 ? [{ pages: ["/latest/reference/limits/"], value: lostLimit }] : [],
    flapping: day >= 2 ? [{ pages: ["/latest/"], values: [...speeds] }] : [],
  };
}

/** The list beside each page of the newest edition names all of its pages. */
function changesOf(day: SiteDay): DayTruth["changes"] {
  const all = chaptersOf("latest", day).map((one) => pathOf("latest", one));
  if (day === 1)
    return [
      { pages: ["/latest/reference/configuration/"], was: "30 minutes", is: "45 minutes" },
      { pages: ["/latest/reference/limits/"], was: "64 TiB", is: "128 TiB" },
      { pages: ["/latest/getting-started/installation/"], was: "marlpit/server:1.5.1", is: "marlpit/server:1.5.2" },
      { pages: ["/1.4/guides/encryption/"], was: "31 March 2027", is: "30 June 2027" },
      { pages: ["/latest/"], was: speeds[0], is: speeds[1] },
      { pages: ["/latest/guides/immutable-storage/", ...all], is: added },
      { pages: ["/latest/changelog/"], is: "1.5.2" },
    ];
  if (day !== 2) return [];
  return [
    { pages: ["/latest/reference/configuration/"], was: "off unless asked for", is: "on, since 1.5.3" },
    { pages: ["/latest/reference/limits/"], was: "up to 3 mirrors", is: "up to 5 mirrors" },
    {
      pages: ["/latest/reference/exit-codes/"],
      was: "a snapshot is damaged",
      is: "a snapshot is damaged or incomplete",
    },
    { pages: ["/latest/getting-started/installation/"], was: "marlpit/server:1.5.2", is: "marlpit/server:1.5.3" },
    { pages: all, was: removed },
    { pages: ["/latest/changelog/"], is: "1.5.3" },
  ];
}

const anchor = (words: string) => words.toLowerCase().replace(/[^a-z0-9]+/g, "-");
/** Words between two backticks are code. */
const inline = (words: string): Markup[] =>
  words.split("`").map((part, index) => (index % 2 ? html`<code>${part}</code>` : html`${part}`));
const plainOf = (piece: Piece): string => {
  if (piece.kind === "tabs") return piece.tabs.flatMap(([label, pieces]) => [label, ...pieces.map(plainOf)]).join(" ");
  if (piece.kind === "table") return piece.rows.flat().join(" ");
  if (piece.kind === "code") return piece.lines.join("\n");
  return piece.kind === "note" ? `${piece.title} ${piece.words}` : piece.words;
};

const searchIndex = (edition: Edition, day: SiteDay) => ({
  config: { lang: ["en"], separator: "[\\s\\-]+", pipeline: ["stopWordFilter"], fields: { title: { boost: 1000 } } },
  docs: chaptersOf(edition, day).flatMap(({ place, title, pieces }) => [
    { location: place, title, text: pieces.map((piece) => `<p>${plainOf(piece)}</p>`).join(" ") },
    ...pieces.flatMap((piece) =>
      piece.kind === "heading" ? [{ location: `${place}#${anchor(piece.words)}`, title: piece.words, text: "" }] : [],
    ),
  ]),
});

interface Shown {
  chapter: Chapter;
  chapters: Chapter[];
  edition: Edition;
  origin: string;
  day: SiteDay;
  noise: Noise;
}

function inMaterial(piece: Piece): Markup {
  if (piece.kind === "text") return html`<p>${inline(piece.words)}</p>`;
  if (piece.kind === "heading")
    return html`<h2 id="${anchor(piece.words)}">${piece.words}<a class="headerlink" href="#${anchor(piece.words)}" title="Permanent link">&para;</a></h2>`;
  if (piece.kind === "note")
    return piece.isFolded
      ? html`<details class="${piece.tone}"><summary>${piece.title}</summary><p>${piece.words}</p></details>`
      : html`<div class="admonition ${piece.tone}"><p class="admonition-title">${piece.title}</p><p>${piece.words}</p></div>`;
  if (piece.kind === "code")
    return html`<div class="language-${piece.language} highlight"><pre><span></span><code>${piece.lines.map((line, index) => html`<span id="__span-0-${index + 1}"><a id="__codelineno-0-${index + 1}" name="__codelineno-0-${index + 1}" href="#__codelineno-0-${index + 1}"></a>${line.split(/(?= )/).map((part, at) => (at === 0 ? html`<span class="nb">${part}</span>` : html`${part}`))}\n</span>`)}</code></pre></div>`;
  if (piece.kind === "table")
    return html`<div class="md-typeset__scrollwrap"><div class="md-typeset__table"><table><thead><tr>${piece.rows[0]?.map((head) => html`<th>${head}</th>`)}</tr></thead><tbody>${piece.rows.slice(1).map((row) => html`<tr>${row.map((cell, index) => (index === 0 && row.length > 2 ? html`<td><code>${cell}</code></td>` : html`<td>${cell}</td>`))}</tr>`)}</tbody></table></div></div>`;
  // No page has more than one set.
  const set = 1;
  return html`<div class="tabbed-set tabbed-alternate" data-tabs="${set}:${piece.tabs.length}">${piece.tabs.map((_, index) => html`<input${index === 0 && html` checked="checked"`} id="__tabbed_${set}_${index + 1}" name="__tabbed_${set}" type="radio" />`)}<div class="tabbed-labels">${piece.tabs.map(([label], index) => html`<label for="__tabbed_${set}_${index + 1}">${label}</label>`)}</div><div class="tabbed-content">${piece.tabs.map(([, pieces]) => html`<div class="tabbed-block">${pieces.map(inMaterial)}</div>`)}</div></div>`;
}

const bars = ["Marlpit will be at Backup Day in Ghent.", "We are looking for people who test restores.", ""];

function material({ chapter, chapters, edition, origin, day, noise }: Shown): string {
  const here = pathOf(edition, chapter);
  const up = "../".repeat(chapter.place.split("/").length - 1) || "./";
  const link = (one: Chapter) => (one === chapter ? "./" : `${up}${one.place}`.replace(/^\.\/(?=.)/, ""));
  const at = chapters.indexOf(chapter);
  const [before, after] = [chapters[at - 1], chapters[at + 1]];
  const item = (one: Chapter) =>
    html`<li class="md-nav__item${one === chapter && " md-nav__item--active"}"><a href="${link(one)}" class="md-nav__link"><span class="md-ellipsis">${one.title}</span></a></li>`;
  const groups = ["Getting started", "Guides", "Reference"];
  const nav = html`<nav class="md-nav md-nav--primary" aria-label="Navigation" data-md-level="0"><label class="md-nav__title" for="__drawer">Marlpit</label><div class="md-nav__source"><a href="${forge}" title="Go to repository" class="md-source" data-md-component="source"><div class="md-source__repository">marlpit/marlpit</div></a></div><ul class="md-nav__list" data-md-scrollfix>${chapters.filter(({ group }) => group === "").map(item)}${groups.map((group, index) => html`<li class="md-nav__item md-nav__item--nested"><input class="md-nav__toggle md-toggle" type="checkbox" id="__nav_${index + 2}"${group === chapter.group && html` checked`}><label class="md-nav__link" for="__nav_${index + 2}"><span class="md-ellipsis">${group}</span><span class="md-nav__icon md-icon"></span></label><nav class="md-nav" data-md-level="1"><ul class="md-nav__list" data-md-scrollfix>${chapters.filter((one) => one.group === group).map(item)}</ul></nav></li>`)}</ul></nav>`;
  const headings = chapter.pieces.flatMap((piece) => (piece.kind === "heading" ? [piece.words] : []));
  const toc =
    headings.length > 0 &&
    html`<nav class="md-nav md-nav--secondary" aria-label="Table of contents"><label class="md-nav__title" for="__toc">Table of contents</label><ul class="md-nav__list" data-md-component="toc">${headings.map((words) => html`<li class="md-nav__item"><a href="#${anchor(words)}" class="md-nav__link"><span class="md-ellipsis">${words}</span></a></li>`)}</ul></nav>`;
  const outdated =
    edition === "1.4" &&
    html`<div data-md-color-scheme="default" data-md-component="outdated" hidden><aside class="md-banner md-banner--warning"><div class="md-banner__inner md-grid md-typeset">You're not viewing the latest version. <a href="/latest/"><strong>Click here to go to latest.</strong></a></div></aside></div>`;
  const updated = html`<aside class="md-source-file"><span class="md-source-file__fact"><span class="md-icon" title="Last update"></span><span class="git-revision-date-localized-plugin git-revision-date-localized-plugin-date" title="November ${24 + day}, 2026 0${day + 2}:${10 + (noise.turn % 50)}:14 UTC">November ${24 + day}, 2026</span></span><span class="md-source-file__fact"><span class="md-icon" title="Created"></span><span class="git-revision-date-localized-plugin git-revision-date-localized-plugin-date">March 3, 2024</span></span></aside>`;
  const turn = (one: Chapter, side: string, word: string) =>
    html`<a href="${link(one)}" class="md-footer__link md-footer__link--${side}" aria-label="${word}: ${one.title}"><div class="md-footer__title"><span class="md-footer__direction">${word}</span><div class="md-ellipsis">${one.title}</div></div></a>`;
  return html`${raw("<!doctype html>")}<html lang="en" class="no-js"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="canonical" href="${origin}${here}">${before && html`<link rel="prev" href="${link(before)}">`}${after && html`<link rel="next" href="${link(after)}">`}<link rel="icon" href="${up}assets/images/favicon.png"><meta name="generator" content="mkdocs-1.6.1, mkdocs-material-9.6.22"><title>${at === 0 ? "Marlpit" : `${chapter.title} - Marlpit`}</title><link rel="stylesheet" href="${up}assets/stylesheets/main.${noise.build}.min.css"><script>__md_scope=new URL("${up}",location)</script></head><body dir="ltr" data-md-color-scheme="default" data-md-color-primary="teal"><input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off"><input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search" autocomplete="off"><div data-md-component="skip"><a href="#${anchor(chapter.title)}" class="md-skip">Skip to content</a></div>${bars[noise.turn % 3] && html`<div data-md-component="announce"><aside class="md-banner"><div class="md-banner__inner md-grid md-typeset">${bars[noise.turn % 3]}</div></aside></div>`}${outdated}<header class="md-header" data-md-component="header"><nav class="md-header__inner md-grid" aria-label="Header"><a href="${up}" title="Marlpit" class="md-header__button md-logo" data-md-component="logo"></a><div class="md-header__title" data-md-component="header-title"><div class="md-header__ellipsis"><div class="md-header__topic"><span class="md-ellipsis">Marlpit</span></div><div class="md-header__topic" data-md-component="header-topic"><span class="md-ellipsis">${chapter.title}</span></div></div></div><div class="md-search" data-md-component="search" role="dialog"><form class="md-search__form" name="search"><input type="text" class="md-search__input" name="query" aria-label="Search" placeholder="Search" data-md-component="search-query" required></form><div class="md-search-result" data-md-component="search-result"><div class="md-search-result__meta">Initializing search</div><ol class="md-search-result__list"></ol></div></div></nav></header><div class="md-container" data-md-component="container"><main class="md-main" data-md-component="main"><div class="md-main__inner md-grid"><div class="md-sidebar md-sidebar--primary" data-md-component="sidebar" data-md-type="navigation">${nav}</div><div class="md-sidebar md-sidebar--secondary" data-md-component="sidebar" data-md-type="toc">${toc}</div><div class="md-content" data-md-component="content"><article class="md-content__inner md-typeset"><a href="${forge}/edit/main/docs/${chapter.place.replace(/\/$/, "") || "index"}.md" title="Edit this page" rel="edit" class="md-content__button md-icon"></a><h1 id="${anchor(chapter.title)}">${chapter.title}<a class="headerlink" href="#${anchor(chapter.title)}" title="Permanent link">&para;</a></h1>${chapter.pieces.map(inMaterial)}${updated}<form class="md-feedback" name="feedback" hidden><fieldset><legend class="md-feedback__title">Was this page helpful?</legend><button class="md-feedback__icon md-icon" type="submit" title="This page was helpful" data-md-value="1"></button></fieldset></form></article></div></div></main><footer class="md-footer"><nav class="md-footer__inner md-grid" aria-label="Footer">${before && turn(before, "prev", "Previous")}${after && turn(after, "next", "Next")}</nav><div class="md-footer-meta md-typeset"><div class="md-copyright"><div class="md-copyright__highlight">© 2026 the Marlpit authors, build ${noise.build}</div>Made with <a href="https://material.invalid/" target="_blank" rel="noopener">Material</a></div></div></footer></div><div class="md-dialog" data-md-component="dialog"><div class="md-dialog__inner md-typeset"></div></div><script id="__config" type="application/json">${raw(JSON.stringify({ base: up, features: ["content.tabs.link", "navigation.tabs"], search: `${up}assets/javascripts/workers/search.${noise.build}.min.js`, version: { provider: "mike" } }))}</script><script src="${up}assets/javascripts/bundle.${noise.build}.min.js"></script></body></html>`
    .markup;
}

function inBook(piece: Piece): Markup {
  if (piece.kind === "text") return html`<p>${inline(piece.words)}</p>`;
  if (piece.kind === "heading") return html`<section id="${anchor(piece.words)}"><h2>${piece.words}</h2></section>`;
  if (piece.kind === "note")
    return html`<div class="sd-card ${piece.tone}${piece.isFolded && " dropdown"}"><div class="sd-card-header">${piece.title}</div><div class="sd-card-body"><p>${piece.words}</p></div></div>`;
  if (piece.kind === "code")
    return html`<div class="highlight-${piece.language} notranslate"><pre>${piece.lines.join("\n")}</pre></div>`;
  if (piece.kind === "table")
    return html`<div class="table-wrapper docutils container"><table class="docutils align-default"><thead><tr class="row-odd">${piece.rows[0]?.map((head) => html`<th class="head"><p>${head}</p></th>`)}</tr></thead><tbody>${piece.rows.slice(1).map((row) => html`<tr>${row.map((cell) => html`<td><p>${cell}</p></td>`)}</tr>`)}</tbody></table></div>`;
  return html`<div class="sd-tab-set docutils">${piece.tabs.map(([label, pieces], index) => html`<input id="sd-tab-item-${index}" type="radio"${index === 0 && html` checked`}><label class="sd-tab-label" for="sd-tab-item-${index}">${label}</label><div class="sd-tab-content docutils">${pieces.map(inBook)}</div>`)}</div>`;
}

function book({ chapter, chapters, edition, origin, noise }: Shown): string {
  const tree = ["", "Getting started", "Guides", "Reference"].map(
    (group) =>
      html`${group && html`<p class="caption" role="heading"><span class="caption-text">${group}</span></p>`}<ul>${chapters.filter((one) => one.group === group).map((one) => html`<li class="toctree-l1${one === chapter && " current-page"}"><a class="reference internal" href="${pathOf(edition, one)}">${one.title}</a></li>`)}</ul>`,
  );
  return html`${raw("<!doctype html>")}<html class="no-js" lang="en" data-content_root="../"><head><meta charset="utf-8"><title>${chapter.title} - Marlpit ${named(edition)} documentation</title><link rel="canonical" href="${origin}${pathOf(edition, chapter)}"><link rel="stylesheet" href="/_static/styles/furo.css?v=${noise.build}"></head><body><div class="page"><aside class="sidebar-drawer"><div class="sidebar-sticky"><a class="sidebar-brand" href="/latest/"><span class="sidebar-brand-text">Marlpit ${named(edition)}</span></a><div class="sidebar-tree">${tree}</div><p class="versions"><a href="/latest/">1.5 (latest)</a> <a href="/1.4/">1.4</a></p></div></aside><div class="main"><div class="content"><div class="article-container"><article role="main" id="furo-main-content"><h1>${chapter.title}</h1>${chapter.pieces.map(inBook)}</article></div><footer><div class="bottom-of-page"><div class="left-details">Copyright © 2026, the Marlpit authors<br>Last updated on Nov 28, 2026</div></div></footer></div></div></div></body></html>`
    .markup;
}
