import { html, type Markup, raw } from "../ground/html";
import { built } from "./elementor-builder";
import {
  type Article,
  articlePath,
  articlesOf,
  categoryPath,
  distinct,
  lostStudy,
  monthOf,
  praise,
  type Study,
  servicesOf,
  startOf,
  starts,
  studiesOf,
  studyPath,
  teamOf,
} from "./elementor-content";
import { forMachines } from "./elementor-feed";
import { type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "./watched-site";

const perPage = 3;
const calendars = ["https://calendar.invalid/g-haldimann/30min", "https://calendar.invalid/m-reyes/30min"];
const pagePath = (number: number) => (number === 1 ? "/insights/" : `/insights/page/${number}/`);
const shownDay = (date: string) =>
  new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }).format(new Date(date));

/** A consultancy on a publishing system with a page builder: sections in columns in widgets, counters that a script counts up, a carousel of praise, case studies, a team, a blog with pages and archives by month and category. */
export const elementor: SiteMake = {
  pasted: "/",
  answer: ({ path, url }, day, noise) => {
    const fed = forMachines(path, url.origin, day);
    if (fed) return fed;
    const shown = bodyOf(path, day, noise);
    return shown
      ? {
          body: frame(shown.title, shown.main, path, day, noise),
          headers: { link: '</wp-json/>; rel="https://api.w.org/"', "x-pingback": "/xmlrpc.php" },
        }
      : null;
  },
  truth,
};

function truth(day: SiteDay): DayTruth {
  const articles = articlesOf(day);
  const lists = Array.from({ length: Math.ceil(articles.length / perPage) }, (_, index) => pagePath(index + 1));
  return {
    pages: [
      "/",
      "/services/",
      "/case-studies/",
      "/team/",
      "/contact/",
      ...lists,
      ...distinct(articles.map(monthOf)),
      ...distinct(articles.map(({ category }) => categoryPath(category))),
      ...studiesOf(day).map(studyPath),
      ...articles.map(articlePath),
    ],
    records: [
      ...servicesOf(day).map(({ name, fee, length }) => ({ page: "/services/", title: name, values: [fee, length] })),
      ...studiesOf(day).map((one) => ({
        page: studyPath(one),
        title: one.title,
        values: [one.client, one.sector, one.duration],
      })),
      ...teamOf(day).map(({ name, role }) => ({ page: "/team/", title: name, values: [role] })),
      ...articles.map((one) => ({
        page: articlePath(one),
        title: one.title,
        values: [shownDay(one.date), one.author],
      })),
    ],
    changes: changesOf(day),
    emptied: day === 2 ? [{ pages: [`/case-studies/${lostStudy}/`], value: "14 weeks" }] : [],
    flapping: day >= 2 ? [{ pages: ["/services/"], values: [...starts] }] : [],
  };
}

function changesOf(day: SiteDay): DayTruth["changes"] {
  if (day === 2) return [{ pages: ["/team/"], was: "Senior Consultant", is: "Principal" }];
  if (day !== 1) return [];
  const news = articlesOf(1)[0] as Article;
  return [
    { pages: ["/services/"], was: "CHF 18,500", is: "CHF 19,800" },
    { pages: ["/services/"], was: "and a ledger of how that went", is: "and a pilot in three branches" },
    { pages: ["/services/"], was: starts[0], is: starts[1] },
    { pages: ["/team/"], was: "Georg Haldimann" },
    { pages: ["/team/"], is: "Runa Sætre" },
    { pages: ["/case-studies/", "/"], is: "Ready for a tender in six weeks" },
    { pages: ["/insights/", "/", monthOf(news), categoryPath(news.category)], is: news.title },
    { pages: ["/contact/"], was: "+41 31 555 04 10", is: "+41 31 555 04 00" },
    // The words of the link stay.
    { pages: ["/contact/"], was: calendars[0], is: calendars[1] },
  ];
}

interface Shown {
  title: string;
  main: Markup;
}

