import { describe, expect, it } from "vitest";
import { inverseDocumentFrequency, scoreBlocks, takeBest, termWeight } from "./bm25";
import { BLOCK_SIZE, dropPostings, eachPosting, packPostings } from "./postings";
import { countTerms, decodeTokens, encodeTokens } from "./stored-tokens";

describe("packPostings", () => {
  it("gives back what was packed, across blocks, with large counts cut off", () => {
    const chunks = [0, 4_095, 4_096, 9_999].map((number) => ({
      number,
      counts: new Map([["bid", { title: number === 0 ? 9 : 0, body: number === 4_096 ? 99 : 2 }]]),
    }));
    const read: number[][] = [];
    for (const list of packPostings(chunks)) eachPosting(list, (...posting) => read.push(posting));
    expect(read).toEqual([
      [0, 7, 2],
      [4_095, 0, 2],
      [4_096, 0, 31],
      [9_999, 0, 2],
    ]);
  });
  it("sorts by term and block, so that writers lock rows in one order", () => {
    const counts = new Map(["b", "a", "c"].map((term) => [term, { title: 0, body: 1 }]));
    const lists = packPostings([
      { number: BLOCK_SIZE + 1, counts },
      { number: 1, counts },
    ]);
    expect(lists.map((list) => `${list.term}${list.blockNo}`)).toEqual(["a0", "a1", "b0", "b1", "c0", "c1"]);
  });
  it("drops the postings of what is gone", () => {
    const [list] = packPostings(
      [1, 2, 3].map((number) => ({ number, counts: new Map([["x", { title: 0, body: 1 }]]) })),
    );
    const kept: number[] = [];
    eachPosting(
      {
        blockNo: 0,
        postings: dropPostings(list ?? { blockNo: 0, postings: new Uint8Array() }, (number) => number === 2),
      },
      (number) => kept.push(number),
    );
    expect(kept).toEqual([1, 3]);
  });
});

describe("scoreBlocks", () => {
  it("equals BM25 computed chunk by chunk", () => {
    const texts = [
      "bid bond and bid security",
      "the bond is returned",
      "security clearance for staff",
      "nothing of this",
    ];
    const counted = texts.map((text) => countTerms(decodeTokens(encodeTokens("Bond rules", text, "en"))));
    const lengths = Uint16Array.from(counted, (entry) => entry.length);
    const average = counted.reduce((sum, entry) => sum + entry.length, 0) / counted.length;
    const lists = packPostings(counted.map(({ counts }, number) => ({ number, counts })));
    const terms = ["bid", "bond", "secur"].map((term) => {
      const frequency = counted.filter(({ counts }) => counts.has(term)).length;
      return {
        term,
        idf: inverseDocumentFrequency(frequency, texts.length),
        blocks: lists.filter((list) => list.term === term),
      };
    });
    const { scores, touched } = scoreBlocks(terms, lengths, average);
    for (const [number, { counts, length }] of counted.entries()) {
      const expected = terms.reduce((sum, { term, idf }) => {
        const count = counts.get(term);
        return count ? sum + idf * termWeight(count.title, count.body, length, average) : sum;
      }, 0);
      expect(scores[number]).toBeCloseTo(expected, 5);
    }
    expect([...touched].sort()).toEqual([0, 1, 2, 3]);
  });
  it("skips chunks that are gone and numbers it has no length for", () => {
    const lists = packPostings(
      [0, 1, 2].map((number) => ({ number, counts: new Map([["x", { title: 0, body: 1 }]]) })),
    );
    expect(scoreBlocks([{ idf: 1, blocks: lists }], Uint16Array.from([5, 0]), 5).touched).toEqual([0]);
  });
});

describe("takeBest", () => {
  it("takes the best in order, the lower number first among equals", () => {
    const scores = [1, 5, 3, 5, 2, 4];
    expect(takeBest(scores.keys(), (number) => scores[number] ?? 0, 4).map((entry) => entry.number)).toEqual([
      1, 3, 5, 2,
    ]);
    expect(takeBest(scores.keys(), () => 1, 2).map((entry) => entry.number)).toEqual([0, 1]);
    expect(takeBest([], () => 0, 3)).toEqual([]);
  });
});

describe("stored tokens", () => {
  it("keep stems, words and what a sentence holds", () => {
    const lines = decodeTokens(
      encodeTokens("Fees", "Submissions close in May 2026. The café of Jane Roe opens.", "en"),
    );
    expect(lines.map((line) => line.words)).toEqual([
      ["fees"],
      ["submissions", "close", "may", "2026"],
      ["cafe", "jane", "roe", "opens"],
    ]);
    expect(lines[1]).toMatchObject({ hasDate: true, hasNumber: true });
    expect(lines[2]).toMatchObject({ hasDate: false, hasNumber: false, hasName: true });
    expect(lines[1]?.stems[0]).toBe("submiss");
  });
  it("have an empty first line without a title", () => {
    expect(decodeTokens(encodeTokens("", "One bid.", "en")).map((line) => line.stems)).toEqual([[], ["one", "bid"]]);
  });
});
