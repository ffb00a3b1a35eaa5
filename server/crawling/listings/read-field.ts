import { type Element, isTag, isText } from "domhandler";
import { absoluteUrl, clickTarget } from "./page-links";
import { plainText } from "./plain-text";
import type { ReadRecord } from "./read-group";
import { selectElements } from "./select-elements";
import type { FieldRule } from "./types";
import { isAttribute, selectByXPath } from "./xpath/select-by-xpath";

const maxValue = 2_000;

/** Which of a rule's two forms is followed. */
export type RuleForm = "css" | "xpath";

/** What a rule finds in a record; null when the page does not state it. */
export function readField(
  rule: FieldRule,
  record: ReadRecord,
  base: URL | null,
  form: RuleForm = "css",
): string | null {
  if (rule.label !== null) return record.fields[rule.label] ?? null;
  if (form === "xpath" && rule.xpath === undefined) return null;
  for (const element of record.elements) {
    const value =
      form === "xpath"
        ? readByXPath(rule.xpath ?? ".", element, base)
        : readByCss(rule.css, rule.attribute, element, base);
    if (value) return value.slice(0, maxValue);
  }
  return null;
}

function readByCss(css: string | null, attribute: string | null, element: Element, base: URL | null): string | null {
  const [found] = css === null ? [element] : (selectElements(css, element) ?? []);
  if (!found) return null;
  return attribute === null ? plainText(found) : readAttribute(found, attribute, base);
}

function readByXPath(xpath: string, element: Element, base: URL | null): string | null {
  const [found] = selectByXPath(xpath, element) ?? [];
  if (!found) return null;
  if (isAttribute(found)) return readAttribute(found.element, found.name, base);
  if (isTag(found)) return plainText(found);
  return isText(found) ? found.data.replace(/\s+/g, " ").trim() : null;
}

function readAttribute(element: Element, name: string, base: URL | null): string | null {
  if (name === "onclick") return absoluteUrl(clickTarget(element), base);
  const value = element.attribs[name];
  return name === "href" || name === "data-href" ? absoluteUrl(value, base) : value?.trim() || null;
}
