import type { ChangedField } from "./compare-fields";
import type { RequirementChange, RequirementComparison } from "./compared-requirement";

/** A date of the procedure that moved, in words as they are shown. */
export interface MovedDeadline {
  /** "submission", "questions" ... */
  kind: string;
  before: string | null;
  after: string | null;
}

const MOST_TOLD = 4;
const MOST_FIELDS = 3;
const LONGEST = 110;
const figures = /\d/;
/** Of a mailbox, a page or a file: its digits are no figure of the demand. */
const address = /@|\/\/|www\.|[a-z]\/[a-z]|\w\.[a-z]{2,5}\b/i;
const money = /[$€£]|\b(?:usd|eur|gbp|chf|price|rate|cost|ceiling|preis|prix)\b/i;
const time =
  /\b(?:\d{4}|days?|weeks?|months?|hours?|deadline|due|no later than|january|february|march|april|may|june|july|august|september|october|november|december|tage|wochen|jours|mois)\b/i;

/** One plain paragraph: moved dates, how many of each, and the changes that matter most (binding ones, dates and amounts first). */
export function summariseAmendment(
  comparison: Pick<RequirementComparison, "changes" | "counts">,
  deadlines: readonly MovedDeadline[] = [],
  fields: readonly ChangedField[] = [],
): string {
  const moved = [
    ...deadlines.filter(({ before, after }) => before !== after).map(tellDeadline),
    ...fields
      .slice(0, MOST_FIELDS)
      .map(({ before, after }) => `"${short(before ?? "")}" is now "${short(after ?? "")}".`),
  ];
  const { added, removed, changed, moved: elsewhere, unchanged } = comparison.counts;
  const slight = comparison.changes.filter(isSlight).length;
  const counts = [
    added > 0 ? `${count(added, "requirement")} added` : "",
    removed > 0 ? `${added > 0 ? removed : count(removed, "requirement")} removed` : "",
    changed > 0
      ? `${added + removed > 0 ? changed : count(changed, "requirement")} changed${slight > 0 ? ` (${slight} in wording only)` : ""}`
      : "",
    elsewhere > 0
      ? `${added + removed + changed > 0 ? elsewhere : count(elsewhere, "requirement")} moved elsewhere`
      : "",
  ].filter(Boolean);
  if (counts.length === 0) return [...moved, `No requirement changed (${unchanged} as before).`].join(" ");
  const told = comparison.changes
    .filter((change) => ["added", "removed", "changed"].includes(change.type) && !isSlight(change))
    .map((change, index) => ({ change, index, weight: weightOf(change) }))
    .toSorted((a, b) => b.weight - a.weight || a.index - b.index)
    .slice(0, MOST_TOLD)
    .map(({ change }) => tellChange(change));
  const most = told.length > 0 ? `: ${told.join("; ")}.` : ".";
  return [...moved, `${counts.join(", ")}${most}`].join(" ");
}

const isSlight = (change: RequirementChange) => change.type === "changed" && change.aspects.includes("slight");

function tellDeadline({ kind, before, after }: MovedDeadline): string {
  const name = `${kind.charAt(0).toUpperCase()}${kind.slice(1).replaceAll("_", " ")} date`;
  if (!before) return `${name} is now stated: ${after}.`;
  if (!after) return `${name} (${before}) is no longer stated.`;
  return `${name} moved from ${before} to ${after}.`;
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

function tellChange(change: RequirementChange): string {
  if (change.type === "added") return `${strength(change.after.isMandatory)}new "${short(change.after.text)}"`;
  if (change.type === "removed") return `removed "${short(change.before.text)}"`;
  if (change.type !== "changed") return "";
  const { before, after, aspects, words } = change;
  if (aspects.includes("strength")) return `now ${after.isMandatory ? "binding" : "optional"} "${short(after.text)}"`;
  const figure = swappedParts(words).find(
    ([old, fresh]) => (figures.test(old) || figures.test(fresh)) && !address.test(old) && !address.test(fresh),
  );
  if (figure) return `"${short(figure[0], 40)}" became "${short(figure[1], 40)}" in "${short(after.text)}"`;
  if (!aspects.includes("wording") && (aspects.includes("split") || aspects.includes("merged")))
    return `${aspects.includes("split") ? "split" : "merged"} "${short(before.text)}"`;
  return `changed "${short(after.text)}"`;
}

/** What stands in the place of what. Whole up to the next space: half of "1,200" or of a file's name tells nobody anything. */
function swappedParts(words: (RequirementChange & { type: "changed" })["words"]): (readonly [string, string])[] {
  return words.flatMap((word, index) => {
    const next = words[index + 1];
    if (word.op !== "removed" || next?.op !== "added") return [];
    const [before, after] = [words[index - 1], words[index + 2]];
    const lead = before?.op === "same" && /^\S/.test(word.text) ? (/\S*$/.exec(before.text)?.[0] ?? "") : "";
    const tail = after?.op === "same" && /\S$/.test(word.text) ? (/^\S*/.exec(after.text)?.[0] ?? "") : "";
    return [[`${lead}${word.text}${tail}`, `${lead}${next.text}${tail}`] as const];
  });
}

function strength(isMandatory: boolean): string {
  return isMandatory ? "" : "optional, ";
}

function differing(change: RequirementChange & { type: "changed" }): string {
  return change.words.flatMap((word) => (word.op === "same" ? [] : [word.text])).join(" ");
}

function short(text: string, longest = LONGEST): string {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain.length <= longest) return plain;
  const cut = plain.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longest / 2))}…`;
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}
