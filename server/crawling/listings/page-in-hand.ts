import type { Element } from "domhandler";
import { isRoute, withoutPathSession } from "@/lib/canonical-url";
import { formOf } from "./next-form";
import type { Control } from "./page-controls";
import { absoluteUrl } from "./page-links";
import type { PageTree } from "./page-tree";
import type { NextPage } from "./types";

/** A page of a listing, as the ways to its next page look at it. */
export interface PageInHand {
  tree: PageTree;
  controls: Control[];
  elements: Element[];
  base: URL | null;
  url: string;
  html: string;
}

/** An address of the same host that is not the page itself. */
export function usable(href: string | null | undefined, { base, url }: PageInHand): string | null {
  const written = absoluteUrl(href, base);
  if (!written) return null;
  const target = withoutPathSession(written);
  const here = new URL(withoutPathSession(url));
  if (!isRoute(here.hash)) here.hash = "";
  const host = (one: string) => new URL(one).hostname.replace(/^www\./, "");
  return target !== here.href && host(target) === host(url) ? target : null;
}

/** Whether a control leads to this very path, with something else behind it. */
export function isSamePath({ href }: Control, page: PageInHand): boolean {
  const url = usable(href, page);
  return url !== null && new URL(url).pathname === withoutPathSession(new URL(page.url).pathname);
}

/** Where a control leads: by its address, or by the form that it sends. */
export function follow({ element, href }: Control, page: PageInHand): NextPage | null {
  const url = href && !/^\s*javascript:/i.test(href) ? usable(href, page) : null;
  return url ? { kind: "link", url } : formOf(element, page.elements, page.base);
}