function bodyOf(path: string, day: SiteDay, noise: Noise): Shown | null {
  const articles = articlesOf(day);
  const shown = (title: string, main: Markup): Shown => ({ title, main });
  if (path === "/") return shown("We make houses run", home(day, noise));
  if (path === "/services/") return shown("Services", services(day));
  if (path === "/team/") return shown("Team", team(day));
  if (path === "/contact/")
    return shown(
      "Contact",
      built(day, "Contact", [
        html`<p>Vonlanthen Reyes AG<br>Aarbergergasse 99<br>3011 Bern</p><p><a href="${calendars[day === 0 ? 0 : 1]}">Book a call</a></p><p>Tel. <a href="tel:${day === 0 ? "+41315550410" : "+41315550400"}">${day === 0 ? "+41 31 555 04 10" : "+41 31 555 04 00"}</a></p>`,
        html`<form class="elementor-form" method="post" name="New Form"><input type="hidden" name="post_id" value="412"><input type="hidden" name="form_id" value="${noise.token.slice(0, 7)}"><input name="form_fields[name]" placeholder="Name"><textarea name="form_fields[message]" placeholder="Message"></textarea><button type="submit"><span class="elementor-button-text">Send</span></button></form>`,
      ]),
    );
  if (path === "/case-studies/")
    return shown(
      "Case studies",
      built(
        day,
        "Case studies",
        studiesOf(day).map((one) => card(one, day)),
        33,
      ),
    );
  const study = studiesOf(day).find((one) => studyPath(one) === path);
  if (study) return shown(study.title, studyPage(study, day));
  const number = articles.findIndex((_, index) => index % perPage === 0 && pagePath(index / perPage + 1) === path);
  if (number >= 0) return shown("Insights", archive("Insights", articles, number, day));
  const ofMonth = articles.filter((one) => monthOf(one) === path);
  if (ofMonth.length > 0) {
    const name = new Intl.DateTimeFormat("en-US", { month: "long", year: "numeric", timeZone: "UTC" });
    return shown("Archives", archive(`Month: ${name.format(new Date(ofMonth[0]?.date ?? 0))}`, ofMonth, null, day));
  }
  const ofCategory = articles.filter(({ category }) => categoryPath(category) === path);
  if (ofCategory.length > 0)
    return shown("Archives", archive(`Category: ${ofCategory[0]?.category}`, ofCategory, null, day));
  const one = articles.find((candidate) => articlePath(candidate) === path);
  return one ? shown(one.title, articlePage(one, articles, day, noise)) : null;
}

function home(day: SiteDay, noise: Noise): Markup {
  const counters = [
    ["340", "houses visited"],
    ["12", "pages a report"],
    ["26", "years"],
  ].map(
    ([to, what]) =>
      html`<div class="elementor-counter"><div class="elementor-counter-number-wrapper"><span class="elementor-counter-number" data-duration="2000" data-to-value="${to}" data-from-value="0">0</span></div><div class="elementor-counter-title">${what}</div></div>`,
  );
  const carousel = html`<div class="swiper elementor-main-swiper" data-settings="autoplay">${rotated(praise, noise.turn, 4).map(([words, who], index) => html`<div class="swiper-slide${index === 0 ? " swiper-slide-active" : ""}"><div class="elementor-testimonial__text">${words}</div><cite><span class="elementor-testimonial__title">${who}</span></cite></div>`)}</div>`;
  const latest = html`<ul>${articlesOf(day)
    .slice(0, 2)
    .map((one) => html`<li><a href="${articlePath(one)}">${one.title}</a></li>`)}</ul>`;
  const work = html`<ul>${studiesOf(day)
    .slice(0, 3)
    .map((one) => html`<li><a href="${studyPath(one)}">${one.title}</a></li>`)}</ul>`;
  return built(day, "We make houses run", [
    html`<p>Vonlanthen Reyes advises hospitals, tramways, bakeries and others who cannot close while they change.</p><a class="elementor-button elementor-button-link elementor-size-sm" href="/contact/"><span class="elementor-button-content-wrapper"><span class="elementor-button-text">Talk to us</span></span></a>`,
    html`${counters}`,
    html`<h2>Selected work</h2>${work}`,
    carousel,
    html`<h2>Insights</h2>${latest}`,
  ]);
}

function services(day: SiteDay): Markup {
  const parts = servicesOf(day).map(({ slug, name, fee, length, text, steps }) =>
    day === 3
      ? html`<h2 class="wp-block-heading" id="${slug}">${name}</h2><p>${text}</p><ul class="wp-block-list">${steps.map((step) => html`<li>${step}</li>`)}</ul><p>Takes ${length} and costs <strong>${fee}</strong>.</p>`
      : html`<div class="elementor-price-table" id="${slug}"><div class="elementor-price-table__header"><h3 class="elementor-price-table__heading">${name}</h3></div><div class="elementor-price-table__price"><span class="elementor-price-table__integer-part">${fee}</span><span class="elementor-price-table__period">${length}</span></div><p>${text}</p><ul class="elementor-price-table__features-list">${steps.map((step) => html`<li><span><i class="far fa-check-circle" aria-hidden="true"></i>${step}</span></li>`)}</ul></div>`,
  );
  return built(day, "Services", [...parts, html`<p class="free">Next free start: ${startOf(day)}</p>`], 33);
}

