import type { Element } from "domhandler";
import { absoluteUrl, clickTarget } from "./page-links";
import { plainText } from "./plain-text";
import type { ReadRecord } from "./read-group";
import { selectElements } from "./select-elements";
import type { FieldRule } from "./types";

const maxValue = 2_000;

/** What a rule finds in a record; null when the page does not state it. */
export function readField(rule: FieldRule, record: ReadRecord, base: URL | null): string | null {
  if (rule.label !== null) return record.fields[rule.label] ?? null;
  for (const element of record.elements) {
    const [found] = rule.css === null ? [element] : (selectElements(rule.css, element) ?? []);
    if (!found) continue;
    const value = rule.attribute === null ? plainText(found) : readAttribute(found, rule.attribute, base);
    if (value) return value.slice(0, maxValue);
  }
  return null;
}

function readAttribute(element: Element, name: string, base: URL | null): string | null {
  if (name === "onclick") return absoluteUrl(clickTarget(element), base);
  const value = element.attribs[name];
  return name === "href" || name === "data-href" ? absoluteUrl(value, base) : value?.trim() || null;
}
