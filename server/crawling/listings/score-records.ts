import { evenness } from "./candidate-groups";
import type { ReadRecord } from "./read-group";
import { headersFor, isRow } from "./table-headers";
import { isAmountText, isDateText, isNumberedText } from "./value-kinds";

/** Below this a page counts as one without a listing. */
export const minListingScore = 1;

/**
 * How much a set of records looks like what the page is there to list: many, different, linked, with several parts of which some
 * are dates or amounts, and a good share of the page's text. 0 for what must not be taken for records.
 */
export function scoreRecords(records: ReadRecord[], pageText: number, weight: number): number {
  const count = records.length;
  if (count === 0 || weight === 0) return 0;
  const mean = (read: (record: ReadRecord) => number) => records.reduce((sum, one) => sum + read(one), 0) / count;
  const parts = mean(({ segments }) => Math.min(12, segments.length));
  const length = mean(({ text }) => Math.min(2_000, text.length));
  const linked = mean(({ url, opens, segments }) =>
    url && segments.some(({ href }) => href) ? 1 : (url ?? opens) ? 0.9 : 0,
  );
  const titleLinked = mean(({ url, segments, title }) =>
    url && segments.some((one) => one.href && one.text === title) ? 1 : 0,
  );
  const dated = mean(({ segments }) => (segments.some((one) => one.datetime || isDateText(one.text)) ? 1 : 0));
  const priced = mean(({ segments }) => (segments.some((one) => isAmountText(one.text)) ? 1 : 0));
  const controls = mean(({ elements }) => (elements.some(holdsChoice) ? 1 : 0));
  const differing = new Set(records.map(({ title }) => title.toLowerCase())).size / count;
  // Sittings and rounds go by one name and differ by their dates.
  const titles = Math.max(differing, dated >= 0.8 && (parts >= 3 || (parts >= 2 && linked >= 0.8)) ? 0.6 : 0);
  const urls =
    linked < 0.5 ? 1 : new Set(records.map(({ url, opens }) => url ?? JSON.stringify(opens?.fields))).size / count;
  const namedColumns = mean(({ fields }) => Math.min(4, Object.keys(fields).length));

  if (titles < 0.45 || urls < 0.3) return 0;
  // Menus, tag clouds, filters: short links and nothing else.
  if (parts < 1.6 && length < 32 && !(dated >= 0.8 && linked >= 0.8)) return 0;
  if (length < 14) return 0;
  // The columns of a large menu: links upon links, and hardly a word between them. A card that is one link leads to one place.
  const linkCount = mean(({ segments }) => Math.min(12, new Set(segments.flatMap(({ href }) => href ?? [])).size));
  const linkShare = mean(
    ({ segments, text }) => segments.reduce((sum, one) => sum + (one.href ? one.text.length : 0), 0) / text.length,
  );
  if (linkCount >= 4 && linkShare > 0.8 && dated < 0.5) return 0;
  if (controls > 0.8 && length < 45) return 0;
  // Facts about one thing, paragraphs, sections of an article: nothing leads anywhere, and little is dated.
  const isTable = records.every(({ elements: [first] }) => first && isRow(first));
  const isNumbered = dated >= 0.8 && differing >= 0.8 && mean(({ text }) => (isNumberedText(text) ? 1 : 0)) >= 0.8;
  if (
    linked < 0.4 &&
    !(Math.max(dated, priced) >= 0.6 && parts >= (isTable ? 3 : 2.5)) &&
    !(isTable && namedColumns >= (dated >= 0.8 && hasHeaders(records) ? 1 : 2)) &&
    !isNumbered
  )
    return 0;
  // Two or three of a kind are often chance: they must lead somewhere and say when or how much.
  const isDated = Math.max(dated, priced) >= 0.5;
  if (count < 3 && !(linked === 1 && (isDated || isTable) && (isTable || titleLinked >= 0.5))) return 0;
  if (count === 1 && !(isTable && namedColumns >= 2)) return 0;
  if (count === 3 && linked < 0.6 && !isDated) return 0;
  const isExtended = records.some(({ elements }) => elements.length > 1);
  if (isExtended && titleLinked < 0.6 && dated < 0.6) return 0;

  const likeness = likenessOf(records);

  const share = Math.min(1, records.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, pageText));
  return (
    Math.log2(1 + Math.min(count, 64)) *
    (0.4 + Math.min(parts, 7) / 4) *
    (0.45 + 0.55 * linked + 0.35 * titleLinked) *
    (1 + 0.5 * dated + 0.25 * priced) *
    titles ** 2 *
    likeness ** 1.5 *
    (0.2 + Math.sqrt(share)) *
    weight
  );
}

/**
 * How alike the records are, 0 to 1: their parts stand at the same places, their titles at one place, and their lengths are of one
 * size. The sections of a page (head, text, side column) repeat in the tree, too, and differ in all three.
 */
function likenessOf(records: ReadRecord[]): number {
  const places = records.map(({ segments }) => new Set(segments.map(({ place }) => place.replace(/\.[^>~+]*/g, ""))));
  const counts = new Map<string, number>();
  for (const set of places) for (const place of set) counts.set(place, (counts.get(place) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count >= Math.max(2, records.length / 2)).map(([place]) => place);
  if (records.length === 1) return 1;
  const shared = places.map((set) => {
    const held = common.filter((place) => set.has(place)).length;
    return held / Math.max(1, Math.min(common.length + 3, Math.max(set.size, common.length)));
  });
  const titled = Math.max(0, ...countBy(records.map(({ titlePlace }) => titlePlace))) / records.length;
  const even = evenness(records.map(({ text }) => Math.log(Math.max(8, text.length))));
  return (shared.reduce((sum, one) => sum + one, 0) / shared.length) * titled * even;
}

function countBy(values: (string | null)[]): number[] {
  const counts = new Map<string | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()];
}

function hasHeaders([first]: ReadRecord[]): boolean {
  const row = first?.elements[0];
  return row !== undefined && headersFor(row).size >= 2;
}

function holdsChoice(element: ReadRecord["elements"][number]): boolean {
  const stack = [element];
  for (let looked = 0; stack.length > 0 && looked < 60; looked++) {
    const node = stack.pop();
    if (!node) break;
    if (node.name === "input" && /^(?:checkbox|radio)$/i.test(node.attribs.type ?? "")) return true;
    for (const child of node.children) if ("attribs" in child) stack.push(child);
  }
  return false;
}
