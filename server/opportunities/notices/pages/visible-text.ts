import { type ChildNode, type Element, isTag, isText } from "domhandler";
import { isOpenedByReader } from "@/lib/is-opened-by-reader";
import { elementTree } from "@/lib/is-panel-of-tabs";
import { isStruckOut } from "@/lib/is-struck-out";

/** What frames a page's own part, and what no reader sees. */
export const frame = new Set([
  "nav",
  "header",
  "footer",
  "aside",
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "select",
  "option",
  "iframe",
  "head",
]);

/** Menus and footers of pages that have no elements for them, by what they call themselves. */
const frameNames =
  /^(?:(?:left|right|side|top|main|site|global|page)[-_]?)?(?:nav|navigation|navbar|menu|footer|foot)$/i;

function isFrame({ name, attribs }: Element): boolean {
  if (frame.has(name)) return true;
  if (/^(?:navigation|contentinfo)$/.test(attribs.role ?? "")) return true;
  return (
    name === "div" && [attribs.id ?? "", ...(attribs.class ?? "").split(/\s+/)].some((one) => frameNames.test(one))
  );
}

export function* elementsIn(nodes: readonly ChildNode[]): Generator<Element> {
  const waiting = [...nodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isTag(node)) continue;
    yield node;
    if (isFrame(node) || isHidden(node)) continue;
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at];
      if (child) waiting.push(child);
    }
  }
}

function isHidden(element: Element): boolean {
  const { attribs } = element;
  const isOff = attribs.hidden !== undefined || /display\s*:\s*none/i.test(attribs.style ?? "");
  return isOff && !isOpenedByReader(element, elementTree);
}

const isStruck = ({ name, attribs }: Element): boolean => isStruckOut(name, attribs.style);

/** Visible text without what is struck out, blocks on lines of their own. */
export function textOf(element: Element, withStruck = false): string {
  const parts: string[] = [];
  const waiting: (ChildNode | string)[] = [element];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node === "string") parts.push(node);
    else if (isText(node)) parts.push(node.data.replace(/\s+/g, " "));
    else if (isTag(node) && !isFrame(node) && !isHidden(node) && (withStruck || !isStruck(node))) {
      const isBlock = /^(?:p|div|li|br|tr|dt|dd|h[1-6]|ul|ol|table|section)$/.test(node.name);
      if (isBlock) {
        parts.push("\n");
        waiting.push("\n");
      } else if (node.name === "td" || node.name === "th") parts.push(" ");
      for (let at = node.children.length - 1; at >= 0; at--) waiting.push(node.children[at] ?? "");
    }
  }
  return parts
    .join("")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[\s]*/g, "\n")
    .trim();
}

export function ownText(element: Element): string {
  return element.children
    .flatMap((node) => (isText(node) ? node.data : []))
    .join("")
    .trim();
}

export function datetimeIn(element: Element): string | null {
  return (
    [...elementsIn([element])]
      .filter((one) => !isStruck(one) && !(one.parent && isTag(one.parent) && isStruck(one.parent)))
      .find(({ attribs }) => attribs.datetime)?.attribs.datetime ?? null
  );
}

export function isStruckThrough(heading: Element): boolean {
  return isStruck(heading) || (textOf(heading, true) !== "" && textOf(heading) === "");
}
