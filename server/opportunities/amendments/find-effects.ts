import type { ExtractedRequirement } from "../shredding/extracted-requirement";
import type { Place, TenderDocument } from "../tender-document";
import type { ComparedRequirement } from "./compared-requirement";
import { requirementsNaming } from "./named-thing";
import { pairRequirements } from "./pair-requirements";
import { type Instruction, readInstructions } from "./read-instructions";
import { alikeness, containment, type PreparedRequirement, prepareRequirement, weighWords } from "./requirement-words";

/** What a paper beside the others does to one of their requirements, which goes on standing where it stands: both quotes are shown. */
export interface Effect {
  /** `affected`: it only names what is taken out, and has to be looked at. */
  what: "changed" | "removed" | "affected";
  /** Index among the requirements of the other papers. */
  target: number;
  /** The words that say it. */
  place: Place;
  quote: string;
  /** Index of the addendum's own requirement that says it, if it is one. */
  own: number | null;
}

/** From here on two papers say the same thing in other words; beside a standing paper doubt says nothing. */
const REWORDED = 0.66;

/**
 * What an addendum or a paper of answers changes in the papers beside it: sections that it deletes or replaces, words that it changes, things
 * that it takes out, and demands that it words otherwise. Deterministic.
 */
export function findEffects(
  addendum: TenderDocument,
  own: readonly (ExtractedRequirement & { index: number })[],
  others: readonly (ExtractedRequirement & { index: number })[],
): Effect[] {
  const prepared = others.map((one, index) => prepareRequirement(compared(one), index));
  const fresh = own.map((one, index) => prepareRequirement(compared(one), index));
  const weight = weighWords([...prepared, ...fresh]);
  const effects = new Map<number, Effect>();
  const add = (
    what: Effect["what"],
    target: PreparedRequirement | undefined,
    said: { place: Place; quote: string },
    by?: number,
  ) => {
    const index = target && others[target.index]?.index;
    if (index === undefined || (effects.get(index)?.what ?? "affected") !== "affected") return;
    const one = by === undefined ? own.find(({ place }) => overlaps(place, said.place)) : own[by];
    effects.set(index, { what, target: index, place: said.place, quote: said.quote, own: one?.index ?? null });
  };

  const instructions = readInstructions(addendum);
  for (const [at, said] of instructions.entries()) {
    if (said.does === "reword") add("changed", targetOfWords(said, prepared, weight), said);
    else if (said.does === "take_out")
      for (const { requirement, isAboutIt } of requirementsNaming(said.thing, prepared, weight))
        add(isAboutIt ? "removed" : "affected", requirement, said);
    else {
      const targets = prepared.filter((one) => isOfSection(others[one.index], said.section));
      if (said.does === "delete") for (const one of targets) add("removed", one, said);
      else replaceSection(said, instructions[at + 1]?.place.start ?? Number.POSITIVE_INFINITY, targets);
    }
  }

  function replaceSection(said: Instruction, until: number, targets: PreparedRequirement[]) {
    const news = fresh.filter((one) => {
      const { start = 0 } = own[one.index]?.place ?? {};
      return start >= said.place.start && start < until;
    });
    const pairs = pairRequirements(
      targets.map((one, index) => ({ ...one, index })),
      news.map((one, index) => ({ ...one, index })),
    );
    for (const [old, now] of pairs) {
      const by = own.findIndex((one) => one === own.find(({ quote }) => quote === now.requirement.text));
      const place = own[by];
      if (old.key !== now.key && place)
        add("changed", targets[old.index], { place: place.place, quote: place.quote }, by);
      if (old.key === now.key) targets = targets.filter((one) => one !== targets[old.index]);
    }
    const single = targets.length === 1 && news.length <= 1;
    for (const one of targets) add(single ? "changed" : "removed", one, said);
  }

  // What says nearly the same in other words is the newer wording, whether the paper says so or not.
  const left = prepared.filter(
    (one) => (effects.get(others[one.index]?.index ?? -1)?.what ?? "affected") === "affected",
  );
  const repeated = new Set(left.map(({ key }) => key));
  const open = fresh.filter((one) => !repeated.has(one.key));
  for (const [old, now] of pairRequirements(
    left.map((one, index) => ({ ...one, index })),
    open.map((one, index) => ({ ...one, index })),
  )) {
    if (old.key === now.key || alikeness(old.words, now.words, weight) < REWORDED) continue;
    const by = open[now.index]?.index;
    const said = by === undefined ? undefined : own[by];
    if (said) add("changed", left[old.index], said, by);
  }
  return [...effects.values()];
}

const compared = (one: ExtractedRequirement): ComparedRequirement => ({
  id: "",
  text: one.quote,
  ref: one.ref,
  section: one.section,
  kind: one.kind,
  isMandatory: one.isMandatory,
});

const overlaps = (a: Place, b: Place) => a.document === b.document && a.start < b.end && b.start < a.end;

/** "3.2" is the section of what is numbered 3.2 or 3.2.1, and of what stands under a heading that begins so. */
function isOfSection(one: ExtractedRequirement | undefined, section: string): boolean {
  if (!one) return false;
  const wanted = plainNumber(section);
  const isBelow = (text: string | null | undefined) => {
    const own = plainNumber(/^\W*(?:(?:section|article|part|clause)\s+)?([\w.()-]+)/i.exec(text ?? "")?.[1] ?? "");
    return own === wanted || (own.startsWith(wanted) && /^[.(]/.test(own.slice(wanted.length)));
  };
  return isBelow(one.ref) || one.section.some(isBelow);
}

function plainNumber(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, "")
    .replace(/[.):]+$/, (end) => (end.includes(")") ? ")" : ""));
}

function targetOfWords(
  said: Instruction & { does: "reword" },
  prepared: readonly PreparedRequirement[],
  weight: (word: string) => number,
): PreparedRequirement | undefined {
  const words = (text: string) =>
    prepareRequirement({ id: "", text, section: [], kind: "technical", isMandatory: true }, 0);
  const old = words(said.old);
  if (old.words.length === 0) return undefined;
  const about = words(said.about).words.filter((word) => word.length > 3);
  const holding = prepared
    .filter((one) => ` ${one.key} `.includes(` ${old.key} `))
    .map((one) => ({ one, score: about.length === 0 ? 1 : containment(about, one.words, weight) }))
    .toSorted((a, b) => b.score - a.score);
  const [best, next] = holding;
  if (!best || best.score < 0.3) return undefined;
  // Words that stand in many places name none of them.
  return about.length === 0 && next && old.words.length < 4 ? undefined : best.one;
}
