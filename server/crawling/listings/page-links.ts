import { type Element, isTag } from "domhandler";
import { isRoute } from "@/lib/canonical-url";
import type { PageTree } from "./page-tree";

/** Against what the page's relative addresses are read: its `<base>` or itself. Null when neither is an address. */
export function baseOf(tree: PageTree, url: string): URL | null {
  const page = URL.canParse(url) ? new URL(url) : null;
  const stack = [...tree.children];
  // A base stands in the head, near the beginning; further down nobody would honour it.
  for (let looked = 0; stack.length > 0 && looked < 400; looked++) {
    const node = stack.shift();
    if (!node || !isTag(node)) continue;
    if (node.name === "base" && node.attribs.href && URL.canParse(node.attribs.href, page?.href))
      return new URL(node.attribs.href, page?.href);
    if (node.name === "html" || node.name === "head") stack.unshift(...node.children.slice(0, 300));
  }
  return page;
}

/** Absolute http(s) address without a mere place on its page; null for anything else, and for a place on the page itself. */
export function absoluteUrl(href: string | null | undefined, base: URL | null): string | null {
  const value = href?.trim();
  if (!value || (value.startsWith("#") && !isRoute(value)) || value.length > 4_000 || !URL.canParse(value, base?.href))
    return null;
  const url = new URL(value, base?.href);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  if (!isRoute(url.hash)) url.hash = "";
  return url.href;
}

/** Where a click on the element leads though it is no link: data attributes and the plain forms of `onclick`. */
export function clickTarget(element: Element): string | null {
  const { attribs } = element;
  for (const name of ["data-href", "data-url", "data-link", "data-target-url"]) if (attribs[name]) return attribs[name];
  const click = attribs.onclick?.slice(0, 500);
  return click
    ? (/(?:location(?:\.href)?\s?=|window\.open\()\s?['"]([^'"]{1,400})['"]/.exec(click)?.[1] ?? null)
    : null;
}
