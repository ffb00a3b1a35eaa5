import { type Document, type Element, isTag, isText } from "domhandler";

/** Never read: no text of the page, or text of other documents. */
export const unread = new Set(
  "script style noscript template head svg math iframe object embed canvas audio video select datalist textarea".split(
    " ",
  ),
);

/** What an element holds, chrome left out. */
export interface Measure {
  /** Visible characters, runs of space counted as one. */
  characters: number;
  /** Of them inside links. */
  linked: number;
  /** Elements that end a line: headings, tables, list items. */
  parts: number;
}

export type Measures = ReadonlyMap<Element | Document, Measure>;

const partTags = new Set("h1 h2 h3 h4 h5 h6 table li p".split(" "));

/** Sizes of all elements, children before parents, without recursion. What `isDropped` is passed over. */
export function measureElements(root: Element | Document, isDropped: (element: Element) => boolean): Measures {
  const measures = new Map<Element | Document, Measure>();
  const stack: { node: Element | Document; parent: Measure | null; inLink: boolean; isDone: boolean }[] = [
    { node: root, parent: null, inLink: false, isDone: false },
  ];
  for (let frame = stack.pop(); frame; frame = stack.pop()) {
    const { node, parent, inLink } = frame;
    if (frame.isDone) {
      const own = measures.get(node);
      if (own && parent) {
        parent.characters += own.characters;
        parent.linked += own.linked;
        parent.parts += own.parts + (isTag(node) && partTags.has(node.name) ? 1 : 0);
      }
      continue;
    }
    const own: Measure = { characters: 0, linked: 0, parts: 0 };
    measures.set(node, own);
    stack.push({ ...frame, isDone: true });
    const isLink = inLink || (isTag(node) && node.name === "a");
    for (const child of node.children) {
      if (isText(child)) {
        const characters = child.data.replace(/\s+/g, " ").trim().length;
        own.characters += characters;
        if (isLink) own.linked += characters;
      } else if (isTag(child) && !unread.has(child.name) && !isDropped(child)) {
        stack.push({ node: child, parent: own, inLink: isLink, isDone: false });
      }
    }
  }
  return measures;
}
