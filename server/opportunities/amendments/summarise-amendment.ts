import type { ChangedField } from "./compare-fields";
import type { RequirementChange, RequirementComparison } from "./compared-requirement";
import { quoted, tellChange } from "./tell-change";

/** A date of the procedure that moved, in words as they are shown. */
export interface MovedDeadline {
  /** "submission", "questions" ... */
  kind: string;
  before: string | null;
  after: string | null;
}

const MOST_TOLD = 4;
const MOST_FIELDS = 3;
const figures = /\d/;
const money = /[$€£]|\b(?:usd|eur|gbp|chf|price|rate|cost|ceiling|preis|prix)\b/i;
const time =
  /\b(?:\d{4}|days?|weeks?|months?|hours?|deadline|due|no later than|january|february|march|april|may|june|july|august|september|october|november|december|tage|wochen|jours|mois)\b/i;

/**
 * One paragraph that can be sent on: moved dates, changed weights and limits, how many demands of each, and those that matter most (binding
 * ones, dates and amounts first). `affected`: so many more name what is taken out; `lines`: so many others changed.
 */
export function summariseAmendment(
  comparison: Pick<RequirementComparison, "changes" | "counts">,
  deadlines: readonly MovedDeadline[] = [],
  fields: readonly ChangedField[] = [],
  { affected = 0, lines = 0 }: { affected?: number; lines?: number } = {},
): string {
  const told = comparison.changes
    .filter((change) => ["added", "removed", "changed"].includes(change.type) && !isSlight(change))
    .map((change, index) => ({ change, index, weight: weightOf(change) }))
    .toSorted((a, b) => b.weight - a.weight || a.index - b.index)
    .slice(0, MOST_TOLD)
    .map(({ change }) => tellChange(change));
  return [
    ...deadlines.filter(({ before, after }) => before !== after).map(tellDeadline),
    ...fields.slice(0, MOST_FIELDS).map(tellField),
    tellCounts(comparison),
    ...told,
    affected === 0
      ? ""
      : `${count(affected, "more requirement")} ${affected === 1 ? "names" : "name"} what is taken out.`,
    lines === 0
      ? ""
      : `${count(lines, "line")} that no requirement states ${lines === 1 ? "reads" : "read"} otherwise, or ${lines === 1 ? "is" : "are"} new or gone.`,
  ]
    .filter(Boolean)
    .join(" ");
}

function tellCounts({ counts, changes }: Pick<RequirementComparison, "changes" | "counts">): string {
  const { added, removed, changed, moved, unchanged } = counts;
  const slight = changes.filter(isSlight).length;
  const parts = [
    { amount: added, what: "added" },
    { amount: removed, what: "taken out" },
    { amount: changed, what: slight > 0 ? `changed (${slight} in wording only)` : "changed" },
    { amount: moved, what: "moved elsewhere" },
  ].filter(({ amount }) => amount > 0);
  if (parts.length === 0)
    return unchanged > 0
      ? `No requirement changed; ${unchanged} ${unchanged === 1 ? "stands" : "stand"} as before.`
      : "No requirement changed.";
  const said = parts.map(({ amount, what }, index) => `${index === 0 ? count(amount, "requirement") : amount} ${what}`);
  return `${said.length === 1 ? said[0] : `${said.slice(0, -1).join(", ")} and ${said.at(-1)}`}.`;
}

const isSlight = (change: RequirementChange) => change.type === "changed" && change.aspects.includes("slight");

function tellDeadline({ kind, before, after }: MovedDeadline): string {
  const name = `${kind.charAt(0).toUpperCase()}${kind.slice(1).replaceAll("_", " ")} date`;
  if (!before) return `${name} is now stated: ${after}.`;
  if (!after) return `${name} (${before}) is no longer stated.`;
  return `${name} moved from ${before} to ${after}.`;
}

const fieldNames = {
  evaluation_factor: "Evaluation",
  page_limit: "Page limit",
  value: "Amount",
  date: "Date",
} as const;

function tellField({ name, before, after }: ChangedField): string {
  return `${fieldNames[name]}: ${quoted(after ?? "")} Before: ${quoted(before ?? "")}`;
}

function weightOf(change: RequirementChange): number {
  const one = change.type === "removed" ? change.before : "after" in change ? change.after : undefined;
  const words = change.type === "changed" ? differing(change) : (one?.text ?? "");
  const isBinding = one?.isMandatory || (change.type === "changed" && change.before.isMandatory);
  return (
    (isBinding ? 4 : 0) +
    (change.type === "changed" && change.aspects.includes("strength") ? 3 : 0) +
    (figures.test(words) ? (change.type === "changed" ? 3 : 1) : 0) +
    (time.test(words) ? 1.5 : 0) +
    (money.test(words) ? 1.5 : 0) +
    (change.type === "changed" ? 0.5 : change.type === "added" ? 1 : 0)
  );
}

function differing(change: RequirementChange & { type: "changed" }): string {
  return change.words.flatMap((word) => (word.op === "same" ? [] : [word.text])).join(" ");
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}
