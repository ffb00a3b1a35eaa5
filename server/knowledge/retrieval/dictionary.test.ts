import { describe, expect, it } from "vitest";
import { editDistance, similarTerms } from "./dictionary";

const dictionary = () => ({
  frequencies: new Map([
    ["procur", 9],
    ["huguenot", 4],
    ["hugueno", 1],
    ["contract", 20],
    ["contrast", 2],
    ["cat", 3],
  ]),
  grams: null,
});

describe("editDistance", () => {
  it("counts changed, dropped, added and swapped letters up to a limit", () => {
    expect(editDistance("bids", "bids", 2)).toBe(0);
    expect(editDistance("bids", "bdis", 2)).toBe(1);
    expect(editDistance("tender", "tenders", 2)).toBe(1);
    expect(editDistance("contract", "kontrakt", 2)).toBe(2);
    expect(editDistance("contract", "huguenot", 2)).toBe(3);
  });
});

describe("similarTerms", () => {
  it("finds terms that are a typo away, the nearest and most frequent first", () => {
    expect(similarTerms(dictionary(), "hugenot")).toContain("huguenot");
    expect(similarTerms(dictionary(), "contarct")[0]).toBe("contract");
  });
  it("leaves short words, numbers and far words alone", () => {
    expect(similarTerms(dictionary(), "cot")).toEqual([]);
    expect(similarTerms(dictionary(), "2026")).toEqual([]);
    expect(similarTerms(dictionary(), "zebra")).toEqual([]);
  });
});
