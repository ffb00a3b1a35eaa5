import { type Element, isTag } from "domhandler";
import { findTitlePlace } from "./find-title-place";
import { iconsOf } from "./icons-of";
import { findRepeated, nameFields } from "./name-fields";
import { findOpeningPlace, openingForm } from "./opening-form";
import { absoluteUrl, clickTarget } from "./page-links";
import { plainText } from "./plain-text";
import { papersOf } from "./record-papers";
import { type Segment, segmentsOf } from "./record-segments";
import { sectionsOf } from "./section-headings";
import { cellsOf, headersFor, isHeaderRow, isRow } from "./table-headers";
import { titlesByLabel } from "./title-by-label";
import type { ListingRecord } from "./types";
import { hasWords, isNumberedText } from "./value-kinds";

/** A record with what it was read from. */
export interface ReadRecord extends ListingRecord {
  elements: Element[];
  segments: Segment[];
  titlePlace: string | null;
}

const maxRecords = 2_000;
const maxTitle = 300;

/** Reads alike elements, each given with the siblings that continue it, as records. Copies of one record become one. */
export function readGroup(members: Element[][], base: URL | null): ReadRecord[] {
  const rows = members.filter(([first]) => first && !(isRow(first) && isHeaderRow(first))).slice(0, maxRecords);
  const isTable = rows.length > 0 && rows.every(([first]) => first && isRow(first));
  const headers = isTable && rows[0]?.[0] ? headersFor(rows[0][0]) : new Map<number, string>();
  const segmented = rows.map(segmentsOf);
  const filled = segmented.filter((segments) => segments.length > 0);
  const repeated = findRepeated(filled);
  const titlePlace = findTitlePlace(filled, (place) => headers.get(columnOfPlace(place)));
  const linkPlace = findLinkPlace(filled);
  const titleLabel = findTitleLabel(filled, titlePlace);
  const labelled = new Map(titlesByLabel(filled, repeated).map((one, at) => [filled[at], one]));
  const isOpened = findOpeningPlace(filled, titlePlace);
  const icons = iconsOf(rows);
  const sections = sectionsOf(rows);
  const papers = papersOf(rows, base);
  const records = rows.flatMap((elements, at): ReadRecord[] => {
    const segments = segmented[at] ?? [];
    const placed = chooseTitle(segments, titlePlace);
    if (!placed) return [];
    // What leads to the thing, or is set as a heading, is its name however other values are labelled.
    const named = placed.href || placed.isHeading ? null : labelled.get(segments);
    const title = named?.segment ?? placed;
    const [first] = elements;
    const url = chooseUrl(elements, segments, title, linkPlace, base);
    const opens = url === null ? openingForm(segments, isOpened, base) : null;
    const fields =
      isTable && first && (headers.size > 0 || hasCellLabels(first))
        ? readCells(first, headers, title, segments)
        : nameFields(segments, title, repeated);
    const icon = icons?.[at];
    if (icon && !Object.values(fields).includes(icon)) fields.icon ??= icon;
    const section = sections?.[at];
    if (section && section !== title.text) fields.section ??= section;
    return [
      {
        title: (named?.text ?? withoutLabel(title, titleLabel)).slice(0, maxTitle),
        url,
        fields,
        text: segments.map(({ text }) => text).join("\n"),
        ...(opens ? { opens } : {}),
        ...(papers[at]?.length ? { papers: papers[at] } : {}),
        elements,
        segments,
        titlePlace: title.place,
      },
    ];
  });
  const shown = withoutSharedLinks(records);
  // A row of a table is one of its entries, whatever its number is like.
  return withoutCopies(isTable ? shown : withoutForeword(shown));
}

/** Where most records lead to one and the same page (how to bid, the buyer's own page), it is the page of none of them. */
function withoutSharedLinks(records: ReadRecord[]): ReadRecord[] {
  const titles = new Map<string, Set<string>>();
  for (const { url, title } of records) if (url) titles.set(url, (titles.get(url) ?? new Set()).add(title));
  const enough = Math.max(3, records.length * 0.5);
  return records.map((record) =>
    record.url && (titles.get(record.url)?.size ?? 0) >= enough ? { ...record, url: null } : record,
  );
}

/** Among paragraphs of which each begins with a notice's number, one without says what they are. */
function withoutForeword(records: ReadRecord[]): ReadRecord[] {
  const entries = records.filter(({ text }) => isNumberedText(text));
  const isUnlinked = records.every(({ url }) => url === null);
  return isUnlinked && records.length > 3 && entries.length >= records.length * 0.75 ? entries : records;
}

function columnOfPlace(place: string): number {
  const column = />td(\d{1,3})/.exec(place)?.[1];
  return column === undefined ? -1 : Number(column);
}

