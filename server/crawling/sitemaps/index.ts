/** Reads sitemaps and indexes of sitemaps. */
export { parseSitemap, type Sitemap, type SitemapEntry, UnreadableSitemapError } from "./parse-sitemap";
export { unpackSitemap } from "./unpack-sitemap";
