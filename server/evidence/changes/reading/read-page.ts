import { type ChildNode, type Document, type Element, isTag } from "domhandler";
import type { CapturedPage, ComparisonScope } from "../comparison";
import { type Availability, readAvailability } from "./availability";
import type { Block } from "./block";
import { findChrome } from "./find-chrome";
import { findContentRoot } from "./find-content-root";
import { findScope, partUnder } from "./find-scope";
import { heldPrices } from "./held-prices";
import { measureElements } from "./measure";
import { type ParsedPage, parsePage } from "./parse-page";
import { readBlocks } from "./read-blocks";
import { statedChoices, statedFacts } from "./stated-facts";
import { switchedPrices } from "./switched-prices";

export interface PageBlocks {
  /** The watched part, or all content, in reading order. */
  content: Block[];
  /** Everything on the page that has text, navigation and footer with it: what moved there has not gone. */
  everything: Block[];
  language: string | null;
  /** Of the one thing that the page sells; only of a page that is watched whole. */
  availability?: Availability | null;
}

const maxDepth = 500;

/** The blocks of a page. Null where the scope is not on it. */
export function readPage(page: CapturedPage, scope?: ComparisonScope): PageBlocks | null {
  const parsed = parsePage(page);
  const { body, language } = parsed;
  const place =
    scope && Object.values(scope).some((value) => value !== undefined) ? findScope(parsed.document, scope) : undefined;
  if (place === null) return null;
  if (place && "holders" in place) {
    const matched = new Set(place.holders);
    const holders = place.holders.filter((holder) => !isInside(holder, matched));
    // What a person points at is content, even in a footer.
    const chrome = new Set(holders.flatMap((holder) => [...findChrome(holder)]));
    const content = blocksOf(parsed, holders, chrome, new Set(holders)).filter((block) => block.isContent);
    return { content, everything: blocksOf(parsed, body.children, chrome, new Set(holders)), language };
  }
  const chrome = findChrome(body, { alternates: parsed.alternates, base: parsed.links.base });
  const root = findContentRoot(body, chrome);
  const everything = blocksOf(parsed, body.children, chrome, root === body ? null : new Set<ChildNode>([root]));
  const content = everything.filter((block) => block.isContent);
  if (!place) {
    const switched = switchedPrices(parsed.document);
    const stated = [
      ...statedChoices(page.html, everything),
      ...statedFacts(parsed.document, everything),
      ...switched,
      ...heldPrices(page.html, everything, switched),
    ];
    const availability = readAvailability(parsed.document);
    return { content: [...content, ...stated], everything: [...everything, ...stated], language, availability };
  }
  const part = partUnder(content, place) ?? partUnder(everything, place);
  return part && { content: part.map((block) => ({ ...block, isContent: true })), everything, language };
}

function blocksOf(
  { body, links }: ParsedPage,
  nodes: readonly ChildNode[],
  chrome: ReadonlySet<Element>,
  content: ReadonlySet<ChildNode> | null,
): Block[] {
  const measures = measureElements(body, () => false);
  return readBlocks(nodes, { chrome, content, measures, links });
}

function isInside(element: Element, others: ReadonlySet<Element | Document>): boolean {
  for (let node = element.parent, up = 0; node && up < maxDepth; node = node.parent, up++) {
    if (isTag(node) && others.has(node)) return true;
  }
  return false;
}
