import { type Document, type Element, isTag } from "domhandler";
import { parseDocument } from "htmlparser2";
import { openParts } from "@/lib/open-parts";
import type { CapturedPage } from "../comparison";
import { bareHost, barePath, type LinkContext } from "./link-target";

/** More is cut off: 4 million characters of markup are no page that a person reads. */
const maxCharacters = 4_000_000;

export interface ParsedPage {
  document: Document;
  body: Element | Document;
  links: LinkContext;
  /** The same page in other languages. */
  alternates: ReadonlySet<string>;
  /** Primary language as the page states it ("de"), or null. */
  language: string | null;
}

export function parsePage(page: CapturedPage): ParsedPage {
  const document = parseDocument(openParts(page.html.slice(0, maxCharacters)), { withStartIndices: true });
  let body: Element | null = null;
  let baseHref: string | null = null;
  let canonicalHref: string | null = null;
  let language: string | null = null;
  const alternates: string[] = [];
  for (const element of elementsOf(document)) {
    const { attribs } = element;
    if (element.name === "html") language ??= attribs.lang ?? attribs["xml:lang"] ?? null;
    else if (element.name === "base") baseHref ??= attribs.href ?? null;
    else if (element.name === "link" && /\bcanonical\b/i.test(attribs.rel ?? ""))
      canonicalHref ??= attribs.href ?? null;
    else if (element.name === "link" && attribs.hreflang && attribs.href) alternates.push(attribs.href);
    else if (element.name === "body") body ??= element;
  }
  const base = URL.parse(baseHref ?? "", page.url)?.href ?? page.url;
  const known = [page.url, canonicalHref ?? ""].flatMap((href) => URL.parse(href, page.url) ?? []);
  return {
    document,
    body: body ?? document,
    alternates: new Set(alternates.flatMap((href) => URL.parse(href, base)?.href ?? [])),
    language: language?.trim().toLowerCase().split(/[-_]/)[0] || null,
    links: {
      base,
      ownHosts: new Set([...known, new URL(base)].map(bareHost)),
      ownPaths: new Set(known.map(barePath)),
    },
  };
}

/** Every element in document order, without recursion. */
export function* elementsOf(root: Element | Document): Generator<Element> {
  const stack = [...root.children].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isTag(node)) continue;
    yield node;
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child) stack.push(child);
    }
  }
}
