import { type ChildNode, type Element, isTag } from "domhandler";
import { parsePage } from "@/server/crawling/listings";
import { textOf } from "./visible-text";

/** The address by which the page says that it is met again: the only link that is called as it leads. */
export function ownAddressAmong(links: readonly { url: string; text: string }[], page: string): string | null {
  const host = URL.parse(page)?.host;
  const called = links.filter(({ url, text }) => {
    const said = /^(?:https?:\/\/|\/)\S{6,}$/.test(text) ? URL.parse(text, page)?.href : null;
    return said === url && URL.parse(url)?.host === host && !/\.(?:pdf|docx?|xlsx?|zip)$/i.test(url);
  });
  const [only] = new Set(called.map(({ url }) => url));
  return new Set(called.map(({ url }) => url)).size === 1 ? (only ?? null) : null;
}

/** Every link of a page, also of what frames it. */
export function linksOf(html: string, url: string): { url: string; text: string }[] {
  const links: { url: string; text: string }[] = [];
  const waiting: ChildNode[] = [...parsePage(html)].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isTag(node)) continue;
    links.push(...linkOf(node, url));
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at];
      if (child) waiting.push(child);
    }
  }
  return links;
}

export function linkOf(element: Element, base: string): { url: string; text: string }[] {
  const href = element.name === "a" ? element.attribs.href : undefined;
  const url = href ? URL.parse(href, base) : null;
  if (!url || !/^(?:https?|mailto|tel):$/.test(url.protocol)) return [];
  return [{ url: url.href, text: textOf(element) }];
}
