import { holds, ruleTokens } from "../qa/match-answers";
import { tokenF1 } from "../requirements/score-requirements";
import type { AmendmentTruth } from "./load-pairs";

/** One thing that the product says changed. */
export interface ToldChange {
  what: string;
  before: string | null;
  after: string | null;
  detail: string | null;
}

export interface AmendmentScore {
  added: { wanted: number; found: number };
  removed: { wanted: number; found: number };
  /** Old and new words in one item. */
  changed: { wanted: number; found: number };
  /** Both sides told, but as something removed and something added. */
  apart: number;
  /** Changes of evaluation factors: name and both figures in one item. */
  factors: { wanted: number; found: number };
  /** Old and new date in one item. */
  dates: { wanted: number; found: number };
  /** Items about demands that no one expected, of all such items. */
  noise: { of: number; told: number };
  /** Demands shown for a person to look at, because they name what is taken out. */
  affected: number;
  /** Dates told as moved that did not. */
  falseDates: number;
  /** Sentences told as new, gone or changed although they only moved or were reformatted. */
  notChangesTold: number;
  misses: string[];
}

const LEAST = 0.7;

/** What the product told about one pair against what a person found in it. */
export function scoreAmendment(told: readonly ToldChange[], truth: AmendmentTruth): AmendmentScore {
  const misses: string[] = [];
  const demands = told.filter(({ what }) => ["added", "removed", "changed"].includes(what));
  const fields = told.filter(({ what }) => what === "field");
  const expected = new Set<ToldChange>();
  const take = (hit: ToldChange | undefined) => {
    if (hit) expected.add(hit);
    return hit !== undefined;
  };
  const find = (test: (one: ToldChange) => boolean) =>
    demands.find((one) => !expected.has(one) && test(one)) ?? demands.find(test);
  const isNew = (one: ToldChange, wanted: string) => one.after !== null && says(one.after, wanted);
  const isOld = (one: ToldChange, wanted: string) => one.before !== null && says(one.before, wanted);

  const certain = truth.changed.filter(({ doubtful, kind }) => !doubtful && kind !== "factor");
  const factors = truth.changed.filter(({ kind }) => kind === "factor");
  let apart = 0;
  const pairOf = (change: { old: string; new: string }) =>
    find((one) => isOld(one, change.old) && isNew(one, change.new));
  const changed = certain.filter((change) => {
    if (take(pairOf(change))) return true;
    const halves = [find((one) => isOld(one, change.old)), find((one) => isNew(one, change.new))];
    if (halves.every(take)) apart++;
    misses.push(
      `not paired${halves.every(Boolean) ? " (told apart)" : halves[0] ? " (old told)" : halves[1] ? " (new told)" : ""}: ${change.old} => ${change.new}`,
    );
    return false;
  });
  const factorsFound = factors.filter((change) => {
    const hit = [...fields, ...demands]
      .filter((one) => one.before !== null && one.after !== null)
      .find(
        (one) =>
          (isOld(one, change.old) && isNew(one, change.new)) || (one.what === "field" && tellsFactor(one, change)),
      );
    if (hit) return take(hit);
    misses.push(`factor: ${change.old} => ${change.new}`);
    return false;
  });
  const added = truth.added.filter((wanted) => {
    if (take(find((one) => isNew(one, wanted)))) return true;
    misses.push(`not told as new: ${wanted}`);
    return false;
  });
  const removed = truth.removed.filter((wanted) => {
    if (take(find((one) => one.what === "removed" && isOld(one, wanted)))) return true;
    misses.push(`not told as removed: ${wanted}`);
    return false;
  });
  const neutral = [
    ...truth.added_doubtful,
    ...truth.removed_doubtful,
    ...truth.facts_added,
    ...truth.added,
    ...truth.removed,
    ...truth.changed.flatMap((change) => [change.old, change.new]),
    // A row of a schedule may be a demand as well: its date moved.
    ...truth.dates.flatMap((date) => [date.old_quote, date.new_quote]).filter((quote) => typeof quote === "string"),
  ];
  const noise = demands.filter(
    (one) =>
      !expected.has(one) &&
      // What is told as mere wording, apart from the rest, claims nothing.
      one.detail !== "wording" &&
      !neutral.some((wanted) => isOld(one, wanted) || isNew(one, wanted) || isPartOf(one, wanted)),
  );
  for (const one of noise)
    misses.push(
      `told in vain: ${one.what}: ${one.before ?? ""} => ${one.after ?? ""}${one.detail ? ` [${one.detail}]` : ""}`,
    );

  const moves = told.filter(({ what }) => what === "deadline");
  const rightMoves = new Set<ToldChange>();
  const dates = truth.dates.filter((date) => {
    const hits = moves.filter(
      (one) =>
        (isMoment(one.before, date.old) && isMoment(one.after, date.new)) ||
        (!!date.old_quote && !!date.new_quote && isRow(one, date.old_quote, date.new_quote)),
    );
    for (const hit of hits) rightMoves.add(hit);
    if (hits.length === 0) misses.push(`date: ${date.what}: ${date.old} => ${date.new}`);
    return hits.length > 0;
  });
  const falseDates = moves.filter((one) => !rightMoves.has(one));
  for (const one of falseDates) misses.push(`date in vain: ${one.detail}: ${one.before} => ${one.after}`);
  const notChanges = truth.not_changes.filter((sentence) =>
    noise.some(
      (one) =>
        (one.before !== null && alike(one.before, sentence)) || (one.after !== null && alike(one.after, sentence)),
    ),
  );
  return {
    added: { wanted: truth.added.length, found: added.length },
    removed: { wanted: truth.removed.length, found: removed.length },
    changed: { wanted: certain.length, found: changed.length },
    apart,
    factors: { wanted: factors.length, found: factorsFound.length },
    dates: { wanted: truth.dates.length, found: dates.length },
    noise: { of: demands.length, told: noise.length },
    affected: told.filter(({ what }) => what === "affected").length,
    falseDates: falseDates.length,
    notChangesTold: notChanges.length,
    misses,
  };
}

