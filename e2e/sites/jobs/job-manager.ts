import { html, type Markup, raw } from "../ground/html";
import type { SiteRequest } from "../ground/start-site";
import { asText, sitemapIndexOf, sitemapOf } from "../vendors/sitemap";
import { asJson, type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "../vendors/watched-site";
import {
  deleted,
  expired,
  filled,
  houred,
  moved,
  paid,
  type Stelle,
  stellenOf,
  titleOf,
  worded,
} from "./job-manager-content";

const home = "/stellenmarkt/";
const ajax = "/jm-ajax/get_listings/";
const perPage = 6;
const pathOf = ({ slug }: Pick<Stelle, "slug">) => `/stelle/${slug}/`;
const over = "Diese Stellenanzeige ist abgelaufen.";
const taken = "Diese Stelle ist besetzt.";

/** A region's board on a plugin of the best known publishing system: the page holds an empty list and a form of filters, a script asks for the entries, which come as markup within JSON, six at a time with a button for more; what has run out says so on its page, what was deleted is not found. The redesign is a theme of blocks. */
export const jobManager: SiteMake = {
  pasted: home,
  answer: (request, day, noise) => {
    const { path, url } = request;
    if (path === "/") return { status: 302, headers: { location: home }, body: "" };
    if (path === "/robots.txt")
      return asText(
        `User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n\nSitemap: ${url.origin}/wp-sitemap.xml\n`,
      );
    if (path === "/wp-sitemap.xml") return sitemapIndexOf(url.origin, ["/wp-sitemap-posts-job_listing-1.xml"]);
    if (path === "/wp-sitemap-posts-job_listing-1.xml")
      return sitemapOf(url.origin, stellenOf(day).map(pathOf), `2026-11-${25 + day}T05:00:00+00:00`);
    if (path === "/wp-content/plugins/wp-job-manager/assets/dist/js/ajax-filters.js")
      return { body: filters, headers: { "content-type": "text/javascript; charset=utf-8" } };
    if (path === ajax) return listings(request, day, noise);
    if (path === home) return { body: frame("Stellenmarkt", board(day, noise), day, noise) };
    const one = stellenOf(day).find((stelle) => pathOf(stelle) === path);
    if (one) return { body: frame(one.title, single(one, day, noise), day, noise) };
    if (path === pathOf({ slug: expired }))
      return {
        body: frame(
          "Stellenanzeige abgelaufen",
          html`<h1 class="entry-title">Nicht mehr aktuell</h1><div class="single_job_listing"><div class="job-manager-info">${over}</div></div>`,
          day,
          noise,
        ),
      };
    return { status: 404, body: frame("Seite nicht gefunden", html`<h1>Diese Seite gibt es nicht.</h1>`, day, noise) };
  },
  truth,
};

function truth(day: SiteDay): DayTruth {
  return {
    pages: [home, ...stellenOf(day).map(pathOf)],
    records: stellenOf(day).map((one) => ({
      page: pathOf(one),
      title: one.title,
      values: [one.company, one.place, one.kind, one.pay],
    })),
    changes: changesOf(day),
    emptied: [],
    flapping: [],
  };
}

/** A list that a script fills tells in the page of none of them. */
function changesOf(day: SiteDay): DayTruth["changes"] {
  const both = (slug: string) => [pathOf({ slug }), home];
  const change = ({ slug, was, is }: typeof paid) => ({ pages: both(slug), was, is });
  const came = (slug: string) => ({ pages: both(slug), is: titleOf(slug) });
  const went = (slug: string) => ({ pages: both(slug), was: titleOf(slug) });
  if (day === 1) return [came("baecker"), came("sachbearbeitung-wohngeld"), went(deleted), change(paid), change(moved)];
  if (day !== 2) return [];
  return [
    came("vermessungstechniker"),
    went(expired),
    { pages: both(filled), is: taken },
    change(houred),
    { ...change(worded), pages: [pathOf(worded)] },
  ];
}

const isFilled = ({ slug }: Stelle, day: SiteDay) => slug === filled && day >= 2;

/** What was asked for by a form or in the query. */
function listings({ method, form, query }: SiteRequest, day: SiteDay, noise: Noise) {
  const asked = method === "POST" ? form : query;
  const word = (asked.get("search_keywords") ?? "").toLowerCase();
  const place = (asked.get("search_location") ?? "").toLowerCase();
  const all = stellenOf(day).filter(
    (one) => `${one.title} ${one.company}`.toLowerCase().includes(word) && one.place.toLowerCase().includes(place),
  );
  const page = Math.max(1, Number(asked.get("page")) || 1);
  const size = Math.min(50, Number(asked.get("per_page")) || perPage);
  const shown = all.slice((page - 1) * size, page * size);
  return asJson({
    found_jobs: all.length > 0,
    showing: "",
    max_num_pages: Math.ceil(all.length / size),
    html: html`${shown.map((one) => entry(one, day))}`.markup,
    request: noise.token,
  });
}

function entry(one: Stelle, day: SiteDay): Markup {
  const closed = isFilled(one, day) && html`<li class="position-filled">Besetzt</li>`;
  return day === 3
    ? html`<li class="wp-block-post job_listing"><a class="wp-block-post-title" href="${pathOf(one)}">${one.title}</a><p class="has-small-font-size">${one.company}, ${one.place}</p><p class="has-small-font-size">${one.kind}, ${one.pay}</p>${closed && html`<ul>${closed}</ul>`}</li>`
    : html`<li class="post-${one.slug.length + 410} job_listing type-job_listing status-publish${isFilled(one, day) && " job_position_filled"}" data-longitude="" data-latitude=""><a href="${pathOf(one)}"><img class="company_logo" src="/wp-content/plugins/wp-job-manager/assets/images/company.png" alt="${one.company}" /><div class="position"><h3>${one.title}</h3><div class="company"><strong>${one.company}</strong></div></div><div class="location">${one.place}</div><ul class="meta"><li class="job-type">${one.kind}</li><li class="salary">${one.pay}</li>${closed}<li class="date"><time>${one.posted}</time></li></ul></a></li>`;
}

/** As the plugin's own script does it, without the library that it uses. */
const filters = `
(function () {
  var root = document.querySelector("div.job_listings");
  if (!root) return;
  var form = root.querySelector(".job_filters");
  var list = root.querySelector("ul.job_listings");
  var more = root.querySelector(".load_more_jobs");
  var page = 1;
  function load(isFurther) {
    var data = new URLSearchParams(new FormData(form));
    data.set("per_page", root.dataset.per_page);
    data.set("orderby", root.dataset.orderby);
    data.set("order", root.dataset.order);
    data.set("page", String(page));
    data.set("show_pagination", root.dataset.show_pagination);
    list.classList.add("loading");
    fetch(job_manager_ajax_filters.ajax_url.replace("%%endpoint%%", "get_listings"), { method: "POST", body: data })
      .then(function (reply) { return reply.json(); })
      .then(function (found) {
        list.classList.remove("loading");
        if (isFurther) list.insertAdjacentHTML("beforeend", found.html);
        else list.innerHTML = found.found_jobs ? found.html : "<li class=\\"no_job_listings_found\\">Keine Stellen gefunden.</li>";
        more.style.display = page < found.max_num_pages ? "" : "none";
      });
  }
  more.addEventListener("click", function (event) {
    event.preventDefault();
    page++;
    load(true);
  });
  form.addEventListener("change", function () {
    page = 1;
    load(false);
  });
  load(false);
})();
`;

const board = (day: SiteDay, noise: Noise): Markup =>
  html`<h1 class="${day === 3 ? "wp-block-post-title" : "entry-title"}">Stellenmarkt Ebersloher Land</h1><div class="entry-content${day === 3 && " wp-block-post-content"}"><p>Arbeit aus der Gegend, aufgegeben von denen, die sie haben.</p><div class="job_listings" data-location="" data-keywords="" data-show_filters="true" data-show_pagination="false" data-per_page="${perPage}" data-orderby="featured" data-order="DESC" data-categories="" data-disable-form-state-storage="" data-featured_first="false" data-post_id="12"><form class="job_filters"><div class="search_jobs"><div class="search_keywords"><label for="search_keywords">Stichwort</label><input type="text" name="search_keywords" id="search_keywords" placeholder="Stichwort" value="" /></div><div class="search_location"><label for="search_location">Ort</label><input type="text" name="search_location" id="search_location" placeholder="Ort" value="" /></div></div><input type="hidden" name="form_data" value="${noise.token}" /></form><noscript>Ihr Browser unterstützt kein JavaScript, oder es ist ausgeschaltet. Die Stellen werden damit geladen.</noscript><ul class="job_listings"></ul><a class="load_more_jobs" href="#" style="display:none;"><strong>Weitere Stellen laden</strong></a></div></div>`;

function single(one: Stelle, day: SiteDay, noise: Noise): Markup {
  const { slug, title, company, place, kind, pay, posted, words, tasks } = one;
  const others = rotated(
    stellenOf(day).filter((other) => other.slug !== slug),
    noise.turn,
    3,
  );
  const closed = isFilled(one, day);
  const meta = [
    ["job-type", kind],
    ["location", place],
    ["salary", pay],
    ["date-posted", `Veröffentlicht am ${posted}`],
  ] as const;
  const facts =
    day === 3
      ? html`<table class="wp-block-table"><tbody><tr><td>Arbeitszeit</td><td>${kind}</td></tr><tr><td>Ort</td><td>${place}</td></tr><tr><td>Vergütung</td><td>${pay}</td></tr><tr><td>Veröffentlicht</td><td>${posted}</td></tr></tbody></table>${closed && html`<p class="position-filled">${taken}</p>`}`
      : html`<ul class="job-listing-meta meta">${meta.map(([name, value]) => html`<li class="${name}">${value}</li>`)}${closed && html`<li class="position-filled">${taken}</li>`}</ul>`;
  return html`<article class="job_listing"><header class="entry-header"><h1 class="entry-title">${title}</h1></header><div class="entry-content"><div class="single_job_listing">${facts}<div class="company"><img class="company_logo" src="/wp-content/plugins/wp-job-manager/assets/images/company.png" alt="${company}" /><p class="name"><strong>${company}</strong></p></div><div class="job_description"><p>${words}</p><h3>Ihre Aufgaben</h3><ul>${tasks.map((task) => html`<li>${task}</li>`)}</ul></div>${!closed && html`<div class="job_application application"><input type="button" class="application_button button" value="Auf diese Stelle bewerben" /></div>`}</div></div></article><section class="related"><h2>Ähnliche Stellen</h2><ul>${others.map((other) => html`<li><a href="${pathOf(other)}">${other.title}</a></li>`)}</ul></section>`;
}

const sayings = ["Ausbildungsmesse am 23. Januar", "Pendlerbus: neue Linie", "Gründertreff im Alten Bahnhof"];

function frame(title: string, main: Markup, day: SiteDay, noise: Noise): string {
  const settings = `var job_manager_ajax_filters = {"ajax_url":"\\/jm-ajax\\/%%endpoint%%\\/","is_rtl":"0","i18n_load_prev_listings":"","lang":null,"nonce":"${noise.token}"};`;
  const banner = sayings[noise.turn % sayings.length];
  const head = html`<meta charset="UTF-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>${title} &#8211; Ebersloher Land</title><meta name="generator" content="WordPress 6.9" /><link rel="icon" href="data:," /><link rel="stylesheet" id="wp-job-manager-job-listings-css" href="/wp-content/plugins/wp-job-manager/assets/dist/css/job-listings.css?ver=${noise.build}" media="all" />`;
  const tail = raw(
    `<script id="wp-job-manager-ajax-filters-js-extra">${settings}</script><script src="/wp-content/plugins/wp-job-manager/assets/dist/js/ajax-filters.js?ver=${noise.build}" id="wp-job-manager-ajax-filters-js"></script>`,
  );
  const menu = html`<li><a href="${home}">Stellenmarkt</a></li>`;
  if (day === 3)
    return html`${raw("<!DOCTYPE html>")}<html lang="de"><head>${head}</head><body class="wp-singular wp-theme-flachland wp-embed-responsive"><div class="wp-site-blocks"><header class="wp-block-template-part"><p class="wp-block-site-title"><a href="${home}">Ebersloher Land</a></p><nav class="wp-block-navigation"><ul class="wp-block-navigation__container">${menu}</ul></nav></header><main class="wp-block-group" id="wp--skip-link--target">${main}</main><footer class="wp-block-template-part"><p>${banner}</p></footer></div>${tail}</body></html>`
      .markup;
  return html`${raw("<!DOCTYPE html>")}<html lang="de"><head>${head}</head><body class="wp-theme-heimat"><div id="cookie-notice" role="dialog" class="cookie-notice-hidden"><span>Wir verwenden Cookies, damit Sie wiederkommen können.</span><button id="cn-accept-cookie">In Ordnung</button></div><div id="page" class="site"><header id="masthead" class="site-header"><p class="site-title"><a href="${home}" rel="home">Ebersloher Land</a></p><nav id="site-navigation"><ul id="primary-menu" class="menu">${menu}</ul></nav><div class="widget_banner">${banner}</div></header><main id="primary" class="site-main">${main}</main><aside id="secondary" class="widget-area"><section class="widget widget_statistics"><h2 class="widget-title">Heute</h2><p>${noise.visitors} Menschen suchen gerade Arbeit. Letzte Bewerbung: ${noise.ago}.</p></section></aside></div>${tail}</body></html>`
    .markup;
}
