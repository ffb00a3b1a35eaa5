import { expect, test } from "vitest";
import { compareMatter } from "./compare-matter";

const cpv = (code: string) => ({ scheme: "CPV", code, label: null });
const compare = (one: string, other: string, codes: [string, string] = ["", ""]) =>
  compareMatter({ summary: one, categories: [cpv(codes[0])] }, { summaries: [other], categories: [cpv(codes[1])] });

test("descriptions that share a figure and words, or most of their words, are of one thing", () => {
  expect(
    compare(
      "Weekly emptying of 1,340 grit bins along county roads",
      "Grit bins (1,340) on roads of the county are to be emptied",
    ).isAlike,
  ).toBe(true);
  expect(
    compare("Lease of two road sweepers with drivers", "Two road sweepers on lease, drivers included").isAlike,
  ).toBe(true);
  expect(compare("Lease of two road sweepers with drivers", "Lease of a car park for staff").isAlike).toBe(false);
  expect(compare("Works of 2031 at the harbour wall", "Catering of 2031 for the town hall").isAlike).toBe(false);
});

test("a code of a trade is compared however it is written, one of a whole sector is not", () => {
  expect(compare("", "", ["90612000", "90612000-0 Street sweeping"]).isSameCategory).toBe(true);
  expect(compare("", "", ["968-71", "96871 Street sweeping"]).isSameCategory).toBe(true);
  expect(compare("", "", ["45000000", "45000000"]).isSameCategory).toBe(false);
  expect(compare("", "", ["90612000", "90613000"]).isSameCategory).toBe(false);
});
