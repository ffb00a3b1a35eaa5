import { diffWords } from "@/server/evidence/changes";
import type {
  ComparedRequirement,
  RequirementAspect,
  RequirementChange,
  RequirementComparison,
} from "./compared-requirement";
import { type Pair, pairRequirements } from "./pair-requirements";
import { alikeness, containment, type PreparedRequirement, prepareRequirement, weighWords } from "./requirement-words";
import { isSlightChange } from "./slight-change";

/** A leftover belongs to a changed neighbour when this much of it stands there, and the whole says nearly the same. */
const CONTAINED = 0.8;

/**
 * What became of each requirement between two versions of a document, or between a draft and its final: added, removed, changed,
 * moved, unchanged. Numbers, case, punctuation and typography make no difference; splitting a paragraph or merging two is told as a
 * change of one requirement. Deterministic; near linear (1,500 against 1,500 in about a second).
 */
export function compareRequirements(
  before: readonly ComparedRequirement[],
  after: readonly ComparedRequirement[],
): RequirementComparison {
  const old = before.map(prepareRequirement);
  const fresh = after.map(prepareRequirement);
  const pairs = pairRequirements(old, fresh);
  const paired = new Set(pairs.flat());
  const gone = old.filter((one) => !paired.has(one));
  const come = fresh.filter((one) => !paired.has(one));
  const parts = partsOf(pairs, gone, come, weighWords([...old, ...fresh]));
  const taken = new Set([...parts.values()].flatMap(({ alsoBefore, alsoAfter }) => [...alsoBefore, ...alsoAfter]));

  const placed: { at: number; order: number; change: RequirementChange }[] = [];
  const newPlace = new Map(pairs.map(([one, other]) => [one.index, other.index]));
  for (const pair of pairs) {
    placed.push({ at: pair[1].index, order: 1, change: changeOf(pair, parts.get(pair)) });
  }
  for (const one of come) {
    if (!taken.has(one)) placed.push({ at: one.index, order: 1, change: { type: "added", after: one.requirement } });
  }
  for (const one of gone) {
    if (taken.has(one)) continue;
    // A removal is shown behind the nearest requirement before it that is still there.
    let before = one.index - 1;
    while (before >= 0 && !newPlace.has(before)) before--;
    placed.push({
      at: newPlace.get(before) ?? -1,
      order: 2 + one.index,
      change: { type: "removed", before: one.requirement },
    });
  }
  placed.sort((a, b) => a.at - b.at || a.order - b.order);
  const changes = placed.map(({ change }) => change);
  const counts = { added: 0, removed: 0, changed: 0, moved: 0, unchanged: 0 };
  for (const { type } of changes) counts[type]++;
  return { changes, counts };
}

interface Parts {
  alsoBefore: PreparedRequirement[];
  alsoAfter: PreparedRequirement[];
}

/** Leftovers that are a piece of a pair's other side: the paragraph was split, or two were merged. */
function partsOf(
  pairs: readonly Pair[],
  gone: readonly PreparedRequirement[],
  come: readonly PreparedRequirement[],
  weight: (word: string) => number,
): Map<Pair, Parts> {
  const parts = new Map<Pair, Parts>();
  const attach = (left: PreparedRequirement, side: 0 | 1, near: Map<number, Pair>) => {
    for (const step of [-1, 1, -2, 2]) {
      const pair = near.get(left.index + step);
      if (!pair || pair[0].key === pair[1].key) continue;
      const whole = pair[1 - side] as PreparedRequirement;
      const half = pair[side] as PreparedRequirement;
      const known = parts.get(pair) ?? { alsoBefore: [], alsoAfter: [] };
      const more = side === 1 ? known.alsoAfter : known.alsoBefore;
      const joined = [half, ...more, left].flatMap((one) => one.words);
      const isPiece = containment(left.words, whole.words, weight) >= CONTAINED;
      const gain = alikeness(joined, whole.words, weight) > alikeness(half.words, whole.words, weight);
      if (!isPiece || !gain) continue;
      more.push(left);
      parts.set(pair, known);
      return;
    }
  };
  const byNew = new Map(pairs.map((pair) => [pair[1].index, pair]));
  const byOld = new Map(pairs.map((pair) => [pair[0].index, pair]));
  for (const one of come) attach(one, 1, byNew);
  for (const one of gone) attach(one, 0, byOld);
  return parts;
}

function changeOf([before, after]: Pair, parts: Parts | undefined): RequirementChange {
  const inOrder = (own: PreparedRequirement, more: readonly PreparedRequirement[]) =>
    [own, ...more].toSorted((a, b) => a.index - b.index);
  const olds = inOrder(before, parts?.alsoBefore ?? []);
  const news = inOrder(after, parts?.alsoAfter ?? []);
  const aspects: RequirementAspect[] = [];
  if (wordsOf(olds) !== wordsOf(news)) aspects.push("wording");
  if (isOtherLeadIn(before, after)) aspects.push("lead_in");
  if (before.requirement.isMandatory !== after.requirement.isMandatory) aspects.push("strength");
  if (news.length > 1) aspects.push("split");
  if (olds.length > 1) aspects.push("merged");
  const onlyWording = aspects.length === 1 && aspects[0] === "wording";
  if (onlyWording && isSlightChange(wordsOf(olds).split(" "), wordsOf(news).split(" "))) aspects.push("slight");
  const both = { before: before.requirement, after: after.requirement };
  if (aspects.length === 0) return { type: before.place === after.place ? "unchanged" : "moved", ...both };
  return {
    type: "changed",
    ...both,
    aspects,
    words: diffWords(textOf(olds), textOf(news)),
    ...(parts && parts.alsoAfter.length > 0 ? { alsoAfter: parts.alsoAfter.map((one) => one.requirement) } : {}),
    ...(parts && parts.alsoBefore.length > 0 ? { alsoBefore: parts.alsoBefore.map((one) => one.requirement) } : {}),
  };
}

/** A list that is introduced in other words is the same list; one that asks for something else is not. */
function isOtherLeadIn(before: PreparedRequirement, after: PreparedRequirement): boolean {
  if (before.leadKey === after.leadKey || before.leadKey === "" || after.leadKey === "") return false;
  const [old, fresh] = [before.leadKey.split(" "), after.leadKey.split(" ")];
  if (isSlightChange(old, fresh)) return false;
  const weighing = old.concat(fresh).filter((word) => /\d|^(?:not|no|must|shall|should|may|will|or|only)$/.test(word));
  const count = (words: string[], word: string) => words.filter((one) => one === word).length;
  return alikeness(old, fresh, () => 1) < 0.8 || weighing.some((word) => count(old, word) !== count(fresh, word));
}

function wordsOf(all: readonly PreparedRequirement[]): string {
  return all.map((one) => one.key).join(" ");
}

function textOf(all: readonly PreparedRequirement[]): string {
  return all.map((one) => one.requirement.text.replace(/\s+/g, " ").trim()).join(" ");
}
