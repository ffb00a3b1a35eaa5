import type { ChangeView } from "./change-types";

export type Row = ChangeView["rows"][number];
export type Block = NonNullable<Row["before"]>;

type Stretch =
  | { kind: "shown"; rows: readonly Row[]; from: number }
  /** Unchanged or passing, and far from what changed. */
  | { kind: "folded"; rows: readonly Row[]; from: number };

/** How many unchanged rows stay beside a changed one. */
const context = 2;
/** A fold that hides less than this hides more than it helps. */
const least = 3;

export function isChanged({ before, after, words }: Row): boolean {
  const isSame = before?.text === after?.text && before?.kind === after?.kind && before?.level === after?.level;
  return !isSame || Boolean(words?.some(({ op }) => op !== "same"));
}

/** A change keeps so many of its places; with as many, more may have been told than is known here. */
const mostItems = 100;

/** Rows that differ and are no part of what was told: what the page draws by lot, reorders or counts. */
export function passingRows(rows: readonly Row[], items: ChangeView["items"]): ReadonlySet<Row> {
  const told = items.flatMap(textsOf);
  if (told.length === 0 || items.length >= mostItems) return new Set();
  const isTold = (text: string) =>
    told.some((one) => one === text || (one.length > 3 && text.includes(one)) || one.includes(text));
  const textsOfRow = ({ before, after }: Row) => [before, after].flatMap((block) => block?.text ?? []);
  return new Set(rows.filter((row) => isChanged(row) && textsOfRow(row).every((text) => !isTold(text))));
}

function textsOf({ before, after, words = [] }: ChangeView["items"][number]): string[] {
  const side = (op: "added" | "removed") =>
    words.flatMap((one) => (one.op === "same" || one.op === op ? [one.text] : [])).join("");
  // Of a price the item keeps only the amount; its line is in its words.
  const texts = words.length > 0 ? [side("removed"), side("added")] : [before ?? "", after ?? ""];
  return texts.map((text) => text.trim()).filter((text) => text !== "");
}

/** Cuts two aligned versions into what is shown, around the changes, and what is folded away between. */
export function foldRows(rows: readonly Row[], passing: ReadonlySet<Row> = new Set()): Stretch[] {
  const near = rows.map(() => false);
  for (const [index, row] of rows.entries()) {
    if (!isChanged(row) || passing.has(row)) continue;
    for (let at = Math.max(0, index - context); at <= Math.min(rows.length - 1, index + context); at++) near[at] = true;
  }
  const stretches: Stretch[] = [];
  let from = 0;
  while (from < rows.length) {
    let to = from;
    while (to < rows.length && near[to] === near[from]) to++;
    const part = { rows: rows.slice(from, to), from };
    const last = stretches.at(-1);
    if (!near[from] && part.rows.length >= least) stretches.push({ kind: "folded", ...part });
    else if (last?.kind === "shown") stretches[stretches.length - 1] = { ...last, rows: [...last.rows, ...part.rows] };
    else stretches.push({ kind: "shown", ...part });
    from = to;
  }
  return stretches;
}
