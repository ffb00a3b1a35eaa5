import { AppError } from "@/server/platform/errors";
import { readDate } from "../feeds";
import { childrenOf, decodeXml, descendantsOf, readXml, textOf, type XmlNode } from "../xml";

export interface Sitemap {
  /** `index`: its entries are sitemaps themselves. */
  kind: "index" | "urls";
  entries: SitemapEntry[];
  /** Whether entries were left out because there are more than the protocol allows. */
  isCut: boolean;
}

export interface SitemapEntry {
  /** Absolute, http(s), without fragment. May lie on another host: whether that is followed is the caller's decision. */
  url: string;
  /** ISO 8601, see `readDate`. */
  lastModified: string | null;
  /** 0 to 1. */
  priority: number | null;
  changeFrequency: string | null;
}

/** The address answered with something else. A broken sitemap is read as far as it goes and is no error. */
export class UnreadableSitemapError extends AppError {
  readonly code = "unsupported";
  constructor() {
    super("What the address answered is no sitemap. Check the address, or watch the page itself.");
  }
}

/** What the protocol (sitemaps.org) allows one file to hold. */
const mostEntries = 50_000;
const frequencies = /^(always|hourly|daily|weekly|monthly|yearly|never)$/;

/** Reads a sitemap or an index of sitemaps in XML, whole or broken, and lists of addresses in plain text; unpacked by the caller. */
export function parseSitemap(body: Uint8Array | string, url: string): Sitemap {
  const text = (typeof body === "string" ? body : decodeXml(body)).replace(/^[\ufeff\s]+/, "");
  return text.startsWith("<") ? readXmlSitemap(text, url) : readTextSitemap(text, url);
}

function readXmlSitemap(text: string, url: string): Sitemap {
  const { root, isCut } = readXml(text, url);
  const parts = [...descendantsOf(root)];
  const owners = parts.filter((node) => node.name === "url" || node.name === "sitemap");
  const isSitemap = parts.some((node) => node.name === "urlset" || node.name === "sitemapindex");
  // Some forget the outer element; a document that only has links of its own kind is none.
  if (!isSitemap && !owners.some((node) => childOf(node, "loc"))) throw new UnreadableSitemapError();
  const isIndex =
    parts.some((node) => node.name === "sitemapindex") ||
    (!isSitemap && owners.every((node) => node.name === "sitemap"));
  const entries = new Map<string, SitemapEntry>();
  let found = 0;
  for (const node of owners) {
    const address = resolve(textOf(childOf(node, "loc") ?? node), url);
    if (!address || !childOf(node, "loc") || entries.has(address)) continue;
    if (++found > mostEntries) break;
    const priority = Number.parseFloat(textAt(node, "priority"));
    const frequency = textAt(node, "changefreq").toLowerCase();
    entries.set(address, {
      url: address,
      lastModified: readDate(textAt(node, "lastmod")),
      priority: priority >= 0 && priority <= 1 ? priority : null,
      changeFrequency: frequencies.test(frequency) ? frequency : null,
    });
  }
  return { kind: isIndex ? "index" : "urls", entries: [...entries.values()], isCut: isCut || found > mostEntries };
}

/** One address a line (sitemaps.org, "Other Sitemap formats"); prose is none. */
function readTextSitemap(text: string, url: string): Sitemap {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean);
  const addresses = lines.filter((line) => /^https?:\/\/\S+$/i.test(line));
  if (addresses.length === 0 || addresses.length < lines.length * 0.8) throw new UnreadableSitemapError();
  const unique = [...new Set(addresses.flatMap((line) => resolve(line, url) ?? []))];
  return {
    kind: "urls",
    entries: unique
      .slice(0, mostEntries)
      .map((address) => ({ url: address, lastModified: null, priority: null, changeFrequency: null })),
    isCut: unique.length > mostEntries,
  };
}

/** Extensions bring elements of the same name (an image's place): those have a namespace of their own. */
function childOf(node: XmlNode, name: string): XmlNode | undefined {
  return childrenOf(node).find(
    (child) => child.name === name && (child.space === node.space || child.space === "sitemap"),
  );
}

function textAt(node: XmlNode, name: string): string {
  const child = childOf(node, name);
  return child ? textOf(child).trim() : "";
}

function resolve(written: string, base: string): string | null {
  const address = URL.parse(written.trim(), base);
  if (written.trim() === "" || !address || !/^https?:$/.test(address.protocol)) return null;
  address.hash = "";
  return address.href;
}
