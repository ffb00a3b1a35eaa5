import { type ChildNode, type Element, isTag, isText } from "domhandler";
import { isUnseen } from "./page-tree";

const maxNodes = 20_000;

/** The visible text of an element on one line. Without recursion; what is longer than 20,000 nodes is cut. */
export function plainText(element: Element): string {
  const parts: string[] = [];
  const stack: ChildNode[] = [element];
  let visited = 0;
  for (let node = stack.pop(); node && visited < maxNodes; node = stack.pop()) {
    visited += 1;
    if (isText(node)) parts.push(node.data);
    else if (isTag(node) && !isUnseen(node)) {
      if (node.name !== "b" && node.name !== "i" && node.name !== "em") parts.push(" ");
      for (let at = node.children.length - 1; at >= 0; at--) {
        const child = node.children[at];
        if (child) stack.push(child);
      }
    }
  }
  return parts.join("").replace(/\s+/g, " ").trim();
}
