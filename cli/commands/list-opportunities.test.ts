import { expect, test } from "vitest";
import { listLines, listQuery } from "./list-opportunities";

type Row = Parameters<typeof listLines>[0][number];
const row = (title: string, fit: Partial<Row>) =>
  ({
    id: title,
    title,
    stage: "new",
    outcome: null,
    buyer: null,
    requirementCount: 3,
    submissionAt: null,
    submissionDate: null,
    ...fit,
  }) as Row;

test("the best fit, the largest and the newest come first, dates and names from the beginning", () => {
  const descending = (sort: string) => listQuery({ sort, limit: "50" }).descending;
  expect(["fit", "value", "seen"].map(descending)).toEqual(["true", "true", "true"]);
  expect(["submission", "title", "buyer"].map(descending)).toEqual([undefined, undefined, undefined]);
});

test("a fit is told with how much of it is known, and what is ruled out or too little known says so", () => {
  const rows = [
    row("Bridge", { fitScore: 0.614, fitKnown: 5, hasBlocker: false }),
    row("Ferry", { fitScore: null, fitKnown: 1, hasBlocker: false }),
    row("Tower", { fitScore: 0.9, fitKnown: 6, hasBlocker: true }),
  ];
  const [head, ...lines] = listLines(rows);
  const at = head?.indexOf("fit") ?? -1;
  expect(lines.map((line) => [line[0], line[at]])).toEqual([
    ["Bridge", "61 (5/8)"],
    ["Ferry", "?"],
    ["Tower", "ruled out"],
  ]);
});