/** Alike by words, or the one holds the other word by word. */
function says(text: string, wanted: string): boolean {
  return alike(text, wanted) || holds(text, wanted);
}

function alike(text: string, wanted: string): boolean {
  return tokenF1(ruleTokens(text), ruleTokens(wanted)) >= LEAST;
}

/** A piece of an expected sentence, or a sentence that a list was made of. */
function isPartOf(one: ToldChange, wanted: string): boolean {
  const text = one.after ?? one.before ?? "";
  return ruleTokens(text).length >= 4 && holds(wanted, text);
}

function tellsFactor(one: ToldChange, change: { old: string; new: string }): boolean {
  const figuresOf = (text: string): string[] => text.match(/\d+/g) ?? [];
  const namesOf = (text: string) => ruleTokens(text).filter((word) => /^[a-z]{4,}$/.test(word));
  const isName = namesOf(`${one.before} ${one.detail ?? ""}`).some((word) => namesOf(change.old).includes(word));
  const has = (text: string | null, wanted: string) =>
    figuresOf(wanted).every((figure) => figuresOf(text ?? "").includes(figure));
  return isName && has(one.before, change.old) && has(one.after, change.new);
}

/** A row of a schedule in the paper's own words; struck dates may stand in the truth's. */
function isRow(one: ToldChange, old: string, fresh: string): boolean {
  const last = (text: string) => /[\d/.-]+\W*$/.exec(text)?.[0].trim() ?? "";
  return says(one.before ?? "", old) && says(one.after ?? "", fresh) && (one.after ?? "").includes(last(fresh));
}

/** As much of a moment as the truth states; nothing stated says nothing. */
function isMoment(told: string | null, wanted: string | null): boolean {
  if (wanted === null) return told === null || !/\d{4}-\d\d-\d\d/.test(told);
  const [day = "", time] = wanted.split("T");
  if (!told?.includes(day)) return false;
  const hour = /\b(\d\d:\d\d)\b/.exec(told.replace(day, ""))?.[1];
  return !time || !hour || time.startsWith(hour);
}
