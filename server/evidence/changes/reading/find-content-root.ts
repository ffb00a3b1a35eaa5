import type { Document, Element } from "domhandler";
import { isMain } from "./find-chrome";
import { measureElements } from "./measure";
import { elementsOf } from "./parse-page";

/**
 * The element that holds the page's content: the largest `main` or `article` with more than half of the text that is left without
 * chrome, else the body.
 */
export function findContentRoot(body: Element | Document, chrome: ReadonlySet<Element>): Element | Document {
  const measures = measureElements(body, (element) => chrome.has(element));
  const total = measures.get(body)?.characters ?? 0;
  let root = body;
  let size = 0;
  for (const element of elementsOf(body)) {
    const characters = isMain(element) ? (measures.get(element)?.characters ?? 0) : 0;
    if (characters > size && characters > total / 2) {
      root = element;
      size = characters;
    }
  }
  return root;
}
