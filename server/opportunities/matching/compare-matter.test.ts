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

test("a description that the other says whole, with what it demands besides, is of one thing", () => {
  const said = "Lease, upkeep and winter storage of two road sweepers";
  const more = `${said}.\nBidders must show three contracts of like size. Drivers hold licences for heavy vehicles. Spare parts are delivered within four days, and broken machines replaced overnight.`;
  expect(compare(said, more).isAlike).toBe(true);
  expect(compare("Lease of sweepers", more).isAlike).toBe(false);
  expect(compare("Lease, upkeep and summer repair of three gritting lorries", more).isAlike).toBe(false);
});
