/** The type that the server named, lower case and without parameters; where it named none, told by how the body begins. */
export function mimeOf(contentType: string | undefined, body: Buffer): string {
  const named = (contentType?.split(/[;,]/, 1)[0] ?? "").trim().toLowerCase();
  // Feeds and maps of sites are often sent as pages; what they are they say themselves.
  if (isHtml(named) && saysItIsData(body)) return "application/xml";
  if (/^[\w.+-]+\/[\w.+-]+$/.test(named)) return named;
  const start = body.subarray(0, 512).toString("latin1").replace(/^ï»¿/, "").trimStart().toLowerCase();
  if (start.startsWith("%pdf-")) return "application/pdf";
  if (start.startsWith("<?xml")) return "application/xml";
  if (/^<(!doctype html|html|head|body|title|meta|!--)/.test(start)) return "text/html";
  if (/^[[{]/.test(start)) return "application/json";
  return start === "" || start.includes("\0") ? "application/octet-stream" : "text/plain";
}

/** Whether the first element is that of a feed or of a map of a site. */
function saysItIsData(body: Buffer): boolean {
  const start = body.subarray(0, 2_048).toString("latin1");
  return /^(?:ï»¿)?\s*(?:(?:<\?[^>]{0,300}>|<!--[^>]{0,600}>)\s*){0,8}<(?:rss|feed|rdf:rdf|urlset|sitemapindex)[\s>]/i.test(
    start,
  );
}

/** Types whose bytes are characters. */
export function isTextual(mime: string): boolean {
  return mime.startsWith("text/") || /^application\/(json|xml|javascript|x-ndjson|[\w.-]+\+(json|xml))$/.test(mime);
}

/** Types that a browser shows as a page of the web. */
export function isHtml(mime: string): boolean {
  return mime === "text/html" || mime === "application/xhtml+xml";
}
