import { around, type Layout } from "./layouts";
import { germanThings, type Thing, things } from "./things";

const href = ({ id }: Thing) => `/notice/${id}`;
const link = (thing: Thing) => `<a href="${href(thing)}">${thing.title}</a>`;
const each = (of: Thing[], write: (thing: Thing, at: number) => string) => of.map(write).join("\n");

function layout(
  name: string,
  main: (of: Thing[]) => string,
  fields: Layout["fields"] = {},
  { of = things, language = "en", hasUrls = true } = {},
): Layout {
  return { name, html: around(main(of), language), things: of, fields, hasUrls };
}

/** In the manner of frameworks and content systems that portals are made with. */
export const frameworkLayouts: Layout[] = [
  layout(
    "a grid whose pager is a row of its own",
    (of) =>
      `<table class="GridView"><tr class="hdr"><th scope="col"><a href="javascript:__doPostBack('g','Sort$T')">Title</a></th><th scope="col">Buyer</th><th scope="col">Closing</th></tr>${each(of, (one) => `<tr><td>${link(one)}</td><td>${one.buyer}</td><td>${one.due}</td></tr>`)}<tr class="pgr"><td colspan="3"><table><tr><td><span>1</span></td><td><a href="javascript:__doPostBack('g','Page$2')">2</a></td><td><a href="javascript:__doPostBack('g','Page$3')">3</a></td></tr></table></td></tr></table>`,
    { Buyer: (one) => one.buyer, Closing: (one) => one.due },
  ),
  layout(
    "a grid of roles instead of a table",
    (of) =>
      `<div role="table"><div role="row"><div role="columnheader">Title</div><div role="columnheader">Buyer</div><div role="columnheader">Ends</div></div>${each(of, (one) => `<div role="row"><div role="cell">${link(one)}</div><div role="cell">${one.buyer}</div><div role="cell">${one.due}</div></div>`)}</div>`,
    { Buyer: (one) => one.buyer, Ends: (one) => one.due },
  ),
  layout(
    "one table body for each record",
    (of) =>
      `<table><thead><tr><th>Title</th><th>Closing</th></tr></thead>${each(of, (one) => `<tbody><tr><td>${link(one)}</td><td>${one.due}</td></tr><tr><td colspan="2">${one.summary}</td></tr></tbody>`)}</table>`,
  ),
  layout("one table for each record", (of) =>
    each(
      of,
      (one) =>
        `<table class="notice"><tr><th colspan="2">${link(one)}</th></tr><tr><td>Buyer</td><td>${one.buyer}</td></tr><tr><td>Closing</td><td>${one.due}</td></tr></table>`,
    ),
  ),
  layout(
    "search results with marked entries",
    (of) =>
      each(
        of,
        (one) =>
          `<div class="search-result"><div class="search-result-header"><h2>${link(one)}</h2></div><div class="search-result-sub-header">${one.buyer}</div><div class="search-result-entry"><strong>Procurement stage</strong> Open</div><div class="search-result-entry"><strong>Closing</strong> ${one.due}</div><div class="search-result-entry"><strong>Contract value</strong> ${one.value}</div></div>`,
      ),
    { Closing: (one) => one.due, "Contract value": (one) => one.value, "Procurement stage": () => "Open" },
  ),
  layout(
    "a document list with metadata below each link",
    (of) =>
      `<ul class="document-list">${each(of, (one) => `<li class="document-list__item"><div class="document-list__title">${link(one)}</div><p class="document-list__description">${one.summary}</p><ul class="document-list__metadata"><li>Organisation: ${one.buyer}</li><li>Updated: <time datetime="${one.dueIso}">${one.due}</time></li></ul></li>`)}</ul>`,
    { Organisation: (one) => one.buyer, Updated: (one) => one.due, "Updated@datetime": (one) => one.dueIso },
  ),
  layout(
    "posts of a weblog",
    (of) =>
      `<div id="content">${each(of, (one, at) => `<article id="post-${900 + at}" class="post-${900 + at} post type-post status-publish hentry category-${["works", "care", "supplies"][at % 3]}"><header class="entry-header"><h2 class="entry-title">${link(one)}</h2><div class="entry-meta"><span class="posted-on">Posted on <time class="entry-date" datetime="${one.dueIso}">${one.due}</time></span></div></header><div class="entry-summary"><p>${one.summary}</p></div></article>`)}</div>`,
    { "Posted on": (one) => one.due },
  ),
  layout(
    "vacancies below headings of departments",
    (of) =>
      [0, 4]
        .map(
          (from) =>
            `<section class="level-0"><h3>Department ${from}</h3>${each(of.slice(from, from + 4), (one) => `<div class="opening"><a href="${href(one)}">${one.title}</a><br><span class="location">${one.buyer}</span></div>`)}</section>`,
        )
        .join(""),
    { location: (one) => one.buyer },
  ),
  layout(
    "postings with an apply button before the title",
    (of) =>
      `<div class="postings-group">${each(of, (one) => `<div class="posting"><div class="posting-apply"><a href="${href(one)}">Apply</a></div><a class="posting-title" href="${href(one)}"><h5>${one.title}</h5><div class="posting-categories"><span class="sort-by-location">${one.buyer}</span><span class="sort-by-commitment">Full time</span></div></a></div>`)}</div>`,
    { location: (one) => one.buyer },
  ),
  layout(
    "rows of a view with label elements",
    (of) =>
      `<div class="view-content">${each(of, (one, at) => `<div class="views-row views-row-${at + 1} ${at % 2 ? "views-row-even" : "views-row-odd"}"><div class="views-field views-field-title"><span class="field-content">${link(one)}</span></div><div class="views-field views-field-buyer"><span class="views-label">Authority: </span><span class="field-content">${one.buyer}</span></div><div class="views-field views-field-date"><span class="views-label">Deadline: </span><span class="field-content">${one.due}</span></div></div>`)}</div>`,
    { Authority: (one) => one.buyer, Deadline: (one) => one.due },
  ),
  layout(
    "rows of a fluid grid without a word in their class names",
    (of) =>
      `<div class="flex flex-col gap-4">${each(of, (one) => `<div class="flex rounded-lg border p-4"><div class="flex-1"><a class="text-lg font-semibold" href="${href(one)}">${one.title}</a><div class="mt-1 text-sm">${one.buyer}</div></div><div class="text-right"><div class="text-sm">${one.due}</div><div class="font-bold">${one.value}</div></div></div>`)}</div>`,
    { date: (one) => one.due, amount: (one) => one.value },
  ),
  layout(
    "an accordion with the details folded away",
    (of) =>
      `<div class="accordion">${each(of, (one) => `<details><summary><h3>${one.title}</h3></summary><div><p>Buyer: ${one.buyer}</p><p>Closes: ${one.due}</p><p><a href="${href(one)}">Open the notice</a></p></div></details>`)}</div>`,
    { Buyer: (one) => one.buyer, Closes: (one) => one.due },
  ),
  layout(
    "an old page of fonts and breaks in cells",
    (of) =>
      `<table width="600" cellpadding="4">${each(of, (one) => `<tr><td valign="top"><font size="2">${one.due}</font></td><td><font size="2"><a href="${href(one)}">${one.title}</a><br>${one.buyer}<br>${one.summary}</font></td></tr>`)}</table>`,
  ),
  layout(
    "a numbered list with the reference before the title",
    (of) => `<ol>${each(of, (one) => `<li><b>${one.id}</b> ${link(one)} <i>${one.buyer}</i></li>`)}</ol>`,
  ),
  layout(
    "rows that carry a picture, a star and a checkbox",
    (of) =>
      `<table><thead><tr><th><input type="checkbox"></th><th></th><th>Notice</th><th>Deadline</th><th>Actions</th></tr></thead><tbody>${each(of, (one) => `<tr><td><input type="checkbox" name="s" value="${one.id}"></td><td><img src="/flag.png" alt=""></td><td>${link(one)}<div>${one.buyer}</div></td><td>${one.due}</td><td><a href="/watch/${one.id}">Watch</a> <a href="/share/${one.id}">Share</a></td></tr>`)}</tbody></table>`,
    { Deadline: (one) => one.due },
  ),
  layout(
    "German accordion list with terms",
    (of) =>
      `<ul class="vergabeliste">${each(of, (one) => `<li class="vergabe"><span class="vergabe__art">Öffentliche Ausschreibung</span><h2 class="vergabe__titel">${link(one)}</h2><dl><div><dt>Vergabestelle</dt><dd>${one.buyer}</dd></div><div><dt>Angebotsfrist</dt><dd>${one.due}</dd></div></dl></li>`)}</ul>`,
    { Vergabestelle: (one) => one.buyer, Angebotsfrist: (one) => one.due },
    { of: germanThings, language: "de" },
  ),
  layout(
    "headings without links above linked documents",
    (of) =>
      `<div class="view">${each(of, (one) => `<article class="sitting"><h3><span>${one.title}</span></h3><div><p>${one.summary}</p><ul><li><span class="file"><a href="${href(one)}">Invitation ${one.id}.pdf</a></span></li><li><span class="file"><a href="/annex/${one.id}">Annex ${one.id}.pdf</a></span></li></ul></div></article>`)}</div>`,
  ),
  layout(
    "rows whose class names alternate",
    (of) =>
      `<table class="calls"><tr class="callsHeaderRow"><th>Call</th><th>Closing</th></tr>${each(of, (one, at) => `<tr class="${at % 2 ? "callsRowAlternating" : "callsRow"}"><td>${link(one)}</td><td>${one.due}</td></tr>`)}</table>`,
    { Closing: (one) => one.due },
  ),
  layout(
    "a large menu before the list",
    (of) =>
      `<div id="accordion">${["For residents", "For firms", "About the county", "Jobs"].map((head) => `<div class="card"><h5>${head}</h5>${each(of, (_, at) => `<a href="/${head.length}/${at}">${head} and its services ${at}</a>`)}</div>`).join("")}</div><div class="rows">${each(of, (one) => `<div class="entry"><span class="name">${link(one)}</span><span class="end">${one.due}</span></div>`)}</div>`,
    { date: (one) => one.due },
  ),
];
