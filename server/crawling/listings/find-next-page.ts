import { type Element, isTag } from "domhandler";
import { buildSelector } from "./build-selector";
import { loadMore, scrolled } from "./more-records";
import { formOf } from "./next-form";
import { nextOption } from "./next-option";
import { nextArrows, saysLast, saysNext } from "./next-words";
import { countedNext, numberedNext } from "./numbered-pages";
import { type Control, controlsOf, selectorByWords } from "./page-controls";
import { follow, isSamePath, type PageInHand, usable } from "./page-in-hand";
import { baseOf } from "./page-links";
import { type PageTree, readPageTree } from "./page-tree";
import { plainText } from "./plain-text";
import type { NextPage } from "./types";

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

function statedNext(page: PageInHand): NextPage | null {
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

function wordedNext(page: PageInHand): NextPage | null {
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
function fetchedNext(page: PageInHand): NextPage | null {
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
function turned(page: PageInHand): NextPage | null {
  const control = page.controls.find(
    ({ element, text, hints, href }) =>
      (element.name === "button" || !href || /^\s*(?:#|javascript:)/i.test(href)) &&
      (saysNext(text) || hints.some(saysNext) || (nextArrows.has(text) && isBeforeLastPage(element))),
  );
  return control ? { kind: "turn", selector: selectorByWords(control) } : turnedByNumbers(page);
}

const marked = /^(?:is-)?(?:active|current|selected)$/i;

/** Numbers without addresses, of which the next is the one behind that of the page that is shown. */
function turnedByNumbers({ controls, tree }: PageInHand): NextPage | null {
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

/** A choice of the numbers of all pages: its next number, as the form around it sends it or as the address that it stands for. */
function chosenNext(page: PageInHand): NextPage | null {
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
