export interface RobotsLine {
  key: "user-agent" | "allow" | "disallow" | "crawl-delay" | "sitemap";
  value: string;
}

/** RFC 9309, 2.5: a crawler reads at least this much; what follows may be dropped, and is. */
const readableBytes = 500 * 1024;
/** No address that anybody fetches is longer. */
const lineLength = 16_664;

// Misspellings that the large crawlers forgive, so that their authors never notice.
const keys: Record<string, RobotsLine["key"]> = {
  "user-agent": "user-agent",
  useragent: "user-agent",
  "user agent": "user-agent",
  allow: "allow",
  disallow: "disallow",
  dissallow: "disallow",
  dissalow: "disallow",
  disalow: "disallow",
  diasllow: "disallow",
  disallaw: "disallow",
  "crawl-delay": "crawl-delay",
  crawldelay: "crawl-delay",
  sitemap: "sitemap",
  "site-map": "sitemap",
};

/** The lines that mean something, with comments, byte order mark and unknown keys left out. */
export function* readLines(text: string): Generator<RobotsLine> {
  const body = withinBytes(asUtf8(text).replace(/^\ufeff/, ""), readableBytes);
  for (const raw of body.split(/\r\n|\r|\n/)) {
    const line = (raw.split("#", 1)[0] ?? "").slice(0, lineLength).trim();
    const colon = line.indexOf(":");
    // Without a colon, two words are still a key and its value; more are prose.
    const words = colon < 0 ? line.split(/\s+/) : [];
    if (colon < 0 && words.length !== 2) continue;
    const name = colon < 0 ? (words[0] ?? "") : line.slice(0, colon).trim();
    const key = Object.hasOwn(keys, name.toLowerCase()) ? keys[name.toLowerCase()] : undefined;
    if (key) yield { key, value: colon < 0 ? (words[1] ?? "") : line.slice(colon + 1).trim() };
  }
}

function withinBytes(text: string, limit: number): string {
  if (text.length * 3 <= limit) return text;
  const bytes = Buffer.from(text);
  return bytes.length <= limit ? text : bytes.subarray(0, limit).toString();
}

/** The standard says UTF-8; servers that name another charset, or none, had their bytes taken for Latin-1 letters on the way here. */
function asUtf8(text: string): string {
  if (!/^[\0-\u00ff]*$/.test(text) || /^[\0-\u007f]*$/.test(text)) return text;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(text, "latin1"));
  } catch {
    return text;
  }
}
