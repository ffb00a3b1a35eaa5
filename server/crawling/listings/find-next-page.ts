import { type Element, isTag } from "domhandler";
import { isRoute, withoutPathSession } from "@/lib/canonical-url";
import { buildSelector } from "./build-selector";
import { loadsOnScroll } from "./loads-on-scroll";
import { formOf } from "./next-form";
import { nextOption } from "./next-option";
import { nextArrows, saysLast, saysMore, saysNext } from "./next-words";
import { type Control, controlsOf, selectorByWords } from "./page-controls";
import { absoluteUrl, baseOf } from "./page-links";
import { firstPageOf, pageNumbersOf } from "./page-numbers";
import { type PageTree, readPageTree } from "./page-tree";
import { plainText } from "./plain-text";
import type { NextPage } from "./types";

interface Page {
  tree: PageTree;
  controls: Control[];
  elements: Element[];
  base: URL | null;
  url: string;
  html: string;
}

/**
 * How to come to the listing's next page: by what the page says of itself (`rel=next`), by words and arrows, by page numbers in
 * texts and addresses, by a button that loads more, or by scrolling. Null on the last page and where there are no pages. Only
 * addresses of the same host are given. Pure; never throws on any input.
 */
export function findNextPage(html: string, url: string): NextPage | null {
  if (!URL.canParse(url)) return null;
  const tree = readPageTree(html);
  const elements = tree.nodes.map(({ element }) => element);
  const page = { tree, controls: controlsOf(tree), elements, base: baseOf(tree, url), url, html };
  return (
    statedNext(page) ??
    wordedNext(page) ??
    numberedNext(page) ??
    countedNext(page) ??
    chosenNext(page) ??
    fetchedNext(page) ??
    loadMore(page) ??
    turned(page) ??
    scrolled(page)
  );
}

/** An address of the same host that is not the page itself. */
function usable(href: string | null | undefined, { base, url }: Page): string | null {
  const written = absoluteUrl(href, base);
  if (!written) return null;
  const target = withoutPathSession(written);
  const here = new URL(withoutPathSession(url));
  if (!isRoute(here.hash)) here.hash = "";
  const host = (one: string) => new URL(one).hostname.replace(/^www\./, "");
  return target !== here.href && host(target) === host(url) ? target : null;
}

function statedNext(page: Page): NextPage | null {
  const inHead = headLinks(page.tree);
  const inBody = page.controls.map(({ element }) => element);
  for (const element of [...inHead, ...inBody]) {
    if (!/(?:^|\s)next(?:\s|$)/i.test(element.attribs.rel ?? "")) continue;
    const url = usable(element.attribs.href, page);
    if (url) return { kind: "link", url };
  }
  return null;
}

/** The head is no visible part of the page, so it is looked at here. */
function headLinks({ children }: PageTree): Element[] {
  const top = children.filter(isTag);
  const parts = top.flatMap((node) => (node.name === "html" ? node.children.filter(isTag) : [node]));
  return parts
    .flatMap((node) => (node.name === "head" ? node.children.filter(isTag) : [node]))
    .filter(({ name }) => name === "link");
}

function wordedNext(page: Page): NextPage | null {
  const worded = page.controls.filter(({ text, hints }) => saysNext(text) || hints.some(saysNext));
  const isPager = page.controls.some(({ text }) => /^\d{1,4}$/.test(text));
  const isCounted = (one: Control) => isBeforeLastPage(one.element);
  // A lone arrow may turn anything; among page numbers, or back to this very path, it turns the page.
  const arrows = page.controls.filter(
    (one) => nextArrows.has(one.text) && (isPager || isCounted(one) || isSamePath(one, page)),
  );
  // Where both stand side by side, the double arrow leads to the last page.
  const isDouble = ({ text }: Control) => text === "»" || text === "≫";
  const single = arrows.filter((one) => !isDouble(one));
  // Among numbers that say which page comes next it leads past it.
  const double = numberedNext(page) ? [] : arrows.filter(({ hints }) => !hints.some(saysLast));
  for (const control of [...worded, ...(single.length > 0 ? single : double)]) {
    const next = follow(control, page);
    if (next) return next;
  }
  return null;
}

/** Elements that put in their own place what stands at their address, once they are seen. */
const fetchers = new Set(["turbo-frame", "include-fragment"]);

