import type { KnownRecord, ListingRecord } from "@/server/crawling/listings";
import type { EmptiedValue } from "@/server/evidence/changes";

/** Names of the codes under which remarks about the values of a page stand in a run. */
export const valueRemarks = ["value_emptied", "value_unsteady"] as const;

const mostNamed = 3;
const longestQuote = 80;
/** A field that fewer entries have is one that entries may lack. */
const usualShare = 0.5;

/** What is odd about the values of a page that is otherwise well, for people; null when nothing is. */
export function describeValues(
  emptied: readonly EmptiedValue[],
  swings: readonly [string, string][],
): { code: (typeof valueRemarks)[number]; reason: string } | null {
  const holes = emptied.map(
    ({ label, value }) => `${label ? quote(label) : "A value"} is empty; it said ${quote(value)}.`,
  );
  const unsteady = swings.map(([one, other]) => `${quote(one)} and ${quote(other)} go to and fro.`);
  const all = [...new Set([...holes, ...unsteady])];
  if (all.length === 0) return null;
  const more = all.length > mostNamed ? ` So do ${all.length - mostNamed} more values.` : "";
  return {
    code: holes.length > 0 ? "value_emptied" : "value_unsteady",
    reason: all.slice(0, mostNamed).join(" ") + more,
  };
}

/** Values that single entries of a listing have lost while most of the others still have theirs; under which heading one stands is none of its values. */
export function emptiedInEntries(known: readonly KnownRecord[], records: readonly ListingRecord[]): EmptiedValue[] {
  const before = new Map(known.map((record) => [keyOf(record), record.fields]));
  // What the page draws says less of an entry than the data that its scripts asked for.
  const ofData = ({ rung }: ListingRecord) => rung === "json";
  const [drawn, held] = [records.filter((one) => !ofData(one)), records.filter(ofData)].map(usualFields);
  return records.flatMap((record) => {
    const usual = (ofData(record) ? held : drawn) ?? new Set<string>();
    return Object.entries(before.get(keyOf(record)) ?? {}).flatMap(([name, value]) => {
      const isLost =
        usual.has(name) && name !== "section" && value !== "" && !record.fields[name] && !record.text.includes(value);
      return isLost ? [{ label: record.title, value }] : [];
    });
  });
}

/** Swings without the lines that only count a list's entries ("8 open positions"): what they count has come and gone. */
export function withoutCounts(swings: readonly [string, string][], entries: number): [string, string][] {
  const shape = (text: string) => text.replace(/\d+/g, "#");
  const counts = (text: string) => (text.match(/\d+/g) ?? []).map(Number).join() === String(entries);
  return swings.filter(
    ([one, other]) => !(/\p{L}{2}/u.test(one) && shape(one) === shape(other) && (counts(one) || counts(other))),
  );
}

function usualFields(records: readonly ListingRecord[]): Set<string> {
  const names = [...new Set(records.flatMap(({ fields }) => Object.keys(fields)))];
  const isUsual = (name: string) => records.filter(({ fields }) => fields[name]).length >= records.length * usualShare;
  return new Set(names.filter(isUsual));
}

function keyOf({ url, title }: Pick<KnownRecord, "url" | "title">): string {
  return url ?? title;
}

function quote(text: string): string {
  return `“${text.length > longestQuote ? `${text.slice(0, longestQuote - 1)}…` : text}”`;
}