function team(day: SiteDay): Markup {
  return built(
    day,
    "Team",
    teamOf(day).map(({ name, role }) =>
      day === 3
        ? html`<figure class="wp-block-image"><img alt="${name}" src="/wp-content/uploads/2026/11/p${name.length}.webp"><figcaption>${name} <em>${role}</em></figcaption></figure>`
        : html`<div class="elementor-image-box-wrapper"><figure class="elementor-image-box-img"><img loading="lazy" decoding="async" width="300" height="300" src="/wp-content/uploads/2024/02/p${name.length}-300x300.jpg" alt=""></figure><div class="elementor-image-box-content"><h3 class="elementor-image-box-title">${name}</h3><p class="elementor-image-box-description">${role}</p></div></div>`,
    ),
    25,
  );
}

const card = (one: Study, day: SiteDay) =>
  day === 3
    ? html`<h3 class="wp-block-post-title"><a href="${studyPath(one)}">${one.title}</a></h3><p>${one.sector}</p>`
    : html`<article class="elementor-post elementor-grid-item case_study type-case_study status-publish"><a class="elementor-post__thumbnail__link" href="${studyPath(one)}" tabindex="-1"></a><div class="elementor-post__badge">${one.sector}</div><div class="elementor-post__text"><h3 class="elementor-post__title"><a href="${studyPath(one)}">${one.title}</a></h3><a class="elementor-post__read-more" href="${studyPath(one)}" aria-label="Read more about ${one.title}" tabindex="-1">Read More »</a></div></article>`;

function studyPage(one: Study, day: SiteDay): Markup {
  const facts = [
    ["Client", one.client],
    ["Sector", one.sector],
    ["Duration", day === 2 && one.slug === lostStudy ? "" : one.duration],
  ];
  const box =
    day === 3
      ? html`<figure class="wp-block-table"><table><tbody>${facts.map(([label, value]) => html`<tr><td>${label}</td><td>${value}</td></tr>`)}</tbody></table></figure>`
      : html`<ul class="elementor-icon-list-items">${facts.map(([label, value]) => html`<li class="elementor-icon-list-item"><span class="elementor-icon-list-icon"><i aria-hidden="true" class="fas fa-angle-right"></i></span><span class="elementor-icon-list-text"><b>${label}:</b> ${value}</span></li>`)}</ul>`;
  return built(
    day,
    one.title,
    [
      box,
      html`${one.text.map((words) => html`<p>${words}</p>`)}`,
      html`<p><a href="/case-studies/">All case studies</a></p>`,
    ],
    50,
  );
}

function archive(title: string, articles: Article[], start: number | null, day: SiteDay): Markup {
  const shown = start === null ? articles : articles.slice(start, start + perPage);
  const items = shown.map((one) =>
    day === 3
      ? html`<h2 class="wp-block-post-title"><a href="${articlePath(one)}">${one.title}</a></h2><div class="wp-block-post-date"><time datetime="${one.date}T07:00:00+00:00">${shownDay(one.date)}</time></div><div class="wp-block-post-excerpt"><p>${one.text[0]}</p></div>`
      : html`<article class="elementor-post elementor-grid-item post type-post category-${one.category.toLowerCase()}"><div class="elementor-post__text"><h3 class="elementor-post__title"><a href="${articlePath(one)}">${one.title}</a></h3><div class="elementor-post__meta-data"><span class="elementor-post-date">${shownDay(one.date)}</span><span class="elementor-post-avatar">No Comments</span></div><div class="elementor-post__excerpt"><p>${one.text[0]}</p></div></div></article>`,
  );
  const numbers = Array.from({ length: Math.ceil(articles.length / perPage) }, (_, index) => index + 1);
  const current = (start ?? 0) / perPage + 1;
  const pager =
    start !== null &&
    html`<nav class="elementor-pagination" aria-label="Pagination">${numbers.map((number) => (number === current ? html`<span aria-current="page" class="page-numbers current"><span class="elementor-screen-only">Page</span>${number}</span>` : html`<a class="page-numbers" href="${pagePath(number)}"><span class="elementor-screen-only">Page</span>${number}</a>`))}</nav>`;
  return html`${built(day, title, items, 33)}${pager}`;
}

