import { html, raw } from "../ground/html";
import type { Reply } from "../ground/start-site";
import { articlePath, articlesOf, categoryPath, distinct, studiesOf, studyPath } from "./elementor-content";
import { asText, sitemapIndexOf, sitemapOf } from "./sitemap";
import type { SiteDay } from "./watched-site";

/** The feed of the consultancy's blog, its maps and its rules for crawlers, as the publishing system gives them. */
export function forMachines(path: string, origin: string, day: SiteDay): Reply | null {
  if (path === "/feed/") return feed(origin, day);
  if (path === "/robots.txt")
    return asText(
      `User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n\nSitemap: ${origin}/wp-sitemap.xml\n`,
    );
  if (path === "/wp-sitemap.xml")
    return sitemapIndexOf(
      origin,
      maps.map((kind) => `/wp-sitemap-${kind}-1.xml`),
    );
  const kind = maps.find((one) => path === `/wp-sitemap-${one}-1.xml`);
  return kind ? sitemapOf(origin, mapped[kind](day), `2026-11-${24 + day}`) : null;
}

const mapped = {
  "posts-post": (day: SiteDay) => articlesOf(day).map(articlePath),
  "posts-page": () => ["/", "/services/", "/case-studies/", "/team/", "/insights/", "/contact/"],
  "posts-case_study": (day: SiteDay) => studiesOf(day).map(studyPath),
  "taxonomies-category": (day: SiteDay) => distinct(articlesOf(day).map(({ category }) => categoryPath(category))),
} as const;
const maps = Object.keys(mapped) as (keyof typeof mapped)[];

function feed(origin: string, day: SiteDay): Reply {
  const items = articlesOf(day).map(
    (one) =>
      html`<item><title>${one.title}</title><link>${origin}${articlePath(one)}</link><dc:creator>${one.author}</dc:creator><pubDate>${new Date(`${one.date}T07:00:00Z`).toUTCString().replace("GMT", "+0000")}</pubDate><category>${one.category}</category><guid isPermaLink="false">${origin}/?p=${Math.floor(Date.parse(one.date) / 86_400_000)}</guid><description>${one.text[0]}</description></item>`,
  );
  return {
    headers: { "content-type": "application/rss+xml; charset=UTF-8" },
    body: html`${raw('<?xml version="1.0" encoding="UTF-8"?>')}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Vonlanthen Reyes</title><link>${origin}</link><description></description><sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">hourly</sy:updatePeriod>${items}</channel></rss>`
      .markup,
  };
}
