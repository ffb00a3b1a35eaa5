import { type ChildNode, type Element, isTag } from "domhandler";
import { isStableId } from "./build-selector";
import { selectByXPath } from "./xpath/select-by-xpath";

const maxSteps = 24;

/**
 * An XPath by places that finds these elements: the way from the nearest id that holds them all, or from the page, with the positions in
 * which they agree. Null when they lie too differently, or when it would find many others.
 */
export function buildXPath(elements: Element[], page: ChildNode[]): string | null {
  const [first] = elements;
  const ways = elements.map(wayTo);
  const [model] = ways;
  if (!first || !model || model.length > maxSteps) return null;
  if (ways.some((way) => way.length !== model.length || way.some(({ name }, at) => name !== model[at]?.name)))
    return null;
  const anchor = model.findLastIndex(
    ({ element, id }, at) => at < model.length - 1 && id !== null && ways.every((way) => way[at]?.element === element),
  );
  const steps = model.slice(anchor + 1).map(({ name, place }, at) => {
    const isShared = ways.every((way) => way[anchor + 1 + at]?.place === place);
    // Of a single record nobody knows which of the last steps repeats.
    return isShared && (elements.length > 1 || anchor + 1 + at < model.length - 1) ? `${name}[${place}]` : name;
  });
  const path = `${anchor < 0 ? "" : `//*[@id='${model[anchor]?.id}']`}/${steps.join("/")}`;
  const [root] = page;
  const found = root ? (selectByXPath(path, root.parent ?? root) ?? []) : [];
  const wanted = new Set<unknown>(elements);
  const hits = found.filter((node) => wanted.has(node)).length;
  return hits === wanted.size && found.length - hits <= hits * 0.5 ? path : null;
}

/** The way from a record's element to something in it, and to its attribute. */
export function placeXPath(element: Element, root: Element, attribute: string | null): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at && at !== root && steps.length < maxSteps; ) {
    steps.unshift(`${at.name}[${placeOf(at)}]`);
    at = at.parent && isTag(at.parent) ? at.parent : null;
  }
  return `./${[...steps, ...(attribute ? [`@${attribute}`] : [])].join("/")}`.replace(/\/$/, "");
}

interface WayStep {
  element: Element;
  name: string;
  place: number;
  id: string | null;
}

function wayTo(element: Element): WayStep[] {
  const way: WayStep[] = [];
  for (let at: Element | null = element; at; at = at.parent && isTag(at.parent) ? at.parent : null) {
    const { id } = at.attribs;
    way.unshift({ element: at, name: at.name, place: placeOf(at), id: id !== undefined && isStableId(id) ? id : null });
  }
  return way;
}

function placeOf(element: Element): number {
  let place = 1;
  for (let other = element.prev; other && place < 5_000; other = other.prev)
    if (isTag(other) && other.name === element.name) place += 1;
  return place;
}
