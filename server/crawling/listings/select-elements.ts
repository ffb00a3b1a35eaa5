import type { ChildNode, Element } from "domhandler";
import { selectWithinReason } from "@/lib/select-within-reason";

const maxLength = 400;
/** Names, ids, classes, attributes, children, and places among siblings: what is cheap to match, and all that is ever learned. */
const allowed = /^(?:[\w\s.#>*,+~\-=^$|"'@/\u00a0-\uffff[\]\\]|:nth-of-type\(\d{1,3}\)|:first-child|:last-child)+$/u;

/** Elements that a selector matches, in document order; null when it is no selector, or one that could cost too much. */
export function selectElements(selector: string, roots: ChildNode[] | Element): Element[] | null {
  if (selector === "" || selector.length > maxLength || !allowed.test(selector)) return null;
  try {
    return selectWithinReason(selector, roots);
  } catch {
    return null;
  }
}

/** A name as it must stand in a selector. */
export function cssName(name: string): string {
  return name
    .replace(/^-?\d/, (start) => `\\3${start.at(-1)} `)
    .replace(/[^\w\-\u00a0-\uffff\\ ]/g, (sign) => `\\${sign}`);
}
