import { isRoute } from "@/lib/canonical-url";
import type { PageLink } from "./page-content";
import type { PageScan, ScannedElement } from "./scanned-page";

/** All links of a page that lead to http or https, in document order, each address and text once; then the pages that it shows in frames. */
export function readLinks(scan: PageScan, base: string, isInMain: (element: ScannedElement) => boolean): PageLink[] {
  const links = new Map<string, PageLink>();
  for (const { href, rel, text, isDownload, at } of scan.links) {
    const url = absoluteUrl(href, base);
    if (!url) continue;
    const element = scan.elements[at] ?? scan.elements[0];
    const inMain = element !== undefined && isInMain(element);
    const key = `${url}\n${text}`;
    const known = links.get(key);
    if (known) known.inMain ||= inMain;
    else links.set(key, { url, text, rel: rel.trim().toLowerCase(), inMain, ...(isDownload ? { isDownload } : {}) });
  }
  for (const { src, at } of scan.frames) {
    const url = absoluteUrl(src, base);
    const element = scan.elements[at] ?? scan.elements[0];
    const inMain = element !== undefined && isInMain(element);
    if (url && url !== base) links.set(`${url}\nframe`, { url, text: "", rel: "", inMain, isFrame: true });
  }
  return [...links.values()];
}

/** An absolute http or https address without a mere place on its page; null for anything else. */
export function absoluteUrl(href: string, base: string): string | null {
  const trimmed = href.trim();
  if (trimmed.length > 8_000) return null;
  const plain = plainUrl(trimmed, base);
  if (plain !== null) return plain;
  try {
    const url = new URL(trimmed, base);
    if (url.protocol !== "http:" && url.protocol !== "https:") return null;
    if (!isRoute(url.hash)) url.hash = "";
    return url.href;
  } catch {
    return null;
  }
}

const plainOrigin = /^https?:\/\/(?:[a-z0-9-]+\.)+[a-z]{2,}(?=\/)/;
const plainPath = /^\/(?!\/)[\w\-./~]*(?:\?[\w\-./~=&;:,+]*)?$/;

/**
 * Most links of a page are written as the URL standard would write them: told from their characters, they need not be taken apart and
 * put together again. Null for all that might be written otherwise (dots as path segments, numbers or punycode as hosts, escapes, ports).
 */
function plainUrl(href: string, base: string): string | null {
  const hash = href.indexOf("#");
  if (hash !== -1 && isRoute(href.slice(hash))) return null;
  const rest = hash === -1 ? href : href.slice(0, hash);
  const isRooted = rest.charCodeAt(0) === 0x2f;
  const origin = plainOrigin.exec(isRooted ? base : rest)?.[0];
  if (origin === undefined || origin.includes("xn--")) return null;
  const path = isRooted ? rest : rest.slice(origin.length);
  return plainPath.test(path) && !path.includes("/.") ? origin + path : null;
}

/** The address that relative links of the page start from: its own, or what its base element says. */
export function baseUrl(scan: PageScan, url: string): string {
  return (scan.baseHref !== null ? absoluteUrl(scan.baseHref, url) : null) ?? url;
}
