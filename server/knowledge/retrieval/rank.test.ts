import { describe, expect, it } from "vitest";
import { wordFeatures } from "./features";
import { highlight } from "./highlight";
import { parseQuery } from "./query";
import { rankCandidates } from "./rank";
import { encodeTokens } from "./stored-tokens";
import { tabulate } from "./token-table";

const stored = (text: string, title = "") => encodeTokens(title, text, "en");

describe("parseQuery", () => {
  it("drops what stands around a question and knows what is asked for", () => {
    const query = parseQuery("When is the bid bond due? The bid bond!", ["en"]);
    expect(query.words.map((word) => word.word)).toEqual(["bid", "bond", "due"]);
    expect(query.pairs).toEqual([
      [0, 1],
      [1, 2],
      [2, 0],
    ]);
    expect(query.asksFor).toBe("date");
    expect(parseQuery("How many pages?", ["en"]).asksFor).toBe("number");
    expect(parseQuery("Who signs?", ["en"]).asksFor).toBe("name");
  });
  it("looks a word up under the stems of all languages of the workspace", () => {
    const [word] = parseQuery("Angebote", ["en", "de"]).words;
    expect(word?.stems).toEqual(expect.arrayContaining(["angebot"]));
  });
  it("cuts a query without end", () => {
    expect(parseQuery("word ".repeat(100_000), ["en"]).words).toHaveLength(1);
    expect(
      parseQuery(Array.from({ length: 5_000 }, (_, index) => `w${index}`).join(" "), ["en"]).words.length,
    ).toBeLessThanOrEqual(64);
  });
});

describe("wordFeatures", () => {
  it("tells a sentence that holds all words, neighbours, inflections and what is asked for", () => {
    const query = parseQuery("When is the bid bond due?", ["en"]);
    const [whole, scattered, inflected] = wordFeatures(
      query,
      [1, 1, 1],
      tabulate([
        stored("The bid bond is due on 4 May 2026."),
        stored("A bond is kept. Each bid is read. Fees are due."),
        stored("Bidding and bonding companies."),
      ]),
    );
    expect(whole).toMatchObject({ sentence: 1, cue: 1 });
    expect(whole?.pairs).toBeGreaterThan(scattered?.pairs ?? 1);
    expect(scattered).toMatchObject({ cue: 0 });
    expect(scattered?.sentence).toBeCloseTo(1 / 3);
    expect(inflected?.grams).toBeGreaterThan(0);
  });
});

describe("rankCandidates", () => {
  const settings = { idf: [2, 2], idfOf: () => 2, averageLength: 6 };
  it("lets the vector count by the share of the query that its space holds", () => {
    const query = parseQuery("bid bond", ["en"]);
    const given = [
      { bm25: 4, cosine: 0, tokens: stored("A bid bond is asked.") },
      { bm25: 2, cosine: 0.9, tokens: stored("A bid and a bond are asked here.") },
    ];
    const without = rankCandidates(query, given, { ...settings, vectorShare: 0 });
    const held = rankCandidates(query, given, { ...settings, vectorShare: 1 });
    expect(without[0]?.score).toBeGreaterThan(without[1]?.score ?? 9);
    expect(held[1]?.score).toBeGreaterThan(held[0]?.score ?? 9);
  });
  it("lifts what resembles the best by more than the query's words", () => {
    const query = parseQuery("bond", ["en"]);
    const [, alike, other] = rankCandidates(
      query,
      [
        { bm25: 5, cosine: 0, tokens: stored("Bond surety insurer premium.") },
        { bm25: 1, cosine: 0, tokens: stored("Surety insurer premium bond soup.") },
        { bm25: 1, cosine: 0, tokens: stored("Bond of love and soup forever.") },
      ],
      { ...settings, idf: [2], vectorShare: 0 },
    );
    expect(alike?.feedback).toBeGreaterThan(other?.feedback ?? 9);
  });
  it("ranks nothing without complaint", () => {
    expect(rankCandidates(parseQuery("bond", ["en"]), [], { ...settings, vectorShare: 0 })).toEqual([]);
  });
});

describe("highlight", () => {
  it("marks the asked words in any inflection and joins neighbours", () => {
    const text = "The bids and bid bonds, BONDED.";
    const spans = highlight(text, "en", parseQuery("bid bond", ["en"]));
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(["bids", "bid bonds", "BONDED"]);
  });
});
