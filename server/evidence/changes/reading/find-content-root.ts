import { type Document, type Element, isTag } from "domhandler";
import { isMain } from "./find-chrome";
import { measureElements } from "./measure";
import { elementsOf } from "./parse-page";

/** Beside an article that is the page, other articles hold at most teasers. */
const maxShareOfOthers = 0.1;
const maxDepth = 50;

/**
 * The element that holds the page's content: the largest `main` or `article` with more than half of the text that is left without
 * chrome, else the body. Of several articles that each say something none is the page.
 */
export function findContentRoot(body: Element | Document, chrome: ReadonlySet<Element>): Element | Document {
  const measures = measureElements(body, (element) => chrome.has(element));
  const sizeOf = (element: Element | Document) => measures.get(element)?.characters ?? 0;
  const candidates = [...elementsOf(body)].filter((element) => isMain(element) && sizeOf(element) > 0);
  let root = body;
  let size = 0;
  for (const element of candidates) {
    if (sizeOf(element) <= size || sizeOf(element) <= sizeOf(body) / 2) continue;
    root = element;
    size = sizeOf(element);
  }
  if (!isTag(root) || root.name !== "article") return root;
  const article = root;
  const others = candidates.filter(
    (element) => element !== article && !isInside(element, article) && !isInside(article, element),
  );
  const otherText = Math.max(0, ...others.slice(0, 1_000).map(sizeOf));
  return otherText > size * maxShareOfOthers ? body : root;
}

function isInside(element: Element, other: Element): boolean {
  for (let node = element.parent, up = 0; node && up < maxDepth; node = node.parent, up++) {
    if (node === other) return true;
  }
  return false;
}
