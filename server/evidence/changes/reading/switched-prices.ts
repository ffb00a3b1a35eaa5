import { type Document, type Element, isTag, isText } from "domhandler";
import { termIn } from "@/lib/price-terms";
import { readPrices } from "../read-prices";
import type { Block } from "./block";
import { isUnseen } from "./find-chrome";
import { unread } from "./measure";
import { shownText, wordsOf } from "./words";

/** A price that the page holds for those who move a switch. */
export interface Held {
  /** What the switch is moved to: "yearly"; null where nothing says it. */
  state: string | null;
  /** The price, with what stands around it. */
  text: string;
  heading: string | null;
}

/** A panel of plans is more than a price, and a page is more than a panel. */
const longest = 4_000;
const longestLine = 120;
const most = 60;

/**
 * The prices of a page that it shows only once its reader moves a switch (billed by the year, in another currency), one line for each: those of hidden twins of
 * what is shown, and those that wait in data attributes. What the page shows anyway is left out.
 */
export function switchedPrices(document: Document): Block[] {
  const held: Held[] = [];
  let heading: string | null = null;
  const stack: Element[] = document.children.filter(isTag).reverse();
  for (let element = stack.pop(); element && held.length < most; element = stack.pop()) {
    if (unread.has(element.name)) continue;
    if (/^h[1-6]$/.test(element.name)) heading = textOf(element) || heading;
    held.push(...attributesOf(element, heading));
    if (isUnseen(element.attribs)) {
      // What is under it is not seen either.
      if (hasShownTwin(element)) held.push(...linesOf(element, heading));
      continue;
    }
    stack.push(...element.children.filter(isTag).reverse());
  }
  return onceEach(held).map(switchedLine);
}

/** Another element beside it shows a price, and is of its kind, or it is named for what the switch is moved to. */
function hasShownTwin(element: Element): boolean {
  const text = textOf(element);
  if (text.length > longest || readPrices(text).length === 0) return false;
  return (element.parent?.children ?? []).some(
    (other) =>
      isTag(other) &&
      other !== element &&
      other.name === element.name &&
      (stateOf(element) !== null || classesOf(other) === classesOf(element)) &&
      !isUnseen(other.attribs) &&
      readPrices(textOf(other)).length > 0,
  );
}

function classesOf({ attribs }: Element): string {
  return (attribs.class ?? "").split(/\s+/).filter(Boolean).sort().join(" ");
}

/** A hidden panel may hold several plans, each under its heading. */
function linesOf(panel: Element, above: string | null): Held[] {
  const held: Held[] = [];
  const state = stateOf(panel);
  let heading = above;
  const stack: Element[] = [panel];
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (unread.has(element.name)) continue;
    if (/^h[1-6]$/.test(element.name)) heading = textOf(element) || heading;
    const inner = element.children.filter(isTag);
    const text = textOf(element);
    const isLine =
      text.length <= longestLine &&
      !inner.some((child) => /^(?:h[1-6]|p|div|li|ul|table|tr|dl|section)$/.test(child.name));
    if (isLine && readPrices(text).length > 0) held.push({ state, text, heading });
    else stack.push(...inner.reverse());
  }
  return held;
}

function attributesOf({ attribs, children }: Element, heading: string | null): Held[] {
  const found = Object.entries(attribs).flatMap(([name, value]): Held[] => {
    if (!name.startsWith("data-") || value.length > 40 || readPrices(value).length !== 1) return [];
    return [{ state: termIn(name.slice(5)), text: shownText(value), heading }];
  });
  if (found.length === 0) return [];
  const shown = children
    .filter((child) => !isTag(child) || !isUnseen(child.attribs))
    .map((child) => (isTag(child) ? textOf(child) : isText(child) ? child.data : ""));
  // Beside the price that is shown wait those that a switch puts in its place, whatever they are called.
  const text = shownText(shown.join(" "));
  const isInPlace = found.some((one) => one.text === text);
  return found.filter((one) => (one.state !== null || isInPlace) && !text.includes(one.text));
}

function stateOf({ attribs }: Element): string | null {
  const named = Object.entries(attribs).filter(([name]) =>
    /^(?:id|class|data-[\w-]{1,40}|aria-labelledby)$/.test(name),
  );
  return named.map(([, value]) => termIn(value)).find(Boolean) ?? null;
}

function textOf(element: Element): string {
  let text = "";
  const stack = [...element.children].reverse();
  for (let node = stack.pop(); node && text.length <= longest; node = stack.pop()) {
    if (isText(node)) text += node.data;
    else if (isTag(node) && !unread.has(node.name)) {
      text += " ";
      stack.push(...[...node.children].reverse());
    }
  }
  return shownText(text);
}

/** A price that waits in an attribute and in a hidden twin is one. */
function onceEach(held: readonly Held[]): Held[] {
  const known = new Set<string>();
  return held.filter(({ text, heading }) => {
    const key = `${heading} ${readPrices(text).map(({ amount }) => amount)}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

/** What is said of such a price, as a line of the page. */
export function switchedLine({ state, text, heading }: Held): Block {
  const line = `${[heading, state ?? "behind a switch"].filter(Boolean).join(", ")}: ${text}`;
  const words = wordsOf(line);
  return {
    kind: "paragraph",
    level: 0,
    text: line,
    cells: [],
    heading,
    links: [],
    images: [],
    holes: 0,
    isLinkOnly: false,
    isContent: true,
    isStated: true,
    isSwitched: true,
    key: words.join(" "),
    enumerator: null,
    words: words.length,
    source: null,
  };
}
