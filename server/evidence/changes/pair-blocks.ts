import { areOtherThings, thingsOf } from "./are-other-things";
import { hasLostCells } from "./has-lost-cells";
import { maskCounts } from "./is-figure";
import { maskFigures } from "./mask-figures";
import type { Block } from "./reading/block";

export interface PairedBlocks {
  pairs: [Block, Block][];
  removed: Block[];
  added: Block[];
}

/** Up to this many comparisons each block is held against each; beyond, against those at about its place. */
const maxComparisons = 40_000;
const maxWindow = 20;
const minScore = 0.5;
const neighbourScore = 0.25;
/** More than words and places can make together. */
const surely = 3;
const maxShortWords = 8;
/** A text of this length that stands alone between the same two others has taken the place of the one before. */
const maxPlacedWords = 20;

/** Which removed block became which added one: by common words, equal text around figures, the same neighbours, heading and kind. */
export function pairBlocks(
  removed: readonly Block[],
  added: readonly Block[],
  before: readonly Block[],
  after: readonly Block[],
): PairedBlocks {
  const [oldPlaces, freshPlaces] = [placesOf(before), placesOf(after)];
  const isSmall = removed.length * added.length <= maxComparisons;
  const bags = new Map([...removed, ...added].map((block) => [block, bagOf(block)]));
  const [oldThings, freshThings] = [thingsOf(before), thingsOf(after)];
  const candidates: { score: number; a: number; b: number }[] = [];
  for (const [b, fresh] of added.entries()) {
    const middle = Math.round((b * removed.length) / added.length);
    const window = Math.max(2, Math.min(maxWindow, Math.round(maxComparisons / added.length / 2)));
    const from = isSmall ? 0 : Math.max(0, middle - window);
    const to = isSmall ? removed.length : Math.min(removed.length, middle + window);
    for (let a = from; a < to; a++) {
      const old = removed[a];
      if (!old) continue;
      const likeness = dice(bags.get(old) ?? new Map(), bags.get(fresh) ?? new Map(), old.words + fresh.words);
      const score = likeness + bonus(old, fresh, oldPlaces.get(old), freshPlaces.get(fresh), likeness);
      if (hasLostCells(old, fresh) || hasLostValue(old, fresh)) candidates.push({ score: surely, a, b });
      else if (score >= minScore && !areOtherThings([old, oldThings], [fresh, freshThings], likeness))
        candidates.push({ score, a, b });
    }
  }
  candidates.sort((x, y) => y.score - x.score || x.b - y.b || x.a - y.a);
  const [takenA, takenB] = [new Set<number>(), new Set<number>()];
  const pairs: { b: number; pair: [Block, Block] }[] = [];
  for (const { a, b } of candidates) {
    const [old, fresh] = [removed[a], added[b]];
    if (!old || !fresh || takenA.has(a) || takenB.has(b)) continue;
    takenA.add(a);
    takenB.add(b);
    pairs.push({ b, pair: [old, fresh] });
  }
  return {
    pairs: pairs.sort((x, y) => x.b - y.b).map(({ pair }) => pair),
    removed: removed.filter((_, index) => !takenA.has(index)),
    added: added.filter((_, index) => !takenB.has(index)),
  };
}

/** "Turnaround: 4 days" that became "Turnaround:" at its place, beside which a line of another thing may be more alike. */
function hasLostValue(old: Block, fresh: Block): boolean {
  const isLabel = fresh.text.endsWith(":") && fresh.words > 0 && fresh.words <= maxShortWords;
  return isLabel && old.heading === fresh.heading && old.kind === fresh.kind && old.text.startsWith(fresh.text);
}

interface Place {
  /** A heading stands right above it. */
  isBelowHeading: boolean;
  previous: string | undefined;
  next: string | undefined;
}

function placesOf(blocks: readonly Block[]): Map<Block, Place> {
  // A picture without words says of no text where it stands.
  const telling = blocks.filter(({ key }) => key !== "");
  return new Map(
    telling.map((block, index) => {
      const [above, below] = [telling[index - 1], telling[index + 1]];
      return [block, { isBelowHeading: above?.kind === "heading", previous: above?.key, next: below?.key }];
    }),
  );
}

function bonus(old: Block, fresh: Block, was: Place | undefined, is: Place | undefined, likeness: number): number {
  let score = 0;
  if (maskFigures(old.key) === maskFigures(fresh.key)) score += 0.5;
  else if (isCountedAnew(old, fresh)) score += 0.5;
  if (old.heading === fresh.heading) score += 0.05;
  if (old.kind === fresh.kind) score += 0.05;
  // Neighbours alone make no pair of two long texts about different things.
  const longest = Math.max(old.words, fresh.words);
  const [isAfter, isBefore] = [was?.previous === is?.previous, was?.next === is?.next];
  const isInPlace = isAfter && isBefore && was?.previous && was.next && old.heading === fresh.heading;
  if (
    old.kind === fresh.kind &&
    (longest <= maxShortWords || likeness > 0.2 || (isInPlace && longest <= maxPlacedWords))
  ) {
    if (isAfter) score += neighbourScore;
    // The line below a name is its line, in whatever order the names are drawn.
    if (isAfter && was?.isBelowHeading && is?.isBelowHeading && longest <= maxShortWords) score += neighbourScore;
    if (isBefore) score += neighbourScore;
  }
  return score;
}

/** A figure in words has another noun beside it when it is one; below the same heading it is the same line. */
function isCountedAnew(old: Block, fresh: Block): boolean {
  if (old.heading !== fresh.heading || Math.max(old.words, fresh.words) > maxShortWords) return false;
  const shape = maskCounts(old.key);
  return /(?:^| )0(?: |$)/.test(shape) && /\p{L}{3}/u.test(shape) && shape === maskCounts(fresh.key);
}

function bagOf(block: Block): Map<string, number> {
  const bag = new Map<string, number>();
  for (const word of block.key.split(" ")) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

function dice(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>, words: number): number {
  let common = 0;
  for (const [word, count] of a) common += Math.min(count, b.get(word) ?? 0);
  return words === 0 ? 0 : (2 * common) / words;
}
