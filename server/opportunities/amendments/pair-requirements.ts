import { alikeness, type PreparedRequirement, weighWords } from "./requirement-words";

export type Pair = [before: PreparedRequirement, after: PreparedRequirement];

/** From this likeness on two requirements are versions of one; less where heading, lead-in or neighbours agree. */
const SURE = 0.6;
const LIKELY = 0.42;
/** Candidates are looked for by a requirement's rarest words only, so that the work grows with the number of requirements. */
const RAREST = 6;
const MOST_SHARED = 60;

/** Pairs the requirements of two versions one to one: the same words first, then the most alike, then what stands between the same neighbours. */
export function pairRequirements(
  before: readonly PreparedRequirement[],
  after: readonly PreparedRequirement[],
): Pair[] {
  const pairs = pairEqual(before, after);
  const done = new Set(pairs.flat());
  const weight = weighWords([...before, ...after]);
  const open = { before: before.filter((one) => !done.has(one)), after: after.filter((one) => !done.has(one)) };
  const close = pairAlike(open.before, open.after, weight);
  for (const pair of close) for (const one of pair) done.add(one);
  pairs.push(...close);
  pairs.push(...pairBetween(before, after, pairs, done, weight));
  return pairs;
}

/** Equal words: within the same section and lead-in first, then under the same heading, then anywhere; in order. */
function pairEqual(before: readonly PreparedRequirement[], after: readonly PreparedRequirement[]): Pair[] {
  const pairs: Pair[] = [];
  const done = new Set<PreparedRequirement>();
  const levels: ((one: PreparedRequirement) => string)[] = [
    (one) => `${one.key}|${one.leadKey}|${one.place}`,
    (one) => `${one.key}|${one.place}`,
    (one) => `${one.key}|${one.leadKey}`,
    (one) => one.key,
  ];
  for (const keyOf of levels) {
    const waiting = new Map<string, PreparedRequirement[]>();
    for (const one of after) {
      if (done.has(one)) continue;
      const key = keyOf(one);
      const queue = waiting.get(key);
      if (queue) queue.push(one);
      else waiting.set(key, [one]);
    }
    for (const one of before) {
      if (done.has(one)) continue;
      const other = waiting.get(keyOf(one))?.shift();
      if (!other) continue;
      pairs.push([one, other]);
      done.add(one).add(other);
    }
  }
  return pairs;
}

function pairAlike(
  before: readonly PreparedRequirement[],
  after: readonly PreparedRequirement[],
  weight: (word: string) => number,
): Pair[] {
  const index = new Map<string, PreparedRequirement[]>();
  for (const one of after) {
    for (const word of new Set(one.words)) {
      const list = index.get(word);
      if (list) list.push(one);
      else index.set(word, [one]);
    }
  }
  const found: { pair: Pair; score: number }[] = [];
  for (const one of before) {
    const known = [...new Set(one.words)].filter((word) => index.has(word));
    const rarest = known.sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1)).slice(0, RAREST);
    const candidates = new Set<PreparedRequirement>();
    for (const word of rarest) for (const other of (index.get(word) ?? []).slice(0, MOST_SHARED)) candidates.add(other);
    for (const other of candidates) {
      const score = likeness(one, other, weight);
      if (score >= SURE) found.push({ pair: [one, other], score });
    }
  }
  return greedy(found);
}

/** Words count most; the same number, heading or lead-in speaks for the same requirement. */
function likeness(a: PreparedRequirement, b: PreparedRequirement, weight: (word: string) => number): number {
  const words = alikeness(a.words, b.words, weight);
  const bonus =
    (a.place !== "" && a.place === b.place ? 0.08 : 0) +
    (a.leadKey !== "" && a.leadKey === b.leadKey ? 0.05 : 0) +
    (a.requirement.ref && a.requirement.ref === b.requirement.ref ? 0.07 : 0);
  return words < LIKELY ? 0 : words + bonus;
}

function greedy(found: { pair: Pair; score: number }[]): Pair[] {
  found.sort((a, b) => b.score - a.score || a.pair[0].index - b.pair[0].index || a.pair[1].index - b.pair[1].index);
  const done = new Set<PreparedRequirement>();
  const pairs: Pair[] = [];
  for (const { pair } of found) {
    if (pair.some((one) => done.has(one))) continue;
    for (const one of pair) done.add(one);
    pairs.push(pair);
  }
  return pairs;
}

/** What is left right after (or before) a pair on both sides is likely one requirement that was reworded. */
function pairBetween(
  before: readonly PreparedRequirement[],
  after: readonly PreparedRequirement[],
  pairs: readonly Pair[],
  done: Set<PreparedRequirement>,
  weight: (word: string) => number,
): Pair[] {
  const partner = new Map(pairs.map(([one, other]) => [one, other]));
  const found: { pair: Pair; score: number }[] = [];
  for (const one of before) {
    if (done.has(one)) continue;
    for (const step of [-1, 1]) {
      const neighbour = before[one.index + step];
      const beside = neighbour && partner.get(neighbour);
      const other = beside && after[beside.index - step];
      if (!other || done.has(other) || one.place !== other.place) continue;
      const score = alikeness(one.words, other.words, weight);
      if (score >= LIKELY) found.push({ pair: [one, other], score });
    }
  }
  return greedy(found);
}
