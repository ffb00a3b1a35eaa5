import { html, type Markup, raw } from "../ground/html";
import { asText, sitemapIndexOf, sitemapOf } from "../vendors/sitemap";
import { type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "../vendors/watched-site";
import {
  authors,
  closedLater,
  corrected,
  membershipsOf,
  moved,
  retitled,
  type Story,
  storiesOf,
  type Tag,
  tags,
  withdrawn,
} from "./members-blog-content";

const perPage = 6;
const pathOf = ({ slug }: Pick<Story, "slug">) => `/${slug}/`;
const listOf = (page: number) => (page === 1 ? "/" : `/page/${page}/`);
const pagesOf = (day: SiteDay) =>
  Array.from({ length: Math.ceil(storiesOf(day).length / perPage) }, (_, index) => listOf(index + 1));
const authorOf = (name: string) => `/author/${name.toLowerCase().replaceAll(" ", "-")}/`;
const minutes = ({ open, closed }: Story) =>
  `${Math.max(1, Math.round([...open, ...closed].join(" ").length / 90))} min read`;
const inUse = (day: SiteDay) =>
  (Object.keys(tags) as Tag[]).filter((tag) => storiesOf(day).some((one) => one.tag === tag));

/** A newsletter's site on a well-known publishing system: cards in numbered pages, stories of which a stranger reads the beginning, lists by tag and author, a feed, others drawn by lot below each story, minutes of reading, members who become more. On the second day comes another theme, with the changes. */
export const membersBlog: SiteMake = {
  pasted: "/",
  answer: ({ path, url }, day, noise) => {
    if (path === "/robots.txt")
      return asText(
        `User-agent: *\nSitemap: ${url.origin}/sitemap.xml\nDisallow: /ghost/\nDisallow: /email/\nDisallow: /members/api/comments/counts/\nDisallow: /r/\nDisallow: /webmentions/receive/\n`,
      );
    if (path === "/sitemap.xml")
      return sitemapIndexOf(url.origin, ["/sitemap-pages.xml", "/sitemap-posts.xml", "/sitemap-tags.xml"]);
    const built = `2026-11-${25 + day}T06:10:00.000Z`;
    if (path === "/sitemap-pages.xml") return sitemapOf(url.origin, ["/", "/about/", "/membership/"], built);
    if (path === "/sitemap-posts.xml") return sitemapOf(url.origin, storiesOf(day).map(pathOf), built);
    if (path === "/sitemap-tags.xml")
      return sitemapOf(
        url.origin,
        inUse(day).map((tag) => `/tag/${tag}/`),
        built,
      );
    if (path === "/rss/")
      return { body: feed(day, url.origin, noise), headers: { "content-type": "application/rss+xml; charset=utf-8" } };
    if (path === "/page/1/") return { status: 301, headers: { location: "/" }, body: "" };
    if (/^\/[\w/-]+[^/]$/.test(path) && bodyOf(`${path}/`, day, noise))
      return { status: 301, headers: { location: `${path}/`, "cache-control": "public, max-age=31536000" }, body: "" };
    const shown = bodyOf(path, day, noise);
    return shown ? { body: frame(shown, url.origin + path, day, noise) } : null;
  },
  truth,
};

function truth(day: SiteDay): DayTruth {
  const stories = storiesOf(day);
  return {
    pages: [
      ...pagesOf(day),
      "/about/",
      "/membership/",
      ...inUse(day).map((tag) => `/tag/${tag}/`),
      ...Object.keys(authors).map((slug) => `/author/${slug}/`),
      ...stories.map(pathOf),
    ],
    records: [
      ...stories.map((one) => ({
        page: pathOf(one),
        title: one.title,
        values: [one.author, one.shown, tags[one.tag]],
      })),
      ...membershipsOf(day).map(({ name, price }) => ({ page: "/membership/", title: name, values: [price] })),
    ],
    changes: changesOf(day),
    emptied: [],
    flapping: [],
  };
}

/** The story's own page first, then the lists that show its card. */
function shownOn(slug: string, day: SiteDay): string[] {
  const stories = storiesOf(day);
  const one = stories.find((story) => story.slug === slug);
  if (!one) return [];
  const page = Math.floor(stories.indexOf(one) / perPage) + 1;
  return [pathOf(one), listOf(page), `/tag/${one.tag}/`, authorOf(one.author)];
}

function changesOf(day: SiteDay): DayTruth["changes"] {
  const fresh = (slug: string) => ({
    pages: shownOn(slug, day),
    is: storiesOf(day).find((one) => one.slug === slug)?.title ?? "",
  });
  if (day === 1)
    return [
      fresh("iron-battery-grimsvik"),
      fresh("substation-birds"),
      { pages: shownOn(corrected.slug, 1), was: corrected.was, is: corrected.is },
      { pages: shownOn(retitled.slug, 1), was: retitled.was, is: retitled.is },
      { pages: ["/page/3/", "/tag/people/", authorOf("Mira Solberg")], was: withdrawn },
      { pages: ["/membership/"], was: "€6 a month", is: "€7 a month" },
    ];
  if (day !== 2) return [];
  return [
    fresh("ferry-charging-tariff"),
    { pages: shownOn(moved.slug, 2), was: moved.was, is: moved.is },
    { pages: [pathOf(closedLater)], was: closedLater.words },
    { pages: ["/membership/"], was: "One call a year", is: "Two calls a year" },
  ];
}

function feed(day: SiteDay, origin: string, noise: Noise): string {
  const items = storiesOf(day)
    .slice(0, 15)
    .map((one) => {
      const words = one.access === "public" ? [...one.open, ...one.closed] : one.open;
      return html`<item><title>${raw(`<![CDATA[${one.title}]]>`)}</title><description>${raw(`<![CDATA[${one.excerpt}]]>`)}</description><link>${origin}${pathOf(one)}</link><guid isPermaLink="false">68f${one.slug.length}${one.iso.replaceAll("-", "")}a0001</guid><category>${raw(`<![CDATA[${tags[one.tag]}]]>`)}</category><dc:creator>${raw(`<![CDATA[${one.author}]]>`)}</dc:creator><pubDate>${new Date(`${one.iso}T06:00:00Z`).toUTCString()}</pubDate><media:content url="${origin}/content/images/${one.slug}.jpg" medium="image"/><content:encoded>${raw(`<![CDATA[${words.map((text) => `<p>${text}</p>`).join("")}]]>`)}</content:encoded></item>`;
    });
  const built = new Date(Date.UTC(2026, 10, 25 + day, 7, noise.turn % 60)).toUTCString();
  return html`${raw('<?xml version="1.0" encoding="UTF-8"?>')}<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>${raw("<![CDATA[Lowvoltage]]>")}</title><description>${raw("<![CDATA[What holds the lights up]]>")}</description><link>${origin}/</link><generator>Ghost 6.9</generator><lastBuildDate>${built}</lastBuildDate><atom:link href="${origin}/rss/" rel="self" type="application/rss+xml"/><ttl>60</ttl>${items}</channel></rss>`
    .markup;
}

interface Shown {
  title: string;
  main: Markup;
  kind: string;
  story?: Story;
}

function bodyOf(path: string, day: SiteDay, noise: Noise): Shown | null {
  const stories = storiesOf(day);
  const at = pagesOf(day).indexOf(path);
  if (at >= 0) {
    const hero =
      at === 0 &&
      html`<div class="site-header-content"><h1 class="site-title">Lowvoltage</h1><p class="site-description">What holds the lights up. Read by ${(4812 + noise.turn).toLocaleString("en")} members.</p></div>`;
    return {
      title: at === 0 ? "Lowvoltage" : `Lowvoltage (Page ${at + 1})`,
      kind: at === 0 ? "home-template" : "paged",
      main: html`${hero}<div class="post-feed">${stories.slice(at * perPage, (at + 1) * perPage).map((one) => card(one, day))}${at === 0 && offer(noise)}</div>${turns(at + 1, day)}`,
    };
  }
  const tag = inUse(day).find((one) => path === `/tag/${one}/`);
  if (tag)
    return listing(
      tags[tag],
      stories.filter((one) => one.tag === tag),
      "tag-template",
      day,
    );
  const author = Object.values(authors).find((name) => authorOf(name) === path);
  if (author)
    return listing(
      author,
      stories.filter((one) => one.author === author),
      "author-template",
      day,
    );
  if (path === "/about/")
    return {
      title: "About",
      kind: "page-template",
      main: html`<article class="gh-article page"><h1>About</h1><section class="gh-content"><p>Lowvoltage is written by three people in Bergen about everything between a waterfall and a kettle.</p><p>We take no money from those we write about.</p></section></article>`,
    };
  if (path === "/membership/") return { title: "Membership", kind: "page-template", main: memberships(day) };
  const story = stories.find((one) => pathOf(one) === path);
  return story ? { title: story.title, kind: "post-template", main: single(story, stories, day, noise), story } : null;
}

const listing = (title: string, shown: Story[], kind: string, day: SiteDay): Shown => ({
  title,
  kind,
  main: html`<section class="post-card post-card-large"><h2 class="post-card-title">${title}</h2><div class="post-card-excerpt">A collection of ${shown.length} posts</div></section><div class="post-feed">${shown.map((one) => card(one, day))}</div>`,
});

const locks = { public: "", members: "Members only", paid: "Paid-members only" };

function card(one: Story, day: SiteDay): Markup {
  const lock = locks[one.access];
  if (day >= 2)
    return html`<article class="gh-card post${lock && ` post-access-${one.access}`}"><a class="gh-card-link" href="${pathOf(one)}"><figure class="gh-card-image"><img srcset="/content/images/size/w160/${one.slug}.jpg 160w" alt="" loading="lazy"></figure><div class="gh-card-wrapper"><p class="gh-card-tag">${tags[one.tag]}</p><h3 class="gh-card-title is-title">${one.title}</h3><p class="gh-card-excerpt is-body">${one.excerpt}</p><footer class="gh-card-meta">${raw(`<!--\n-->`)}<span class="gh-card-author">By ${one.author}</span><time class="gh-card-date" datetime="${one.iso}">${one.shown}</time>${lock && html`<svg width="16" height="16" class="lock"></svg>`}</footer></div></a></article>`;
  return html`<article class="post-card post tag-${one.tag}"><a class="post-card-image-link" href="${pathOf(one)}"><img class="post-card-image" srcset="/content/images/size/w300/${one.slug}.jpg 300w" alt="${one.title}" loading="lazy"/>${lock && html`<div class="post-card-access"><svg></svg>${lock}</div>`}</a><div class="post-card-content"><a class="post-card-content-link" href="${pathOf(one)}"><header class="post-card-header"><div class="post-card-tags"><span class="post-card-primary-tag">${tags[one.tag]}</span></div><h2 class="post-card-title">${lock && html`<svg class="lock-icon"></svg> `}${one.title}</h2></header><div class="post-card-excerpt">${one.excerpt}</div></a><footer class="post-card-meta"><time class="post-card-meta-date" datetime="${one.iso}">${one.shown}</time><span class="post-card-meta-length">${minutes(one)}</span></footer></div></article>`;
}

/** Among the cards stands one that is no story. */
const offer = (noise: Noise): Markup =>
  html`<article class="post-card post-card-signup"><h2 class="post-card-title">${noise.isVariant ? "Get the letter on Fridays" : "Join those who know what a bus bar is"}</h2><form data-members-form="signup"><input type="email" data-members-email placeholder="jamie@example.invalid" aria-label="Your email address"><button type="submit">Subscribe</button></form></article>`;

function turns(page: number, day: SiteDay): Markup {
  const last = pagesOf(day).length;
  return html`<nav class="pagination">${page > 1 && html`<a class="newer-posts" href="${listOf(page - 1)}"><span aria-hidden="true">&larr;</span> Newer Posts</a>`}<span class="page-number">Page ${page} of ${last}</span>${page < last && html`<a class="older-posts" href="${listOf(page + 1)}">Older Posts <span aria-hidden="true">&rarr;</span></a>`}</nav>`;
}

function single(one: Story, stories: Story[], day: SiteDay, noise: Noise): Markup {
  const related = rotated(
    stories.filter(({ slug }) => slug !== one.slug),
    noise.turn,
    3,
  );
  const wall = html`<aside class="gh-post-upgrade-cta"><div class="gh-post-upgrade-cta-content"><h2>This post is for ${one.access === "paid" ? "paying subscribers" : "subscribers"} only</h2><a class="gh-btn" data-portal="signup" href="#/portal/signup">Subscribe now</a><p><small>Already have an account? <a data-portal="signin" href="#/portal/signin">Sign in</a></small></p></div></aside>`;
  const text = html`<section class="gh-content gh-canvas">${one.open.map((words) => html`<p>${words}</p>`)}${one.access === "public" ? one.closed.map((words) => html`<p>${words}</p>`) : wall}</section>`;
  const more = html`<aside class="read-more-wrap"><h2>${day >= 2 ? "Read next" : "Read more"}</h2><div class="read-more">${related.map((other) => card(other, day))}</div></aside>`;
  if (day >= 2)
    return html`<main class="gh-main"><article class="gh-article post"><header class="gh-article-header gh-canvas"><a class="gh-article-tag" href="/tag/${one.tag}/">${tags[one.tag]}</a><h1 class="gh-article-title is-title">${one.title}</h1><p class="gh-article-excerpt is-body">${one.excerpt}</p><div class="gh-article-meta"><h4 class="gh-article-author-name"><a href="${authorOf(one.author)}">${one.author}</a></h4><time class="gh-article-meta-date" datetime="${one.iso}">${one.shown}</time><span class="gh-article-meta-length"> — ${minutes(one)}</span></div></header>${text}</article></main>${more}`;
  return html`<article class="article post tag-${one.tag}${one.access === "public" && " featured"}"><header class="article-header gh-canvas"><div class="article-tag post-card-tags"><span class="post-card-primary-tag"><a href="/tag/${one.tag}/">${tags[one.tag]}</a></span></div><h1 class="article-title">${one.title}</h1><div class="article-byline"><section class="article-byline-content"><h4 class="author-name"><a href="${authorOf(one.author)}">${one.author}</a></h4><div class="byline-meta-content"><time class="byline-meta-date" datetime="${one.iso}">${one.shown}</time><span class="byline-reading-time"><span class="bull">&bull;</span> ${minutes(one)}</span></div></section></div></header>${text}<section class="article-comments gh-canvas"><h3>${noise.turn % 30} comments</h3><div id="ghost-comments-root"></div></section></article>${more}`;
}

const memberships = (day: SiteDay): Markup =>
  html`<article class="gh-article page"><h1>Membership</h1><div class="tiers">${membershipsOf(day).map(({ name, price, points }) => html`<section class="tier"><h3>${name}</h3><p class="tier-price">${price}</p><ul>${points.map((point) => html`<li>${point}</li>`)}</ul><a href="#/portal/signup/${name.toLowerCase()}" data-portal="signup">Choose ${name}</a></section>`)}</div></article>`;

function frame({ title, main, kind, story }: Shown, address: string, day: SiteDay, noise: Noise): string {
  const data = story && {
    "@context": "https://schema.org",
    "@type": "Article",
    headline: story.title,
    author: { "@type": "Person", name: story.author },
    datePublished: `${story.iso}T06:00:00.000Z`,
    dateModified: `2026-11-${25 + day}T07:00:00.000Z`,
    ...(story.access === "public" ? {} : { isAccessibleForFree: false }),
    description: story.excerpt,
  };
  return html`${raw("<!DOCTYPE html>")}<html lang="en"><head><title>${title}</title><meta charset="utf-8"><link rel="stylesheet" href="/assets/built/screen.css?v=${noise.build}"><link rel="canonical" href="${address}"><meta name="generator" content="Ghost 6.9"><link rel="alternate" type="application/rss+xml" title="Lowvoltage" href="/rss/"><script defer src="/public/cards.min.js?v=${noise.build}"></script><script defer src="/public/member-attribution.min.js?v=${noise.build}" data-key="${noise.token}"></script>${data && html`<script type="application/ld+json">${raw(JSON.stringify(data))}</script>`}</head><body class="${kind}${day >= 2 ? " is-head-left has-serif-body" : " is-head-middle-logo"}"><div class="${day >= 2 ? "gh-viewport" : "viewport"}"><header id="gh-head" class="gh-head outer"><nav><a class="gh-head-logo" href="/">Lowvoltage</a><ul class="nav"><li class="nav-home"><a href="/">Home</a></li><li><a href="/about/">About</a></li><li><a href="/membership/">Membership</a></li>${inUse(day).map((tag) => html`<li><a href="/tag/${tag}/">${tags[tag]}</a></li>`)}</ul><button class="gh-search gh-icon-btn" aria-label="Search this site" data-ghost-search></button><a class="gh-head-link" href="#/portal/signin" data-portal="signin">Sign in</a></nav></header><div class="site-content">${main}</div><footer class="site-footer outer"><section class="copyright"><a href="/">Lowvoltage</a> &copy; 2026</section><div class="gh-powered-by">Published with a press. ${noise.visitors} reading now.</div></footer></div></body></html>`
    .markup;
}