function chooseTitle(segments: Segment[], place: string | null): Segment | null {
  const usable = segments.filter(({ text }) => hasWords(text));
  return (
    usable.find((segment) => segment.place === place) ??
    usable.find(({ isHeading }) => isHeading) ??
    usable.find(({ href, text }) => href !== null && text.length > 12) ??
    usable[0] ??
    null
  );
}

/** "Subject: Street lamps" in every record: the words before the colon are no part of the titles. */
function findTitleLabel(records: Segment[][], place: string | null): string | null {
  const titles = records.flatMap((segments) => segments.find((one) => one.place === place)?.text ?? []);
  const label = /^[^:]{2,30}:\s/u.exec(titles[0] ?? "")?.[0];
  return label && titles.length >= 2 && titles.every((text) => text.startsWith(label) && text.length > label.length)
    ? label
    : null;
}

function withoutLabel({ text }: Segment, label: string | null): string {
  return label && text.startsWith(label) ? text.slice(label.length).trim() : text;
}

/** Where the records' links stand when their titles are none: the place with the most different targets. */
function findLinkPlace(records: Segment[][]): string | null {
  const targets = new Map<string, Set<string>>();
  for (const segments of records) {
    for (const { place, href } of segments) {
      if (!href) continue;
      const seen = targets.get(place) ?? new Set<string>();
      targets.set(place, seen);
      seen.add(href);
    }
  }
  let best: string | null = null;
  for (const [place, seen] of targets) {
    if (seen.size > (best === null ? 0 : (targets.get(best)?.size ?? 0))) best = place;
  }
  return best;
}

function chooseUrl(
  elements: Element[],
  segments: Segment[],
  title: Segment,
  linkPlace: string | null,
  base: URL | null,
): string | null {
  const [first] = elements;
  const around = first ? linkAround(first) : null;
  const candidates = [
    title.href,
    around,
    first ? clickTarget(first) : null,
    segments.find(({ place, href }) => place === linkPlace && href !== null)?.href,
    segments.find(({ href }) => absoluteUrl(href, base) !== null)?.href,
    first ? emptyLink(first) : null,
  ];
  for (const candidate of candidates) {
    const url = absoluteUrl(candidate, base);
    if (url) return url;
  }
  return null;
}

function linkAround(element: Element): string | null {
  for (let at: Element["parent"] = element; at && isTag(at); at = at.parent) {
    if (at.name === "a" && at.attribs.href) return at.attribs.href;
    if (at.name === "ul" || at.name === "table" || at.name === "main" || at.name === "section") return null;
  }
  return null;
}

/** A link without text that is laid over the whole card. */
function emptyLink(element: Element): string | null {
  const stack: Element[] = [element];
  for (let looked = 0; stack.length > 0 && looked < 400; looked++) {
    const node = stack.pop();
    if (!node) break;
    const { href } = node.attribs;
    if (node.name === "a" && href && !href.startsWith("#") && plainText(node) === "") return href;
    for (let at = Math.min(node.children.length, 400) - 1; at >= 0; at--) {
      const child = node.children[at];
      if (child && isTag(child)) stack.push(child);
    }
  }
  return null;
}

const cellLabel = ({ attribs }: Element) => attribs["data-label"] ?? attribs["data-title"] ?? attribs["data-th"];

function hasCellLabels(row: Element): boolean {
  return cellsOf(row).some(({ element }) => cellLabel(element));
}

function readCells(
  row: Element,
  headers: Map<number, string>,
  title: Segment,
  segments: Segment[],
): Record<string, string> {
  const fields = new Map<string, string>();
  const titleColumn = columnOfPlace(title.place);
  cellsOf(row).forEach(({ element, column }, at) => {
    if (at === titleColumn) {
      const rest = segments.filter((one) => one !== title && columnOfPlace(one.place) === titleColumn);
      for (const [name, value] of Object.entries(nameFields(rest, null, { labels: new Set(), buttons: new Set() })))
        fields.set(name, value);
      return;
    }
    const name = cellLabel(element) ?? headers.get(column) ?? `column ${column + 1}`;
    const text = plainText(element);
    if (text === "" || fields.has(name)) return;
    fields.set(name, text);
    const time = segments.find((one) => columnOfPlace(one.place) === at && one.datetime);
    if (time?.datetime) fields.set(`${name}@datetime`, time.datetime);
  });
  return Object.fromEntries(fields);
}

/** Pages print a record twice, for wide and for narrow screens. The first stays; blanks are filled from its copies. */
function withoutCopies(records: ReadRecord[]): ReadRecord[] {
  const byKey = new Map<string, ReadRecord>();
  for (const record of records) {
    const key = record.url ? `${record.url} ${record.title.toLowerCase()}` : record.text.toLowerCase();
    const first = byKey.get(key);
    if (first) first.fields = { ...record.fields, ...first.fields };
    else byKey.set(key, record);
  }
  return [...byKey.values()];
}
