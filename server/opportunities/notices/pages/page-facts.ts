import { type ChildNode, type Element, isTag, isText } from "domhandler";
import { parsePage } from "@/server/crawling/listings";
import { bannersIn } from "./banners";
import { introducesDemands } from "./introduces-demands";
import { meaningOfLabel } from "./labels";
import { linkOf, ownAddressAmong } from "./page-links";
import { datetimeIn, elementsIn, frame, isStruckThrough, ownText, textOf } from "./visible-text";

export interface LabelledValue {
  label: string;
  value: string;
  /** The machine's form of a time that stands in the value. */
  datetime: string | null;
}

/** What a page says about its subject, as label and value, whatever markup says so. */
export interface PageFacts {
  title: string | null;
  /** Whether the title is struck through. */
  isStruck: boolean;
  /** `<html lang>`. */
  language: string | null;
  values: LabelledValue[];
  /** Short texts that stand out (alerts, badges, first bold words of a paragraph). */
  banners: string[];
  links: { url: string; text: string }[];
  /** The address by which the page says that it is met again: a link that is called as it leads. */
  ownAddress: string | null;
  /** Whether a heading introduces a list of what bidders must meet. */
  listsDemands: boolean;
  /** All that the page's own part says, blocks on lines of their own. */
  text: string;
}

const longestValue = 3_000;
const longestText = 40_000;
const longestLabel = 60;
/** Dots or lines that lead the eye from a label to its value, as print has them. */
const leaders = { atStart: /^(?:[.·…_‥]\s*){3,}/, atEnd: /(?:\s*[.·…_‥]){3,}\s*$/, only: /^(?:[.·…_‥]\s*){3,}$/ };

export function readPageFacts(html: string, url: string): PageFacts {
  const root = parsePage(html);
  const all = [...elementsIn(root)];
  const body =
    all.find(({ name, attribs }) => name === "main" || attribs.role === "main") ??
    all.find(({ name }) => name === "body");
  const main = body ? [...elementsIn(body.children)] : all;
  const links = main.flatMap((element) => linkOf(element, url));
  const heading = main.find(({ name }) => name === "h1") ?? main.find(({ name }) => name === "h2");
  const values: LabelledValue[] = [];
  const taken = new Set<Element>();
  const add = (label: string, holder: Element | string) => {
    const value = typeof holder === "string" ? holder : textOf(holder) || pictured(holder);
    const clean = label
      .replace(leaders.atEnd, "")
      .replace(/\s*:\s*$/, "")
      .trim();
    const said = value.replace(leaders.atStart, "");
    if (clean !== "" && clean.length <= longestLabel && said !== "")
      values.push({
        label: clean,
        value: said.slice(0, longestValue),
        datetime: typeof holder === "string" ? null : datetimeIn(holder),
      });
  };
  for (const element of main) readElement(element, add, taken);
  return {
    title: heading ? textOf(heading, true) : null,
    isStruck: heading ? isStruckThrough(heading) : false,
    language: all.find(({ name }) => name === "html")?.attribs.lang?.toLowerCase() ?? null,
    values,
    banners: bannersIn(main, heading),
    links,
    ownAddress: ownAddressAmong(links, url),
    listsDemands: main.some(introducesDemands),
    text: (body ? textOf(body) : "").slice(0, longestText),
  };
}

function readElement(
  element: Element,
  add: (label: string, holder: Element | string) => void,
  taken: Set<Element>,
): void {
  const children = element.children
    .filter(isTag)
    .filter((child) => !frame.has(child.name) && !(boxes.has(child.name) && leaders.only.test(textOf(child).trim())));
  if (element.name === "dl") readDefinitions(element, add, taken);
  else if (element.name === "fieldset") readFrame(element, children, add);
  // Old forms give the colon between them a cell of its own.
  else if (element.name === "tr")
    readRow(
      children.filter((cell) => textOf(cell) !== ":"),
      add,
      taken,
    );
  else if (element.name === "table") readColumns(element, add, taken);
  else if (/^h[2-6]$/.test(element.name) && meaningOfLabel(textOf(element))) {
    const label = textOf(element);
    const named = namedUnder(element);
    const following = named ? "" : textAfterHeading(element);
    if (named) add(label, named);
    // What is told in prose goes on over many lines; what is one name or number stands alone, or its lines have labels of their own.
    const value = isProse(label) ? following : withoutAddress(beforeLabelledLines(following));
    if (value !== "" && (isProse(label) || !value.includes("\n"))) add(label, value);
  } else if (readAlternating(element, children, add, taken)) return;
  else if (!taken.has(element) && /^(?:p|li|div|span|section|td)$/.test(element.name))
    readPair(element, children, add, taken);
}

