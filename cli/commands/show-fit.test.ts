import { expect, test } from "vitest";
import { fitLines } from "./show-fit";

const factor = (name: "capability" | "time", score: number | null, explanation: string) => ({
  factor: name,
  score,
  low: score,
  high: score,
  weight: 25,
  isOwnWeight: false,
  explanation,
  isBlocker: false,
  basis: [],
});
const fit = {
  score: 0.25,
  low: 0.1,
  high: 0.6,
  known: 1,
  total: 8,
  knownWeight: 0.5,
  summary: "25 of 100, from 1 of 8 factors (50% of the weight)",
  missing: [],
  blockers: ["8(a) is a condition that your profile does not meet."],
  computedAt: null,
  decision: null,
};

test("the fit is told with its range, what is not met and every factor, also those of which nothing is known", () => {
  const factors = [
    factor("capability", 0.05, "1 of 20 demands."),
    factor("time", null, "No submission date is known."),
  ];
  expect(fitLines({ ...fit, factors })).toEqual([
    "25 of 100, from 1 of 8 factors (50% of the weight). It may come to 10 to 60.",
    "not met: 8(a) is a condition that your profile does not meet.",
    "capability    5  weighs 25: 1 of 20 demands.",
    "time          ?  weighs 25: No submission date is known.",
    "Nobody has decided yet.",
  ]);
});
