/** The type that the server named, lower case and without parameters; where it named none, told by how the body begins. */
export function mimeOf(contentType: string | undefined, body: Buffer): string {
  const named = (contentType?.split(/[;,]/, 1)[0] ?? "").trim().toLowerCase();
  if (/^[\w.+-]+\/[\w.+-]+$/.test(named)) return named;
  const start = body.subarray(0, 512).toString("latin1").replace(/^ï»¿/, "").trimStart().toLowerCase();
  if (start.startsWith("%pdf-")) return "application/pdf";
  if (start.startsWith("<?xml")) return "application/xml";
  if (/^<(!doctype html|html|head|body|title|meta|!--)/.test(start)) return "text/html";
  if (/^[[{]/.test(start)) return "application/json";
  return start === "" || start.includes("\0") ? "application/octet-stream" : "text/plain";
}

/** Types whose bytes are characters. */
export function isTextual(mime: string): boolean {
  return mime.startsWith("text/") || /^application\/(json|xml|javascript|x-ndjson|[\w.-]+\+(json|xml))$/.test(mime);
}

/** Types that a browser shows as a page of the web. */
export function isHtml(mime: string): boolean {
  return mime === "text/html" || mime === "application/xhtml+xml";
}
