import { type ChildNode, type Document, type Element, isTag } from "domhandler";
import { selectWithinReason } from "@/lib/select-within-reason";
import type { ComparisonScope } from "../comparison";
import { InvalidSelectorError } from "../errors";
import type { Block } from "./block";
import { elementsOf } from "./parse-page";
import { seenText, wordsOf } from "./words";

const maxSelectorLength = 300;

export function describeScope(scope: ComparisonScope): string {
  return `"${scope.heading ?? scope.fragment ?? scope.selector ?? ""}"`;
}

/** Where a part of the page begins: elements that hold it whole, or the element at or before whose heading it starts. */
export type ScopePlace = { holders: Element[] } | { start: Element } | { heading: string } | null;

/** Null where a selector or a fragment finds nothing; headings are looked for among the blocks. */
export function findScope(document: Document, scope: ComparisonScope): ScopePlace {
  if (scope.heading !== undefined) return { heading: scope.heading };
  if (scope.fragment !== undefined) return findFragment(document, scope.fragment.replace(/^#/, ""));
  if (scope.selector === undefined) return null;
  if (scope.selector.length > maxSelectorLength) throw new InvalidSelectorError(scope.selector);
  const holders = select(scope.selector, document);
  return holders.length === 0 ? null : { holders };
}

function select(selector: string, document: Document): Element[] {
  let found: Element[] | null = null;
  try {
    found = selectWithinReason(selector, document.children);
  } catch (cause) {
    throw new InvalidSelectorError(selector, { cause });
  }
  if (!found) throw new InvalidSelectorError(selector);
  return found;
}

function findFragment(document: Document, id: string): ScopePlace {
  for (const element of elementsOf(document)) {
    if (element.attribs.id !== id && !(element.name === "a" && element.attribs.name === id)) continue;
    const heading = headingAround(element);
    if (heading) return { start: heading };
    return holdsMoreThanHeading(element) ? { holders: [element] } : { start: element };
  }
  return null;
}

function headingAround(element: Element): Element | null {
  for (let node: Element | null = element, up = 0; node && up < 5; up++) {
    if (/^h[1-6]$/.test(node.name)) return node;
    node = node.parent && isTag(node.parent) ? node.parent : null;
  }
  return null;
}

/** An anchor or a frame around a heading only marks where the part begins. */
function holdsMoreThanHeading(element: Element): boolean {
  const stack: ChildNode[] = [...element.children];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isTag(node) && !/^h[1-6]$/.test(node.name)) stack.push(...node.children);
    else if (!isTag(node) && "data" in node && wordsOf(String(node.data)).length > 0) return true;
  }
  return false;
}

/** The blocks from a heading up to the next of its level or above; null where the heading is not there. */
export function partUnder(blocks: readonly Block[], place: { start: Element } | { heading: string }): Block[] | null {
  const first =
    "heading" in place
      ? blocks.findIndex((block) => block.kind === "heading" && fold(block.text) === fold(place.heading))
      : blocks.findIndex((block) => block.source !== null && isAtOrAfter(block.source, place.start));
  const head = blocks[first];
  if (!head) return null;
  const end = blocks.findIndex(
    (block, index) => index > first && block.kind === "heading" && block.level <= head.level,
  );
  return blocks.slice(first, end < 0 ? undefined : end);
}

function fold(text: string): string {
  return seenText(text).toLowerCase().replace(/[:.]$/, "");
}

function isAtOrAfter(heading: Element, start: Element): boolean {
  return heading === start || (heading.startIndex ?? 0) >= (start.startIndex ?? 0);
}
