import { describe, expect, test } from "vitest";
import { placesOf, summaryFault } from "./judge-summary";

const price = {
  kind: "price" as const,
  heading: "Team",
  before: "£149 per month for 25 watchers",
  after: "£199 per month for 25 watchers",
};
const fault = (summary: string) => summaryFault(summary, { title: "Pricing", places: [price] });

describe("a sentence about a change", () => {
  test("is kept when all that it states stands in the places", () => {
    expect(fault("Team went from £149 to £199 per month.")).toBeNull();
  });

  test.each([
    ["a figure that nobody wrote", "Team went from £149 to £198 per month."],
    ["a percentage that it reckoned", "Team rose 34% from £149 to £199 per month."],
    ["another name", "Acme went from £149 to £199 per month."],
    ["a negation", "Team is no longer £149 but £199 and not for 25 watchers."],
    ["the new value before the old one", "Team went from £199 to £149 per month."],
    ["two sentences", "Team went from £149 to £199. Watch out for 25 watchers."],
    ["nothing", " "],
    ["too much", `Team went from £149 to £199 ${"per month ".repeat(30)}`],
  ])("is refused for %s", (_, summary) => {
    expect(fault(summary)).not.toBeNull();
  });
});

test("a place about a price is shown with its whole line, before and after", () => {
  const words = [
    { op: "removed" as const, text: "£149" },
    { op: "added" as const, text: "£199" },
    { op: "same" as const, text: " per month" },
  ];
  expect(placesOf([{ kind: "price", before: "£149", after: "£199", heading: "Team", words }])).toEqual([
    { kind: "price", heading: "Team", before: "£149 per month", after: "£199 per month" },
  ]);
});
