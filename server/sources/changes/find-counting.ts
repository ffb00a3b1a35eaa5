import type { ChangeItemRow } from "@/drizzle/schema";

/** How many there were of what a source lists, or holds in one folder, before a run and after it. */
export interface Tally {
  before: number;
  after: number;
}

/** What was counted in a run: the tallies, and how many pages or entries came and went in it. */
export interface RunTally {
  tallies: readonly Tally[];
  came: number;
  went: number;
}

const things =
  "posts?|articles?|stories|entries|items?|results?|products?|jobs?|positions?|openings?|vacanc(?:y|ies)|roles?|pages?|documents?|records?|notices?|tenders?|events?|listings?|reports?|downloads?|releases|topics?|videos?|episodes?|offers?|stellen|stellenangebote|beiträge|artikel|einträge|ergebnisse|treffer|produkte|dokumente|seiten|offres?|postes?|annonces?|résultats?|produits?|ofertas?|vacantes?|puestos?|resultados?|artículos?|productos?|documentos?|annunci|risultati|articoli|prodotti|vacatures?|resultaten|artikelen";
/** "5 posts", "24 open positions", "Jobs (24)". */
const countOfThings = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:\\d{1,6}\\s+(?:\\p{L}+\\s+){0,2}(?:${things})(?!\\p{L})|(?:${things})\\s?[:(]\\s?\\d{1,6}\\)?)`,
  "iu",
);

/**
 * Changes that say nothing but that there are more or fewer of what the source lists ("24 open positions" that became "25 open positions"): each of those
 * that came or went is told itself. Both figures must be the ones that were counted, or the line must count such things and move by no more than came or
 * went; another figure that moved by one is news.
 */
export function findCounting<T extends { id: string; items: readonly ChangeItemRow[] }>(
  told: readonly T[],
  saying: (items: readonly ChangeItemRow[]) => readonly ChangeItemRow[],
  { tallies, came, went }: RunTally,
): string[] {
  const moved = tallies.filter(({ before, after }) => before !== after);
  const isCount = (item: ChangeItemRow) => {
    const [before, after] = onlyFigure(item) ?? [];
    if (before === undefined || after === undefined) return false;
    if (moved.some((one) => one.before === before && one.after === after)) return true;
    return countOfThings.test(item.after ?? "") && after - before <= came && before - after <= went;
  };
  return told.filter(({ items }) => items.length > 0 && saying(items).every(isCount)).map(({ id }) => id);
}

/** The figures before and after of a line that differs in one figure alone, and has words beside it. */
export function onlyFigure({
  kind,
  before,
  after,
}: Pick<ChangeItemRow, "kind" | "before" | "after">): [number, number] | null {
  if (kind !== "number" || before === null || after === null || !/\p{L}{3}/u.test(before)) return null;
  const whole = /(?<![\p{L}\p{N}.,:/-])\d{1,6}(?![\p{L}\p{N}]|[.,:/-]\d)/gu;
  if (before.replace(whole, "#") !== after.replace(whole, "#")) return null;
  const [old, fresh] = [before, after].map((text) => (text.match(whole) ?? []).map(Number));
  const differing = (old ?? []).flatMap((one, at): [number, number][] =>
    fresh?.[at] === undefined || fresh[at] === one ? [] : [[one, fresh[at]]],
  );
  return differing.length === 1 ? (differing[0] ?? null) : null;
}
