import { expect, test } from "vitest";
import { alignSequences } from "./align-sequences";

const kept = (a: string, b: string) =>
  alignSequences([...a], [...b])
    .map(([x]) => a[x])
    .join("");

test.each([
  ["abc", "abc", "abc"],
  ["abc", "axc", "ac"],
  ["aabbaabb", "aabaabb", "aabaabb"],
  ["", "abc", ""],
  ["xay", "zaw", "a"],
  ["aaaa", "aa", "aa"],
])("%s and %s share %s", (a, b, shared) => expect(kept(a, b)).toBe(shared));

test("pairs rise on both sides and join equal keys", () => {
  const [a, b] = [[..."the quick brown fox jumps"], [..."a quick fox jumped then"]];
  const pairs = alignSequences(a, b);
  for (const [index, [x, y]] of pairs.entries()) {
    expect(a[x]).toBe(b[y]);
    expect(x).toBeGreaterThan(pairs[index - 1]?.[0] ?? -1);
    expect(y).toBeGreaterThan(pairs[index - 1]?.[1] ?? -1);
  }
});

test("a hundred thousand entries of which most stayed end", () => {
  const before = Array.from({ length: 100_000 }, (_, index) => `line ${index}`);
  const after = before.filter((_, index) => index % 10 !== 0);
  expect(alignSequences(before, after)).toHaveLength(after.length);
});
