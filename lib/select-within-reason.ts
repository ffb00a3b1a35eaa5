import { type Options, selectAll } from "css-select";
import { type AnyNode, type Element, isTag } from "domhandler";
import { getChildren, getName, getParent, getSiblings, getText, hasAttrib, removeSubsets } from "domutils";

/** Steps from node to node that one selector may take on a page: within a second. */
const maxSteps = 3_000_000;

class TooDear extends Error {}

/** Matching never waits for anything, so that one counter serves all selectors. */
let steps = 0;

function spend(cost: number): void {
  steps += cost;
  if (steps > maxSteps) throw new TooDear();
}

/** Each combinator of a selector multiplies the ways that lead through a page: `a * * * *` alone can take a minute. */
const options: Options<AnyNode, Element> = {
  adapter: {
    isTag: (node): node is Element => {
      spend(1);
      return isTag(node);
    },
    getParent: (node) => {
      spend(1);
      return getParent(node);
    },
    getAttributeValue: (element, name) => element.attribs[name],
    getChildren,
    getName,
    getSiblings,
    getText,
    hasAttrib,
    removeSubsets,
  },
};

/** Elements that a CSS selector matches, in document order; null where it would cost too much on this page. Throws for what is no selector. */
export function selectWithinReason(selector: string, roots: AnyNode | AnyNode[]): Element[] | null {
  steps = 0;
  try {
    return selectAll<AnyNode, Element>(selector, roots, options);
  } catch (error) {
    if (error instanceof TooDear) return null;
    throw error;
  }
}
