import { type ChildNode, type Element, isTag, isText } from "domhandler";
import { parsePage } from "./parse-page";

/** Elements that show nothing of their own, or only when asked. */
const unseen = new Set(
  "script style noscript template head svg math iframe object embed canvas audio video select datalist textarea dialog".split(
    " ",
  ),
);
/** What a browser would lay out deeper than this is dropped: nobody writes it by hand, and selectors climb all of it. */
const maxDepth = 200;

/** What is known of an element without reading it again. */
export interface Measures {
  element: Element;
  parent: number;
  /** One after the last descendant, in document order. */
  end: number;
  depth: number;
  /** Letters of visible text, spaces run together. */
  text: number;
  linkText: number;
  links: number;
  /** Runs of text: an upper bound for the parts of a record. */
  parts: number;
  /** Equal texts have equal hashes. */
  hash: number;
}

export interface PageTree {
  children: ChildNode[];
  /** All visible elements in document order. */
  nodes: Measures[];
  indexOf: Map<Element, number>;
}

/** Reads a page and measures each visible element once, so that everything later is near linear. */
export function readPageTree(html: string): PageTree {
  const children = parsePage(html);
  const nodes: Measures[] = [];
  const indexOf = new Map<Element, number>();
  const stack: { node: ChildNode; parent: number; depth: number }[] = [];
  const push = (list: ChildNode[], parent: number, depth: number) => {
    for (let at = list.length - 1; at >= 0; at--) {
      const node = list[at];
      if (node) stack.push({ node, parent, depth });
    }
  };
  push(children, -1, 0);
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const { node, parent, depth } = entry;
    if (isText(node)) {
      measureText(nodes[parent], node.data);
      continue;
    }
    if (!isTag(node)) continue;
    if (depth >= maxDepth) {
      node.children = [];
      continue;
    }
    if (isUnseen(node)) continue;
    const index = nodes.length;
    indexOf.set(node, index);
    const measures = { element: node, parent, end: 0, depth, text: 0, linkText: 0, links: 0, parts: 0, hash: 7 };
    nodes.push(measures);
    push(node.children, index, depth + 1);
  }
  sumUp(nodes);
  return { children, nodes, indexOf };
}

/** Whether a browser would leave the element out, as far as the page itself says so. */
export function isUnseen(element: Element): boolean {
  if (unseen.has(element.name)) return true;
  const { style, type } = element.attribs;
  if ("hidden" in element.attribs && element.attribs.hidden !== "until-found") return true;
  if (style && /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden/i.test(style)) return true;
  return element.name === "input" && type === "hidden";
}

function measureText(parent: Measures | undefined, raw: string): void {
  const text = raw.replace(/\s+/g, " ").trim();
  if (!parent || text === "") return;
  parent.text += text.length;
  parent.parts += 1;
  for (let at = 0; at < text.length; at++) parent.hash = (Math.imul(parent.hash, 31) + text.charCodeAt(at)) | 0;
}

/** Children are listed after their parents, so walking backwards sees each finished before its parent is. */
function sumUp(nodes: Measures[]): void {
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index];
    if (!node) continue;
    node.end = Math.max(node.end, index + 1);
    if (node.element.name === "a") {
      node.links += 1;
      node.linkText = node.text;
    }
    const parent = nodes[node.parent];
    if (!parent) continue;
    parent.end = Math.max(parent.end, node.end);
    parent.text += node.text;
    parent.linkText += node.linkText;
    parent.links += node.links;
    parent.parts += node.parts;
    parent.hash = (Math.imul(parent.hash, 33) + node.hash) | 0;
  }
}