function articlePage(one: Article, articles: Article[], day: SiteDay, noise: Noise): Markup {
  const others = articles.filter(({ slug }) => slug !== one.slug);
  const meta =
    day === 3
      ? html`<p class="has-small-font-size">By ${one.author}, ${shownDay(one.date)}, in <a href="${categoryPath(one.category)}">${one.category}</a></p>`
      : html`<ul class="elementor-inline-items elementor-icon-list-items elementor-post-info"><li itemprop="author"><a href="/team/"><span class="elementor-post-info__item--type-author">${one.author}</span></a></li><li itemprop="datePublished"><a href="${monthOf(one)}"><time>${shownDay(one.date)}</time></a></li><li itemprop="about"><a href="${categoryPath(one.category)}">${one.category}</a></li></ul>`;
  const related = html`<h4>More to read</h4>${rotated(others, noise.turn, 2).map((other) => html`<p><a href="${articlePath(other)}">${other.title}</a></p>`)}<span class="post-views-count">${310 + noise.turn} views</span>`;
  return built(day, one.title, [html`${meta}${one.text.map((words) => html`<p>${words}</p>`)}`, related], 66);
}

function frame(title: string, main: Markup, path: string, day: SiteDay, noise: Noise): string {
  const links = [
    ["/services/", "Services"],
    ["/case-studies/", "Case studies"],
    ["/team/", "Team"],
    ["/insights/", "Insights"],
    ["/contact/", "Contact"],
  ];
  const items = links.map(
    ([href, text], index) =>
      html`<li class="menu-item menu-item-type-post_type menu-item-object-page${href === path ? " current-menu-item" : ""} menu-item-${80 + index}"><a href="${href}" class="elementor-item">${text}</a></li>`,
  );
  const archives = distinct(articlesOf(day).map(monthOf)).map(
    (href) => html`<li><a href="${href}">${href.slice(6, 8)}/${href.slice(1, 5)}</a></li>`,
  );
  const config = JSON.stringify({
    ajaxurl: "/wp-admin/admin-ajax.php",
    nonce: noise.token.slice(0, 10),
    urls: { assets: "/wp-content/plugins/elementor/assets/" },
  });
  return html`${raw("<!doctype html>\n")}<html lang="en-US">
<head>
	<meta charset="UTF-8">
	<title>${title} &#8211; Vonlanthen Reyes</title>
	<meta name='robots' content='index, follow' />
	<!-- This site is optimized with the SEO plugin v22.${noise.build.length} -->
	<link rel="alternate" type="application/rss+xml" title="Vonlanthen Reyes &raquo; Feed" href="/feed/" />
	<link rel='stylesheet' id='elementor-frontend-css' href='/wp-content/plugins/elementor/assets/css/frontend-lite.min.css?ver=${noise.build}' media='all' />
	<style id='global-styles-inline-css'>body{--wp--preset--color--black:#000000}</style>
</head>
<body class="${day === 3 ? "home wp-theme-twentyfive is-v3" : "wp-custom-logo elementor-default elementor-kit-7"}">
<a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<div data-elementor-type="header" class="elementor elementor-location-header"><a href="/"><img alt="Vonlanthen Reyes" src="/wp-content/uploads/2023/01/logo.svg"></a><nav class="elementor-nav-menu--main"><ul id="menu-1-${noise.token.slice(0, 5)}" class="elementor-nav-menu">${items}</ul></nav><div class="elementor-menu-toggle" role="button" tabindex="0" aria-label="Menu Toggle"></div><nav class="elementor-nav-menu--dropdown elementor-nav-menu__container" aria-hidden="true"><ul class="elementor-nav-menu">${items}</ul></nav></div>
<main id="content" class="site-main">${main}</main>
<div data-elementor-type="footer" class="elementor elementor-location-footer"><h5>Archives</h5><ul class="wp-widget-archives">${archives}</ul><h5>Categories</h5><ul>${distinct(articlesOf(day).map(({ category }) => category)).map((name) => html`<li><a href="${categoryPath(name)}">${name}</a></li>`)}</ul><p>© Vonlanthen Reyes AG, Bern${noise.isVariant && html` · <em>We answer within a day</em>`}</p></div>
<div id="cmplz-cookiebanner-container"><div class="cmplz-cookiebanner" role="dialog"><div class="cmplz-title">Manage ${["Cookie Consent", "Consent", "your choices"][noise.turn % 3]}</div><p>To provide the best experiences, we use technologies like cookies.</p><button>Accept</button><button>Deny</button></div></div>
<script>var elementorFrontendConfig = ${raw(config)};</script>
</body></html>
<!-- Page cached by the cache plugin in ${String((noise.turn % 90) / 100 + 0.1)} seconds, ${noise.ago} -->`.markup;
}