/** A part of the page that a framework fetches when it is scrolled to: the same list, with the number of a page. */
function fetchedNext(page: Page): NextPage | null {
  const here = new URL(page.url);
  for (const { name, attribs } of page.elements) {
    const isSeen = /revealed|intersect/.test(attribs["hx-trigger"] ?? attribs["data-hx-trigger"] ?? "");
    const address = fetchers.has(name) ? attribs.src : isSeen ? (attribs["hx-get"] ?? attribs["data-hx-get"]) : null;
    const url = usable(address, page);
    const next = url && new URL(url);
    const isFurther = ([key, value]: [string, string]) => {
      const at = here.searchParams.get(key) ?? "0";
      return /^\d{1,5}$/.test(value) && /^\d{1,5}$/.test(at) && Number(value) > Number(at);
    };
    if (next && next.pathname === here.pathname && [...next.searchParams].some(isFurther))
      return { kind: "link", url: next.href };
  }
  return null;
}

const pageOfPages = /(?:^|[^\d.,])(\d{1,4})\s*(?:\/|of|von|sur|de|di|van|z|av|af)\s*(\d{1,4})(?![\d.,])/iu;

/** "Page 2 / 7" beside the control, or beside the item of a list in which it stands: there is a further page. */
function isBeforeLastPage(element: Element): boolean {
  const { parent } = element;
  if (!parent || !isTag(parent)) return false;
  const outer = /^(?:li|td|span)$/.test(parent.name) && parent.parent && isTag(parent.parent) ? parent.parent : parent;
  const [, number, count] = pageOfPages.exec(plainText(outer).slice(0, 200)) ?? [];
  return number !== undefined && Number(number) < Number(count);
}

