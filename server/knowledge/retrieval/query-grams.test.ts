import { expect, test } from "vitest";
import { QueryGrams } from "./query-grams";
import { fourGrams } from "./tokens";

test("finds the query's runs in other words, each as often as it stands there", () => {
  const asked = ["tender", "bid", "ban", "vergabestelle", "入札"];
  const numbers = [...new Set(asked.flatMap(fourGrams))];
  const grams = new QueryGrams(asked);
  expect(grams.size).toBe(numbers.length);
  for (const word of [
    "tenders",
    "tender",
    "bid",
    "bids",
    "ban",
    "banban",
    "a",
    "",
    "vergabe",
    "endend",
    "入札",
    "xyz",
  ]) {
    const expected = fourGrams(word).flatMap((gram) => (numbers.includes(gram) ? [numbers.indexOf(gram)] : []));
    expect(grams.foundIn(word), word).toEqual(expected);
  }
  expect(grams.foundIn("tendertender").length).toBeGreaterThan(grams.foundIn("tender").length);
});