/** A frame of fields is called by its legend; what it holds may be prose without a label of its own. */
function readFrame(fields: Element, children: Element[], add: (label: string, holder: Element | string) => void): void {
  const legend = children.find(({ name }) => name === "legend");
  const label = legend ? textOf(legend) : "";
  if (!legend || !meaningOfLabel(label) || !isProse(label)) return;
  const value = textOf(fields).slice(label.length).trim();
  if (value !== "") add(label, value);
}

function readDefinitions(
  list: Element,
  add: (label: string, holder: Element | string) => void,
  taken: Set<Element>,
): void {
  let label: string | null = null;
  for (const one of elementsIn(list.children)) {
    if (/^d[td]$/.test(one.name) && listAround(one) !== list) continue;
    if (one.name === "dt") label = textOf(one);
    else if (one.name === "dd" && label !== null) {
      // Terms within terms: the outer one is the heading of a group, and no value is its.
      if ([...elementsIn(one.children)].some(({ name }) => name === "dl")) continue;
      add(label, one);
      taken.add(one);
    }
  }
}

function listAround(element: Element): Element | null {
  let at = element.parent;
  while (at && !(isTag(at) && at.name === "dl")) at = at.parent;
  return at;
}

/** "Label | value", once or twice in a row. */
function readRow(cells: Element[], add: (label: string, holder: Element | string) => void, taken: Set<Element>): void {
  const isPairs = cells.length === 2 || (cells.length === 4 && cells[0]?.name === "th" && cells[2]?.name === "th");
  if (!isPairs || cells.every(({ name }) => name === "th")) return;
  for (let at = 0; at + 1 < cells.length; at += 2) {
    const [label, value] = [cells[at], cells[at + 1]];
    if (!label || !value) continue;
    const words = textOf(label);
    if (label.name !== "th" && !meaningOfLabel(words)) continue;
    add(words, value);
    taken.add(value);
    taken.add(label);
  }
}

/** A table of one row under its headings tells of one thing. */
function readColumns(
  table: Element,
  add: (label: string, holder: Element | string) => void,
  taken: Set<Element>,
): void {
  const rows = [...elementsIn(table.children)].filter(({ name }) => name === "tr");
  const [head, row] = rows.map((one) => one.children.filter(isTag));
  if (rows.length !== 2 || !head || !row || head.length < 3 || head.length !== row.length) return;
  if (!head.every(({ name }) => name === "th")) return;
  head.forEach((label, at) => {
    const value = row[at];
    if (!value) return;
    add(textOf(label), value);
    taken.add(value);
  });
}

const boxes = new Set("div section article main span p strong b em label h3 h4 h5 h6".split(" "));

/** A grid of boxes: label, value, label, value, with nothing around each pair. */
function readAlternating(
  element: Element,
  children: Element[],
  add: (label: string, holder: Element | string) => void,
  taken: Set<Element>,
): boolean {
  if (children.length < 4 || children.length % 2 === 1 || ownText(element) !== "" || !boxes.has(element.name))
    return false;
  if (children.some((child) => taken.has(child) || !boxes.has(child.name))) return false;
  // Boxes that hold a label and its value each are no labels of one another.
  if (children.filter(isPair).length * 2 >= children.length) return false;
  const labels = children.filter((_, at) => at % 2 === 0).map((child) => textOf(child));
  const values = children.filter((_, at) => at % 2 === 1).map((child) => textOf(child));
  const isLabel = (text: string) => text !== "" && text.length <= longestLabel && !text.includes("\n");
  const known = labels.filter((text) => meaningOfLabel(text)).length;
  // What stands in the places of values may look like a label now and then, and in the places of labels nearly always does.
  if (!labels.every(isLabel) || new Set(labels).size < labels.length || known < Math.max(2, labels.length * 0.5))
    return false;
  if (values.filter((text) => meaningOfLabel(text)).length >= known) return false;
  labels.forEach((label, at) => {
    const value = children[at * 2 + 1];
    if (!value) return;
    if (meaningOfLabel(label)) add(label, value);
    for (const inner of elementsIn([value])) taken.add(inner);
  });
  return true;
}

function isPair(box: Element): boolean {
  const [label, value, more] = box.children.filter(isTag);
  if (!label || !value || more || ownText(box) !== "") return false;
  const words = textOf(label);
  return words !== "" && words.length <= longestLabel && textOf(value) !== "" && meaningOfLabel(words) !== null;
}

