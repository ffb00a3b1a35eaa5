/** Gaps up to this many cells are aligned exactly; larger ones without a common unique entry are told as replaced. */
const maxTableCells = 250_000;

/** A stretch of either side that is not aligned yet: its start and end before, its start and end after. */
type Gap = readonly [a: number, aEnd: number, b: number, bEnd: number];

/**
 * Pairs of indices with equal keys, rising on both sides: what stayed, in order. Entries that occur once on either side anchor the
 * alignment (as in Bram Cohen's patience diff), the gaps between them are searched again and small ones aligned by longest common
 * subsequence; so the time stays near linear on pages with thousands of blocks.
 */
export function alignSequences(before: readonly string[], after: readonly string[]): [number, number][] {
  const pairs: [number, number][] = [];
  const gaps: Gap[] = [[0, before.length, 0, after.length]];
  for (let gap = gaps.pop(); gap; gap = gaps.pop()) {
    let [a, aEnd, b, bEnd] = gap;
    while (a < aEnd && b < bEnd && before[a] === after[b]) pairs.push([a++, b++]);
    while (a < aEnd && b < bEnd && before[aEnd - 1] === after[bEnd - 1]) pairs.push([--aEnd, --bEnd]);
    if (a === aEnd || b === bEnd) continue;
    const anchors = uniqueAnchors(before, after, [a, aEnd, b, bEnd]);
    if (anchors.length > 0) {
      let [fromA, fromB] = [a, b];
      for (const [atA, atB] of anchors) {
        pairs.push([atA, atB]);
        gaps.push([fromA, atA, fromB, atB]);
        [fromA, fromB] = [atA + 1, atB + 1];
      }
      gaps.push([fromA, aEnd, fromB, bEnd]);
    } else if ((aEnd - a) * (bEnd - b) <= maxTableCells)
      pairs.push(...longestCommon(before, after, [a, aEnd, b, bEnd]));
  }
  return pairs.sort(([a], [b]) => a - b);
}

function uniqueAnchors(
  before: readonly string[],
  after: readonly string[],
  [a, aEnd, b, bEnd]: Gap,
): [number, number][] {
  const positions = uniquePositions(before, a, aEnd);
  const common = [...uniquePositions(after, b, bEnd)]
    .flatMap(([key, at]): [number, number][] => {
      const other = positions.get(key) ?? -1;
      return other >= 0 && at >= 0 ? [[other, at]] : [];
    })
    .sort(([x], [y]) => x - y);
  return longestRising(common);
}

/** Position of each key in the range, -1 where it occurs more than once. */
function uniquePositions(keys: readonly string[], start: number, end: number): Map<string, number> {
  const positions = new Map<string, number>();
  for (let at = start; at < end; at++) {
    const key = keys[at] ?? "";
    positions.set(key, positions.has(key) ? -1 : at);
  }
  return positions;
}

/** The longest part of `pairs` whose second numbers rise; the first ones do already. */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = [];
  const previous = new Array<number>(pairs.length).fill(-1);
  for (const [index, [, value]] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const rising: [number, number][] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair) rising.push(pair);
  }
  return rising.reverse();
}

function longestCommon(
  before: readonly string[],
  after: readonly string[],
  [a, aEnd, b, bEnd]: Gap,
): [number, number][] {
  const width = bEnd - b + 1;
  const lengths = new Uint32Array((aEnd - a + 1) * width);
  const at = (x: number, y: number) => lengths[(x - a) * width + (y - b)] ?? 0;
  for (let x = aEnd - 1; x >= a; x--) {
    for (let y = bEnd - 1; y >= b; y--) {
      lengths[(x - a) * width + (y - b)] =
        before[x] === after[y] ? at(x + 1, y + 1) + 1 : Math.max(at(x + 1, y), at(x, y + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let x = a, y = b; x < aEnd && y < bEnd; ) {
    if (before[x] === after[y]) pairs.push([x++, y++]);
    else if (at(x + 1, y) >= at(x, y + 1)) x++;
    else y++;
  }
  return pairs;
}
