import { type Element, isTag } from "domhandler";
import { classTokens } from "./class-tokens";

/**
 * Records that are no element of their own: a heading and what follows it up to the next, two rows of a table that belong together, also
 * in several tables, or headings in several parts. Null unless the elements are siblings, or such, and most are followed by something with text.
 */
export function withFollowers(elements: Element[]): Element[][] | null {
  const [first] = elements;
  if (!first || elements.length < 2) return null;
  if (!startsAnywhere(first) && elements.some(({ parent }) => parent !== first.parent)) return null;
  const starts = new Set(elements);
  const sets = elements.map((element) => {
    const set = [element];
    for (let next = element.next; next && set.length < 12; next = next.next) {
      if (!isTag(next)) continue;
      if (starts.has(next)) break;
      set.push(next);
    }
    return set;
  });
  // A sibling of the same kind is another record, whatever tells it apart.
  if (sets.some((set) => set.slice(1).some((follower) => isAlike(follower, first)))) return null;
  return sets.filter(({ length }) => length > 1).length >= elements.length * 0.7 ? sets : null;
}

/** Rows may stand in several tables, and headings in several parts of a page. */
function startsAnywhere({ name }: Element): boolean {
  return name === "tr" || name === "dt" || /^h[2-6]$/.test(name);
}

function isAlike(one: Element, other: Element): boolean {
  if (one.name !== other.name) return false;
  const tokens = new Set(classTokens(other));
  const own = classTokens(one);
  if (own.length === 0 || tokens.size === 0) return childTags(one) === childTags(other);
  return own.some((token) => tokens.has(token));
}

function childTags(element: Element): string {
  return element.children
    .filter(isTag)
    .map(({ name }) => name)
    .join();
}