/** A button without an address or a form, by which a script puts the next page in the place of this one. */
function turned(page: Page): NextPage | null {
  const control = page.controls.find(
    ({ element, text, hints, href }) =>
      (element.name === "button" || !href || /^\s*(?:#|javascript:)/i.test(href)) &&
      (saysNext(text) || hints.some(saysNext) || (nextArrows.has(text) && isBeforeLastPage(element))),
  );
  return control ? { kind: "turn", selector: selectorByWords(control) } : turnedByNumbers(page);
}

const marked = /^(?:is-)?(?:active|current|selected)$/i;

/** Numbers without addresses, of which the next is the one behind that of the page that is shown. */
function turnedByNumbers({ controls, tree }: Page): NextPage | null {
  const numbers = controls.filter(
    ({ text, element, href }) => /^\d{1,4}$/.test(text) && (element.name === "button" || !href),
  );
  for (const { element, text } of numbers) {
    const { parent, attribs } = element;
    const name = (attribs.class ?? "").split(/\s+/).find((one) => marked.test(one));
    const mark = attribs["aria-current"] ? "[aria-current]" : name ? `.${name}` : null;
    if (!parent || !isTag(parent)) continue;
    const beside = parent.children.filter(isTag);
    const [before, next] = [-1, 1].map((step) => beside[beside.indexOf(element) + step]);
    const isNext = numbers.some((one) => one.element === next && Number(one.text) === Number(text) + 1);
    const behind = (shown: string) =>
      `${buildSelector([parent], tree.children)} > ${element.name}${shown} + ${element.name}`;
    if (mark !== null && isNext && next?.name === element.name) return { kind: "turn", selector: behind(mark) };
    // The number of the page that is shown cannot be pressed.
    const isShownOff = before?.name === element.name && "disabled" in before.attribs;
    if (isShownOff && Number(plainText(before)) === Number(text) - 1)
      return { kind: "turn", selector: `${behind("[disabled]")}:not([disabled])` };
  }
  return null;
}

function isSamePath({ href }: Control, page: Page): boolean {
  const url = usable(href, page);
  return url !== null && new URL(url).pathname === withoutPathSession(new URL(page.url).pathname);
}

function follow({ element, href }: Control, page: Page): NextPage | null {
  const url = href && !/^\s*javascript:/i.test(href) ? usable(href, page) : null;
  return url ? { kind: "link", url } : formOf(element, page.elements, page.base);
}

/** Links that say 1 2 3: the one after the page that is marked as shown, or that is no link. */
function numberedNext(page: Page): NextPage | null {
  const numbers = page.controls.filter(({ text }) => /^\d{1,4}$/.test(text));
  if (numbers.length === 0) return null;
  const current = currentNumber(page, numbers);
  if (current === null) return null;
  const next = numbers.find(({ text }) => Number(text) === current + 1) ?? dotsBehind(page, numbers, current);
  return next ? follow(next, page) : null;
}

/** Behind the last of the numbers that are shown at once, dots lead on to the next of them. */
function dotsBehind({ controls }: Page, numbers: readonly Control[], current: number): Control | undefined {
  if (numbers.some(({ text }) => Number(text) > current)) return undefined;
  const last = numbers.at(-1);
  return controls.slice(last ? controls.indexOf(last) + 1 : 0).find(({ text }) => /^(?:\.{2,3}|…)$/.test(text));
}

/** Names of classes, their words parted, that mark which of several is shown: `active`, `current-page`, `rgCurrentPage`. */
const isShown = /(?:^|[\s_-])(?:(?:current|active|selected)(?:$|[\s_-])|on(?:$|\s))/i;

function currentNumber(page: Page, numbers: Control[]): number | null {
  const marked = page.elements.find(
    ({ attribs }) => attribs["aria-current"] === "page" || attribs["aria-current"] === "true",
  );
  const stated = marked ? digits(marked) : null;
  if (stated !== null) return stated;
  const pager = pagerOf(numbers);
  if (!pager) return null;
  const inside = [...pager.children].filter(isTag).slice(0, 200);
  const own = new Set(numbers.map(({ element }) => element));
  for (const child of inside) {
    const names = `${child.attribs.class ?? ""} ${child.children.filter(isTag)[0]?.attribs.class ?? ""}`;
    const isMarked = isShown.test(names.replace(/(?<=[a-z])(?=[A-Z])/g, "-"));
    const holdsLink = own.has(child) || child.children.some((one) => isTag(one) && own.has(one));
    const number = digits(child);
    if (number !== null && (isMarked || !holdsLink)) return number;
  }
  return bareNumber(pager);
}

/** A number that stands between the links as mere text: `1 <a>2</a> <a>3</a>`. */
function bareNumber(pager: Element): number | null {
  for (const child of pager.children) {
    if (child.type !== "text") continue;
    const found = /(?:^|[\s|[])(\d{1,4})(?:$|[\s|\]])/.exec(child.data);
    if (found) return Number(found[1]);
  }
  return null;
}

/** What holds most of the numbers: their parent, or the parent of their list items. */
function pagerOf(numbers: Control[]): Element | null {
  const counts = new Map<Element, number>();
  for (const { element } of numbers) {
    const { parent } = element;
    if (!parent || !isTag(parent)) continue;
    const outer =
      parent.parent && isTag(parent.parent) && /^(?:li|span|td|div)$/.test(parent.name) ? parent.parent : null;
    for (const holder of [parent, outer]) if (holder) counts.set(holder, (counts.get(holder) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best?.[0] ?? null;
}

function digits(element: Element): number | null {
  const parts: string[] = [];
  const stack = element.children.slice(0, 20);
  for (let looked = 0; stack.length > 0 && looked < 20; looked++) {
    const node = stack.pop();
    if (!node) break;
    if (node.type === "text") parts.push(node.data.trim());
    else if (isTag(node)) stack.push(...node.children.slice(0, 20));
  }
  const [, number] = /^\[?\s?(\d{1,4})\s?\]?$/.exec(parts.join("")) ?? [];
  return number === undefined ? null : Number(number);
}

/** Links to this very address but for a higher page number or offset: the smallest step up. */
function countedNext(page: Page): NextPage | null {
  const own = withoutPathSession(page.url);
  const here = pageNumbersOf(own);
  let best: { url: string; value: number } | null = null;
  for (const { href } of page.controls) {
    const url = usable(href, page);
    if (!url) continue;
    for (const { rest, value, isOffset } of pageNumbersOf(url)) {
      const marker = rest.slice(rest.lastIndexOf("#") + 1);
      const same = here.find((one) => one.rest === rest);
      const isFirst = !same && firstPageOf(own, marker) === rest;
      if (!same && !isFirst) continue;
      const current = same?.value ?? (isOffset ? 0 : 1);
      // Without a number of its own the page is the first, whether pages count from 0 or from 1.
      if (value > current && (best === null || value < best.value) && (isOffset || value - current <= 1))
        best = { url, value };
    }
  }
  return best ? { kind: "link", url: best.url } : null;
}

/** A choice of the numbers of all pages: its next number, as the form around it sends it or as the address that it stands for. */
function chosenNext(page: Page): NextPage | null {
  const selects = page.elements.flatMap(({ children }) =>
    children.filter(isTag).filter(({ name }) => name === "select"),
  );
  for (const select of selects) {
    const option = nextOption(select);
    if (option === null) continue;
    const { name, onchange = "" } = select.attribs;
    const url = /[/?=]/.test(option) ? usable(option, page) : null;
    if (url) return { kind: "link", url };
    const sent = name || /__doPostBack/.test(onchange) ? formOf(select, page.elements, page.base) : null;
    if (sent?.kind === "form") return { ...sent, fields: { ...sent.fields, ...(name ? { [name]: option } : {}) } };
  }
  return null;
}

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

function statedUrl(element: Element, page: Page): string | null {
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

function loadMore(page: Page): NextPage | null {
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
function scrolled(page: Page): NextPage | null {
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
