import { expect, test } from "vitest";
import { packPostings } from "./postings";
import { parseQuery } from "./query";
import type { IndexState, Lengths, TermBlock } from "./read-index";
import { wordCandidates } from "./word-candidates";

const counts = (...terms: string[]) => new Map(terms.map((term) => [term, { title: 0, body: 1 }]));
const blocks = new Map<string, TermBlock[]>();
for (const { term, ...block } of packPostings([
  { number: 1, counts: counts("lamp", "quay") },
  { number: 2, counts: counts("lamp") },
  { number: 3, counts: counts("lamp", "quay") },
  { number: 4, counts: counts("harbour") },
]))
  blocks.set(term, [...(blocks.get(term) ?? []), block]);

const find = (asked: string, { gone = [] as number[], hidden = [] as number[], limit = 10 } = {}) => {
  const lengths = Uint16Array.from([0, 10, 10, 10, 10].map((length, number) => (gone.includes(number) ? 0 : length)));
  return wordCandidates(parseQuery(asked, ["en"]), {
    state: { deadChunks: gone.length } as IndexState,
    lengths: { lengths, liveCount: 4 - gone.length, averageLength: 10 } as Lengths,
    blocks,
    isVisible: (number) => lengths[number] !== 0 && !hidden.includes(number),
    limit,
  });
};

test("the chunks that hold words of the query, the best first and no more than asked for", () => {
  expect(find("lamp quay").best).toEqual([1, 3, 2]);
  expect(find("lamp quay", { limit: 1 }).best).toEqual([1]);
  expect(find("lamp quay").matched.toSorted()).toEqual([1, 2, 3]);
  expect(find("buoy")).toMatchObject({ best: [], matched: [] });
});

test("what may not be seen is no candidate, and what is gone makes its words rarer", () => {
  expect(find("lamp quay", { hidden: [1] }).best).toEqual([3, 2]);
  const [before] = find("lamp").idf;
  const [after] = find("lamp", { gone: [1, 2] }).idf;
  expect(find("lamp", { gone: [1, 2] }).best).toEqual([3]);
  expect(after).toBeGreaterThan(before ?? Number.POSITIVE_INFINITY);
});
