import type { Reply } from "../ground/start-site";
import { asText, sitemapIndexOf, sitemapOf } from "./sitemap";
import { groups, pathOf, productsOf } from "./storefront-content";
import type { Noise, SiteDay } from "./watched-site";

/** What the shop's system tells crawlers. */
export function forCrawlers(path: string, origin: string, day: SiteDay, noise: Noise): Reply | null {
  const built = `2026-11-${24 + day}`;
  if (path === "/robots.txt")
    return asText(
      `User-agent: *\nDisallow: /admin\nDisallow: /cart\nDisallow: /checkout\nDisallow: /collections/*sort_by*\nDisallow: /*?*filter*&*filter*\nDisallow: /recommendations/products\nSitemap: ${origin}/sitemap.xml\n`,
    );
  if (path === "/sitemap.xml")
    return sitemapIndexOf(origin, [
      `/sitemap_products_1.xml?from=1&to=${noise.build.length}9`,
      "/sitemap_collections_1.xml",
    ]);
  if (path === "/sitemap_products_1.xml") return sitemapOf(origin, ["/", ...productsOf(day).map(pathOf)], built);
  if (path === "/sitemap_collections_1.xml")
    return sitemapOf(
      origin,
      ["all", ...groups].map((group) => `/collections/${group}`),
      built,
    );
  return null;
}
