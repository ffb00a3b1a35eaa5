import { type Element, isTag } from "domhandler";
import { withoutPathSession } from "@/lib/canonical-url";
import type { Control } from "./page-controls";
import { follow, type PageInHand, usable } from "./page-in-hand";
import { firstPageOf, pageNumbersOf } from "./page-numbers";
import type { NextPage } from "./types";

/** Links that say 1 2 3: the one after the page that is marked as shown, or that is no link. */
export function numberedNext(page: PageInHand): NextPage | null {
  const numbers = page.controls.filter(({ text }) => /^\d{1,4}$/.test(text));
  if (numbers.length === 0) return null;
  const current = currentNumber(page, numbers);
  if (current === null) return null;
  const next = numbers.find(({ text }) => Number(text) === current + 1) ?? dotsBehind(page, numbers, current);
  return next ? follow(next, page) : null;
}

/** Behind the last of the numbers that are shown at once, dots lead on to the next of them. */
function dotsBehind({ controls }: PageInHand, numbers: readonly Control[], current: number): Control | undefined {
  if (numbers.some(({ text }) => Number(text) > current)) return undefined;
  const last = numbers.at(-1);
  return controls.slice(last ? controls.indexOf(last) + 1 : 0).find(({ text }) => /^(?:\.{2,3}|…)$/.test(text));
}

/** Names of classes, their words parted, that mark which of several is shown: `active`, `current-page`, `rgCurrentPage`. */
const isShown = /(?:^|[\s_-])(?:(?:current|active|selected)(?:$|[\s_-])|on(?:$|\s))/i;

function currentNumber(page: PageInHand, numbers: Control[]): number | null {
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
export function countedNext(page: PageInHand): NextPage | null {
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
