import type { ChangeView } from "./change-types";

export type Row = ChangeView["rows"][number];
export type Block = NonNullable<Row["before"]>;

type Stretch =
  | { kind: "shown"; rows: readonly Row[]; from: number }
  /** Unchanged, and far from what changed. */
  | { kind: "folded"; rows: readonly Row[]; from: number };

/** How many unchanged rows stay beside a changed one. */
const context = 2;
/** A fold that hides less than this hides more than it helps. */
const least = 3;

export function isChanged({ before, after, words }: Row): boolean {
  const isSame = before?.text === after?.text && before?.kind === after?.kind && before?.level === after?.level;
  return !isSame || Boolean(words?.some(({ op }) => op !== "same"));
}

/** Cuts two aligned versions into what is shown, around the changes, and what is folded away between. */
export function foldRows(rows: readonly Row[]): Stretch[] {
  const near = rows.map(() => false);
  for (const [index, row] of rows.entries()) {
    if (!isChanged(row)) continue;
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
