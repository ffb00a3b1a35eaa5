import { absoluteUrl } from "./page-links";
import type { PageScan, ScannedElement } from "./scanned-page";

const maxItems = 500;
const maxText = 5_000;

/**
 * Items of HTML microdata in document order (https://html.spec.whatwg.org/multipage/microdata.html): `@type` and one entry a property, a
 * list where it occurs more than once. Items inside items are values of their property; `itemref` is not followed.
 */
export function readMicrodata(scan: PageScan, base: string): Record<string, unknown>[] {
  const top: Record<string, unknown>[] = [];
  const itemOf = new Map<ScannedElement, Record<string, unknown>>();
  for (const element of scan.elements) {
    const { attributes } = element;
    const names = attributes.itemprop;
    const isItem = attributes.itemscope !== undefined;
    if (!isItem && names === undefined) continue;
    if (itemOf.size >= maxItems && isItem) continue;
    const item: Record<string, unknown> | null = isItem ? { "@type": attributes.itemtype ?? null } : null;
    const parent = nearestItem(element, itemOf);
    if (item) itemOf.set(element, item);
    if (names !== undefined && parent) {
      const value = item ?? propertyValue(element, scan, base);
      for (const name of names.split(/\s+/, 10)) if (name !== "") addValue(parent, name, value);
    } else if (item) top.push(item);
  }
  return top;
}

function nearestItem(
  element: ScannedElement,
  itemOf: ReadonlyMap<ScannedElement, Record<string, unknown>>,
): Record<string, unknown> | null {
  for (let open = element.parent; open; open = open.parent) {
    const item = itemOf.get(open);
    if (item) return item;
  }
  return null;
}

function addValue(item: Record<string, unknown>, name: string, value: unknown): void {
  // The names come from the page: "__proto__" must become a plain entry.
  const before = Object.hasOwn(item, name) ? item[name] : undefined;
  const next =
    before === undefined ? value : Array.isArray(before) ? [...before.slice(0, 200), value] : [before, value];
  Object.defineProperty(item, name, { value: next, enumerable: true, configurable: true, writable: true });
}

function propertyValue(element: ScannedElement, scan: PageScan, base: string): string {
  const { attributes, tag } = element;
  if (attributes.content !== undefined) return attributes.content.slice(0, maxText);
  if (tag === "time" && attributes.datetime !== undefined) return attributes.datetime;
  if (tag === "data" || tag === "meter") return attributes.value ?? "";
  const address = attributes.href ?? attributes.src;
  if (address !== undefined) return absoluteUrl(address, base) ?? address;
  return textOf(element, scan);
}

/** The text of the runs that begin inside an element. An inline element shares its run, so its text may be longer than its own. */
function textOf(element: ScannedElement, scan: PageScan): string {
  let text = "";
  for (let at = element.firstRun; at < element.endRun && text.length < maxText; at++) text += ` ${scan.runs[at]?.text}`;
  if (text === "") text = scan.runs[element.firstRun]?.text ?? "";
  return text.trim().slice(0, maxText);
}
