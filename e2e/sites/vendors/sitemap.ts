import { html, raw } from "../ground/html";
import type { Reply } from "../ground/start-site";

/** A map of a site as generators write it: the day of the build stands at every page, whether it has changed or not. */
export function sitemapOf(origin: string, paths: string[], built: string): Reply {
  return {
    headers: { "content-type": "application/xml" },
    body: html`${raw('<?xml version="1.0" encoding="UTF-8"?>')}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths.map((path) => html`<url><loc>${origin}${path}</loc><lastmod>${built}</lastmod></url>\n`)}</urlset>`
      .markup,
  };
}

/** A map of maps. */
export function sitemapIndexOf(origin: string, paths: string[]): Reply {
  return {
    headers: { "content-type": "application/xml" },
    body: html`${raw('<?xml version="1.0" encoding="UTF-8"?>')}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths.map((path) => html`<sitemap><loc>${origin}${path}</loc></sitemap>`)}</sitemapindex>`
      .markup,
  };
}

export const asText = (body: string): Reply => ({ headers: { "content-type": "text/plain; charset=utf-8" }, body });
