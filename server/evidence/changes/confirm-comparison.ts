import type { ChangeItem, Comparison } from "./comparison";
import { isRevisionLine, judgeSeverity } from "./judge-severity";
import { summarise } from "./summarise";

/**
 * What two captures of the same moment, each compared with the same older one, both say. Quotations drawn by lot, counters and A/B tests differ
 * between the two, so they drop out; what has really changed stands in both. `pageWords`: words of the newer page.
 * `seen`: everything in which the two looks differ from the older capture, when the comparisons have been thinned by what comes and goes.
 */
export function confirmComparison(
  first: Comparison,
  second: Comparison,
  pageWords: number,
  seen: { first: readonly ChangeItem[]; second: readonly ChangeItem[] } = { first: first.items, second: second.items },
): Comparison {
  if (first.verdict === "none") return first;
  const again = new Set(second.items.map(keyOf));
  const [firstSeen, secondSeen] = [new Set(seen.first.map(keyOf)), new Set(seen.second.map(keyOf))];
  // Three quotations of six, drawn twice, share one by chance, and what was taken out is missing from both draws: where the two looks
  // disagree under a heading, nothing under it is steady. Prices and figures stand for themselves.
  const unsteadyParts = new Set(
    [
      ...seen.first.filter((item) => !secondSeen.has(keyOf(item))),
      ...seen.second.filter((item) => !firstSeen.has(keyOf(item))),
    ].map(({ heading }) => heading),
  );
  const isSteady = (item: ChangeItem) =>
    item.kind === "price" || item.kind === "number" || !unsteadyParts.has(item.heading);
  const items = first.items.filter((item) => again.has(keyOf(item)) && isSteady(item));
  if (items.length === first.items.length) return first;
  if (items.length === 0) return { verdict: "none", severity: "low", summary: unsteady, items };
  const isForm = (item: ChangeItem) => item.kind === "link" || item.kind === "image" || item.kind === "structure";
  const verdict = first.verdict === "wording" && !items.every(isForm) ? "wording" : "form";
  const severity = items.every(isRevisionLine) ? "low" : judgeSeverity(verdict, items, pageWords);
  return { verdict, severity, summary: summarise(items), items };
}

const unsteady = "Nothing but what differs from one look to the next";

function keyOf({ kind, before, after }: ChangeItem): string {
  return JSON.stringify([kind, before, after]);
}
