/** Well-known namespaces: address (lower case, without a slash at its end) to the short name that the readers use. */
const shortNames: Record<string, string> = {
  "http://www.w3.org/2005/atom": "atom",
  "http://purl.org/atom/ns#": "atom",
  "http://example.com/necho": "atom",
  "http://purl.org/echo": "atom",
  "uri/of/echo/namespace#": "atom",
  "http://purl.org/pie": "atom",
  "http://purl.org/rss/1.0": "rss",
  "http://my.netscape.com/rdf/simple/0.9": "rss",
  "http://channel.netscape.com/rdf/simple/0.9": "rss",
  "http://my.netscape.com/publish/formats/rss-0.91.dtd": "rss",
  "http://backend.userland.com/rss": "rss",
  "http://backend.userland.com/rss2": "rss",
  "http://blogs.law.harvard.edu/tech/rss": "rss",
  "http://backend.userland.com/rss091": "rss",
  "http://www.rssboard.org/rss-specification": "rss",
  "http://purl.org/net/rss1.1#": "rss",
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
  "http://purl.org/dc/elements/1.1": "dc",
  "http://purl.org/dc/elements/1.0": "dc",
  "http://purl.org/dc/terms": "dcterms",
  "http://purl.org/rss/1.0/modules/content": "content",
  "http://search.yahoo.com/mrss": "media",
  "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
  "http://www.w3.org/1999/xhtml": "xhtml",
  "http://www.w3.org/2000/svg": "svg",
  "http://www.sitemaps.org/schemas/sitemap/0.9": "sitemap",
  "http://www.google.com/schemas/sitemap/0.84": "sitemap",
};

// Prefixes that documents use without declaring them.
const usualPrefixes = new Set(["atom", "rss", "rdf", "dc", "dcterms", "content", "media", "itunes", "xhtml"]);

export function namespaceOf(address: string): string {
  const key = address
    .trim()
    .toLowerCase()
    .replace(/^https:/, "http:")
    .replace(/\/+$/, "");
  return Object.hasOwn(shortNames, key) ? (shortNames[key] ?? key) : key;
}

export function namespaceOfUndeclared(prefix: string): string {
  return usualPrefixes.has(prefix) ? prefix : prefix === "" ? "" : `undeclared:${prefix}`;
}
