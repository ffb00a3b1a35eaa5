import { escapeHtml } from "../ground/html";
import { siteName } from "./pages";
import { listingChangedAt, type Register } from "./register";

export function robotsText(origin: string): string {
  return `User-agent: *\nDisallow: /staff/\nDisallow: /desk\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`;
}

export function sitemapXml(register: Register, origin: string): string {
  const urls = [
    { url: `${origin}/tenders`, at: listingChangedAt(register) },
    ...register.all().map((tender) => ({ url: `${origin}/tenders/${tender.slug}`, at: tender.updatedAt })),
  ];
  const entries = urls.map(({ url, at }) => `<url><loc>${url}</loc><lastmod>${at.toISOString()}</lastmod></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("\n")}\n</urlset>\n`;
}

export function feedXml(register: Register, origin: string): string {
  const items = register
    .listed()
    .slice(0, 20)
    .map(
      (tender) => `<item><title>${escapeHtml(tender.title)}</title><link>${origin}/tenders/${tender.slug}</link>
<guid isPermaLink="false">${tender.reference}</guid><pubDate>${tender.publishedAt.toUTCString()}</pubDate>
<description>${escapeHtml(`${tender.buyer}: ${tender.summary}`)}</description></item>`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>${siteName}: new tenders</title><link>${origin}/tenders</link>
<description>What public buyers want to buy</description><language>en-gb</language>
<lastBuildDate>${listingChangedAt(register).toUTCString()}</lastBuildDate>\n${items.join("\n")}\n</channel></rss>\n`;
}
