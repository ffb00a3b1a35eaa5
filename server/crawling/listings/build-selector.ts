import { type ChildNode, type Element, isTag } from "domhandler";
import { classTokens } from "./class-tokens";
import { cssName, selectElements } from "./select-elements";

const maxSteps = 6;

/**
 * The shortest selector that matches these elements and, as far as names allow, no others: names of the elements themselves, then
 * of what stands around them, up to the nearest id. A header row may be matched too; readers leave it out.
 */
export function buildSelector(elements: Element[], page: ChildNode[]): string {
  const [first] = elements;
  if (!first) return "";
  const wanted = new Set(elements);
  const byId = `#${cssName(first.attribs.id ?? "")}`;
  if (elements.length === 1 && isStableId(first.attribs.id) && countStrays(byId, wanted, page) === 0) return byId;
  let best = { selector: first.name, strays: Number.POSITIVE_INFINITY };
  let suffix = "";
  let at: Element | null = first;
  for (let step = 0; at && step < maxSteps; step++) {
    const shared = step === 0 ? sharedTokens(elements) : classTokens(at);
    const own = names(at, shared);
    for (const name of own) {
      const selector = suffix === "" ? name : `${name} > ${suffix}`;
      const strays = countStrays(selector, wanted, page);
      if (strays < best.strays) best = { selector, strays };
      if (strays === 0) return selector;
    }
    suffix = suffix === "" ? (own.at(-1) ?? at.name) : `${own.at(-1) ?? at.name} > ${suffix}`;
    if (isStableId(at.attribs.id) && step > 0) break;
    at = at.parent && isTag(at.parent) ? at.parent : null;
  }
  return best.selector;
}

/** From the plainest to the most exact. */
function names(element: Element, tokens: string[]): string[] {
  const { name, attribs } = element;
  const found = tokens.slice(0, 3).map((token) => `${name}.${cssName(token)}`);
  if (tokens.length > 1)
    found.push(
      name +
        tokens
          .slice(0, 3)
          .map((token) => `.${cssName(token)}`)
          .join(""),
    );
  if (found.length === 0) found.push(name);
  if (isStableId(attribs.id)) found.push(`#${cssName(attribs.id ?? "")}`);
  return found;
}

function sharedTokens(elements: Element[]): string[] {
  const [first, ...others] = elements;
  if (!first) return [];
  let tokens = classTokens(first);
  for (const other of others) {
    const own = new Set(classTokens(other));
    tokens = tokens.filter((token) => own.has(token));
  }
  return tokens;
}

/** An id that names a part of the page and not one record of it. */
export function isStableId(id: string | undefined): boolean {
  return id !== undefined && /^[a-z][\w-]{1,40}$/i.test(id) && !/\d{2}/.test(id);
}

/** Elements matched beside the wanted ones; endless when a wanted one is missed. */
function countStrays(selector: string, wanted: Set<Element>, page: ChildNode[]): number {
  const matched = selectElements(selector, page);
  if (!matched) return Number.POSITIVE_INFINITY;
  const hits = matched.filter((element) => wanted.has(element)).length;
  return hits < wanted.size ? Number.POSITIVE_INFINITY : matched.length - hits;
}
