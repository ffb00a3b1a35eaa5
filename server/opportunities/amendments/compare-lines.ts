import { countDaysAlike, saySameAtVisits } from "@/server/evidence/changes";
import type { TenderDocument } from "../tender-document";
import { pairRequirements } from "./pair-requirements";
import { alikeness, type PreparedRequirement, prepareRequirement, wordsKey } from "./requirement-words";
import { isSlightChange } from "./slight-change";

/** A row, an item or a sentence that no demand states and that reads otherwise now. */
export interface ChangedLine {
  what: "added" | "removed" | "changed";
  before: string | null;
  after: string | null;
}

interface Line extends PreparedRequirement {
  isRow: boolean;
  /** What a row is called: its first cell of words. */
  name: string;
  /** The row that heads its columns, by its words. */
  table: string;
}

/** A sentence is the same sentence, reworded, from this likeness on; in prose doubt says nothing. */
const SAME = 0.7;
/** A cell no longer than this may be what a row is called. */
const LONGEST_NAME = 80;
const MOST_LINES = 4_000;

/**
 * Lines of two versions of a paper that changed although no demand states them: goods and their descriptions, notes, remarks. Rows are followed by
 * what they are called, then by their words; rows that come to a table that stands, or leave it, are told as well, sentences of prose are not.
 */
export function compareLines(
  before: TenderDocument,
  after: TenderDocument,
  isTold: (text: string) => boolean,
): ChangedLine[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  if (Math.max(old.length, fresh.length) > MOST_LINES) return [];
  const [was, is] = [wholeText(old), wholeText(fresh)];
  const open = (lines: readonly Line[], others: readonly Line[]) => {
    const stands = new Set(others.map(squashed));
    return lines.filter((one) => !stands.has(squashed(one)) && one.words.length > 2 && !isTold(textOf(one)));
  };
  const [gone, come] = [open(old, fresh), open(fresh, old)];
  const pairs = pairLines(gone, come);
  const paired = new Set(pairs.flat());
  const tables = new Set(old.flatMap(({ table }) => (fresh.some((one) => one.table === table) ? [table] : [])));
  const isNews = (one: Line, text: string) =>
    one.name !== "" && tables.has(one.table) && !paired.has(one) && !text.includes(squashed(one));
  const changed = pairs.filter(
    ([a, b]) =>
      // A paper that was only laid out anew says everything that it said.
      !(is.includes(squashed(a)) && was.includes(squashed(b))) &&
      !isSlightChange(a.words, b.words) &&
      !saySameAtVisits(textOf(a), textOf(b)) &&
      // Which day that is is told as a date.
      !countDaysAlike(textOf(a), textOf(b)),
  );
  return [
    ...changed.map(([a, b]) => ({
      at: b.index,
      line: { what: "changed" as const, before: textOf(a), after: textOf(b) },
    })),
    ...come
      .filter((one) => isNews(one, was))
      .map((one) => ({ at: one.index, line: { what: "added" as const, before: null, after: textOf(one) } })),
    ...gone
      .filter((one) => isNews(one, is))
      .map((one) => ({ at: fresh.length, line: { what: "removed" as const, before: textOf(one), after: null } })),
  ]
    .sort((a, b) => a.at - b.at)
    .map(({ line }) => line);
}

/** Rows by what they are called where only one on each side is called so; then by their words. */
function pairLines(gone: readonly Line[], come: readonly Line[]): [Line, Line][] {
  const byName = (lines: readonly Line[]) => Map.groupBy(lines, ({ name }) => name);
  const [old, fresh] = [byName(gone), byName(come)];
  const named = [...old].flatMap(([name, [a, ...more]]): [Line, Line][] => {
    const [b, ...others] = fresh.get(name) ?? [];
    return name !== "" && a && b && more.length + others.length === 0 ? [[a, b]] : [];
  });
  const done = new Set(named.flat());
  const left = [gone, come].map((lines) => lines.filter((one) => !done.has(one))) as [Line[], Line[]];
  const [a, b] = left.map((lines) => lines.map((one, index) => ({ ...one, index }))) as [Line[], Line[]];
  const alike = pairRequirements(a, b).flatMap(([one, other]): [Line, Line][] => {
    const pair: [Line, Line] = [left[0][one.index] as Line, left[1][other.index] as Line];
    const isSame = pair[0].isRow ? pair[1].isRow : alikeness(one.words, other.words, () => 1) >= SAME && !pair[1].isRow;
    return isSame ? [pair] : [];
  });
  return [...named, ...alike];
}

function linesOf(document: TenderDocument): Line[] {
  const slice = (span: { start: number; end: number } | undefined) =>
    span ? document.text.slice(span.start, span.end) : "";
  return document.units.flatMap((unit, index): Line[] => {
    if (unit.kind === "code" || unit.isHeader) return [];
    const heading = slice(unit.headings.at(-1));
    const requirement = {
      id: "",
      text: slice(unit),
      section: [heading],
      kind: "technical" as const,
      isMandatory: false,
    };
    const isRow = unit.kind === "table_row";
    const cells = isRow ? (document.blocks[unit.block]?.cells ?? []).map(slice) : [];
    const name = cells.find((cell) => /\p{L}{3}/u.test(cell)) ?? "";
    return [
      {
        ...prepareRequirement(requirement, index),
        isRow,
        name: name.length <= LONGEST_NAME ? wordsKey(name) : "",
        table: isRow ? wordsKey(`${heading} ${slice(unit.header)}`) : "",
      },
    ];
  });
}

/** Without spaces: words that the end of a printed line parts are the same words. */
const squashed = ({ key }: Line) => key.replaceAll(" ", "");
const wholeText = (lines: readonly Line[]) => lines.map(squashed).join("");
const textOf = ({ requirement }: Line) => requirement.text.replace(/\s+/g, " ").trim();