/** Two elements side by side, a bold beginning, or "Label: value" in one line. */
function readPair(
  element: Element,
  children: Element[],
  add: (label: string, holder: Element | string) => void,
  taken: Set<Element>,
): void {
  const [first, second] = children;
  if (first && second && children.length === 2 && ownText(element) === "" && !isMenu(second)) {
    const label = textOf(first);
    if (label.length <= longestLabel && meaningOfLabel(label) && !/\d{3}/.test(label) && !leadsElsewhere(first)) {
      add(label, second);
      for (const inner of elementsIn([second])) taken.add(inner);
      return;
    }
  }
  if (children.some(({ name }) => /^(?:div|p|ul|ol|table|dl|section|article|h[1-6])$/.test(name))) return;
  const text = textOf(element);
  if (first && /^(?:strong|b|span|em|label|small)$/.test(first.name) && text.startsWith(textOf(first))) {
    const label = textOf(first);
    const value = text.slice(label.length).replace(/^\s*[:–-]?\s*/, "") || pictured(element);
    if (
      meaningOfLabel(label) &&
      value !== "" &&
      (/:\s*$/.test(label) || /^\s*[:–-]/.test(text.slice(label.length)) || label.split(" ").length <= 6)
    ) {
      const time = [...elementsIn(element.children)].find(({ attribs }) => attribs.datetime);
      add(label, time && value.length <= 80 ? element : value);
      return;
    }
  }
  for (const { label, value } of labelledLines(text)) add(label, value);
}

/** The name of another page ("School meals" beside "closes in 3 days", among what else may be liked) is no label. */
function leadsElsewhere(element: Element): boolean {
  const [link] = [...elementsIn([element])].filter(({ name }) => name === "a");
  return link !== undefined && /^(?!#|javascript:)./i.test(link.attribs.href ?? "");
}

/** Links and nothing else, several of them: where one goes from here, and no value. */
function isMenu(element: Element): boolean {
  const links = [...elementsIn([element])].filter(({ name }) => name === "a");
  const linked = links.reduce((sum, link) => sum + textOf(link).length, 0);
  return links.length >= 2 && linked >= textOf(element).replace(/\s+/g, " ").length * 0.9 - links.length;
}

/** What an element without words says by its picture, or by the words that it keeps for those who do not see it. */
function pictured(element: Element): string {
  for (const { name, attribs } of elementsIn([element])) {
    const said = (name === "img" ? attribs.alt : undefined) || attribs["aria-label"] || attribs.title;
    if (said?.trim()) return said.trim().slice(0, 60);
  }
  return "";
}

const line = /^\s*([\p{L}][\p{L}\p{N} ./'’&()-]{1,58}?)\s*:\s+(\S.*)$/u;

/** "Label: value", a line each. */
export function labelledLines(text: string): { label: string; value: string }[] {
  return text.split("\n").flatMap((one) => {
    const [, label, value] = line.exec(one) ?? [];
    return label && value && meaningOfLabel(label) && label.split(/\s+/).length <= 7
      ? [{ label, value: value.trim() }]
      : [];
  });
}

function beforeLabelledLines(text: string): string {
  const lines = text.split("\n");
  const at = lines.findIndex((one) => labelledLines(one).length > 0);
  return lines.slice(0, at < 0 ? lines.length : at).join("\n");
}

/** A name above its street and town. */
function withoutAddress(text: string): string {
  const [name = "", street] = text.split("\n");
  return street && /\d/.test(street) && !/\d/.test(name) ? name : text;
}

const naming =
  /^(?:(?:official |full |offizielle[r]? |amtliche[r]? )?(?:name|bezeichnung)|nom(?: officiel)?|nombre|denominaci[oó]n|denominazione|naam|nazwa)\s*:?$/i;

/** Under a heading that asks who, with labelled lines of their own ("Buyer": "Name", "Street", "E-mail"), the line of the name. */
function namedUnder(heading: Element): Element | null {
  const field = meaningOfLabel(textOf(heading))?.field;
  if (field !== "buyer" && field !== "contact") return null;
  for (let node: ChildNode | null = heading.next; node; node = node.next) {
    if (isTag(node) && /^h[1-6]$/.test(node.name)) return null;
    if (!isTag(node)) continue;
    for (const one of elementsIn([node])) {
      const [label, value, more] = one.children.filter(isTag);
      if (label && value && !more && ownText(one) === "" && naming.test(textOf(label)) && textOf(value) !== "")
        return value;
    }
  }
  return null;
}

function isProse(heading: string): boolean {
  return /^(?:summary|eligibility|rationale|submission_method)$/.test(meaningOfLabel(heading)?.field ?? "");
}

function textAfterHeading(heading: Element): string {
  const parts: string[] = [];
  for (let node: ChildNode | null = heading.next; node; node = node.next) {
    if (isTag(node) && /^h[1-6]$/.test(node.name)) break;
    if (isTag(node) && !frame.has(node.name)) parts.push(textOf(node));
    else if (isText(node)) parts.push(node.data.replace(/\s+/g, " ").trim());
  }
  return parts
    .filter((part) => part !== "")
    .join("\n")
    .slice(0, longestValue);
}
