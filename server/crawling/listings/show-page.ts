import { type Element, isTag, isText } from "domhandler";
import { type PageTree, readPageTree } from "./page-tree";

export const shownKinds = [
  "block",
  "heading",
  "paragraph",
  "list",
  "item",
  "table",
  "row",
  "cell",
  "inline",
  "link",
  "text",
] as const;
export type ShownKind = (typeof shownKinds)[number];

/** A part of a page as it can be drawn again without any of its code: what it is, what it says, and what stands in it. */
export interface ShownPart {
  /** The element's place among the page's visible elements: what a click on it means. */
  node: number;
  /** Place of the part around it in this list; -1 at the top. */
  parent: number;
  kind: ShownKind;
  /** Of a "text" part, else "". */
  text: string;
}

const maxParts = 5_000;
const maxText = 600;
const kinds: Record<string, ShownKind> = {
  p: "paragraph",
  ul: "list",
  ol: "list",
  dl: "list",
  li: "item",
  dt: "item",
  dd: "item",
  table: "table",
  tr: "row",
  td: "cell",
  th: "cell",
  a: "link",
};
const inline = new Set(
  "span b strong i em u s small big sub sup time label abbr cite code mark q font data output address-line".split(" "),
);
/** Only what stands in them matters. */
const transparent = new Set(["thead", "tbody", "tfoot", "html", "body"]);

/** What a page shows, as plain parts; at most five thousand. Elements without text are left out, wrappers around one thing too. */
export function showPage(html: string): ShownPart[] {
  const tree = readPageTree(html);
  const counter = { parts: 0 };
  const tops = tree.nodes.filter(({ parent }) => parent < 0).flatMap(({ element }) => partsOf(element, tree, counter));
  const parts: ShownPart[] = [];
  const stack = tops.reverse().map((part) => ({ part, parent: -1 }));
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { part, parent } = next;
    const at = parts.push({ node: part.node, parent, kind: part.kind, text: part.text }) - 1;
    for (let child = part.inside.length - 1; child >= 0; child--) {
      const inner = part.inside[child];
      if (inner) stack.push({ part: inner, parent: at });
    }
  }
  return parts;
}

interface Nested {
  node: number;
  kind: ShownKind;
  text: string;
  inside: Nested[];
}

/** The tree is at most two hundred deep, so this may call itself. */
function partsOf(element: Element, tree: PageTree, counter: { parts: number }): Nested[] {
  const node = tree.indexOf.get(element);
  if (node === undefined || counter.parts >= maxParts) return [];
  const inside: Nested[] = [];
  for (const child of element.children) {
    if (isText(child)) {
      const text = child.data.replace(/\s+/g, " ");
      if (text.trim() === "") continue;
      counter.parts += 1;
      inside.push({ node, kind: "text", text: text.trim().slice(0, maxText), inside: [] });
    } else if (isTag(child)) inside.push(...partsOf(child, tree, counter));
  }
  if (inside.length === 0 || transparent.has(element.name)) return inside;
  const kind = /^h[1-6]$/.test(element.name)
    ? "heading"
    : (kinds[element.name] ?? (inline.has(element.name) ? "inline" : "block"));
  const [only] = inside;
  if (kind === "block" && inside.length === 1 && only && only.kind !== "text") return inside;
  counter.parts += 1;
  return [{ node, kind, text: "", inside }];
}
