import type { Element } from "domhandler";
import { buildSelector } from "./build-selector";
import { loadsOnScroll } from "./loads-on-scroll";
import { formOf } from "./next-form";
import { saysMore } from "./next-words";
import { isSamePath, type PageInHand, usable } from "./page-in-hand";
import type { NextPage } from "./types";

const urlAttributes = [
  "data-url",
  "data-href",
  "data-next",
  "data-next-url",
  "data-next-page",
  "data-load-more-url",
  "hx-get",
  "data-hx-get",
  "href",
];

function statedUrl(element: Element, page: PageInHand): string | null {
  for (const name of urlAttributes) {
    const value = element.attribs[name];
    if (value === undefined || !/[/?=]/.test(value)) continue;
    const url = usable(value, page);
    if (url) return url;
  }
  return null;
}

/** An address at which a script only begins: where in the list it stands is in other values of the button, or in none. */
function isCompleted({ attribs }: Element, url: string): boolean {
  const { search, pathname } = new URL(url);
  const places = Object.entries(attribs).filter(([name, value]) => name.startsWith("data-") && /^\d{1,6}$/.test(value));
  const isIn = (place: string) => new RegExp(`(?<!\\d)${place}(?!\\d)`).test(pathname + search);
  return places.every(([, place]) => isIn(place)) && (search !== "" || /\d/.test(pathname));
}

/** A button that adds records to those that are shown. */
export function loadMore(page: PageInHand): NextPage | null {
  const controls = page.controls.filter(
    ({ element, text, hints }) =>
      saysMore(text) || hints.some(saysMore) || /(?:^|[\s_-])load-?more(?:$|[\s_-])/i.test(element.attribs.class ?? ""),
  );
  // "See more" on each of many cards, or with an address of its own, leads to one thing and not to more of them.
  const control = controls.find((one) => one.element.name !== "a" || !usable(one.href, page) || isSamePath(one, page));
  if (!control || controls.length > 2) return null;
  const stated = statedUrl(control.element, page);
  const isOwn = stated !== null && usable(control.href, page) === stated;
  const url = stated && (isOwn || isCompleted(control.element, stated)) ? stated : null;
  const sent = url ? null : formOf(control.element, page.elements, page.base);
  if (sent?.kind === "form" && sent.method === "post") return sent;
  const selector = buildSelector([control.element], page.tree.children);
  return url ? { kind: "load_more", selector, url } : { kind: "load_more", selector };
}

/** What scripts for endless lists leave in the page. */
export function scrolled(page: PageInHand): NextPage | null {
  for (const element of page.elements) {
    const { attribs } = element;
    const isHint =
      /(?:^|[\s_-])(?:infinite-?scroll|endless-?scroll|scroll-?sentinel|infinite-?loader)(?:$|[\s_-])/i.test(
        `${attribs.class ?? ""} ${attribs.id ?? ""}`,
      ) ||
      Object.keys(attribs).some((name) => /^data-(?:infinite|endless)/.test(name)) ||
      /\b(?:revealed|intersect)\b/.test(attribs["hx-trigger"] ?? "");
    if (!isHint) continue;
    const url = statedUrl(element, page);
    return url ? { kind: "scroll", url } : { kind: "scroll" };
  }
  return loadsOnScroll(page.html) ? { kind: "scroll" } : null;
}
