import { expect, test } from "vitest";
import type { FitFactor } from "@/lib/vocabulary/opportunities";
import { firstWeights, totalFit, whatIsMissing } from "./total-fit";

const of = (score: number | null, weight: number, factor: FitFactor = "place") => ({
  factor,
  score,
  low: score,
  high: score,
  weight,
});

test("the first weights are shares of a hundred", () => {
  expect(Object.values(firstWeights).reduce((sum, weight) => sum + weight, 0)).toBe(100);
});

test("what is unknown weighs nothing, and how much is known is said", () => {
  const total = totalFit([of(0.8, 30, "capability"), of(0.2, 10), of(null, 60)]);
  expect(total.score).toBeCloseTo(0.65);
  expect(total.knownWeight).toBeCloseTo(0.4);
  expect(total.summary).toBe("65 of 100, from 2 of 8 factors (40% of the weight)");
});

test("without anything known, or without any weight, there is no score", () => {
  expect(totalFit([of(null, 60)]).score).toBeNull();
  expect(totalFit([of(0.5, 0)])).toMatchObject({ score: null, knownWeight: 0, known: 1 });
});

test("one factor alone, or little of the weight, gives no score and says so", () => {
  expect(totalFit([of(0, 90, "capability"), of(null, 10)])).toMatchObject({
    score: null,
    low: null,
    high: null,
    known: 1,
  });
  const little = totalFit([of(1, 10, "capability"), of(1, 10), of(null, 80)]);
  expect(little.score).toBeNull();
  expect(little.summary).toBe(
    "Too little known for a score: 2 of 8 factors (20% of the weight). It takes 2 factors and 30% of the weight.",
  );
});

test("what would make more known is named, and what weighs nothing is not asked for", () => {
  const factor = (name: FitFactor, score: number | null, weight = 10) => ({ factor: name, score, weight });
  expect(whatIsMissing([factor("capability", null), factor("time", null)], false)).toEqual([
    "documents",
    "library",
    "profile",
  ]);
  expect(whatIsMissing([factor("capability", 1), factor("value", null, 0), factor("outcomes", null)], true)).toEqual(
    [],
  );
});

test("the interval is that of the factors, weighed alike", () => {
  const total = totalFit([
    { ...of(0.5, 1), low: 0.2, high: 0.9 },
    { ...of(1, 1, "capability"), low: 1, high: 1 },
  ]);
  expect([total.low, total.high]).toEqual([0.6, 0.95]);
});

test("what is unknown stands in the range: it may all be for us, or against us", () => {
  const total = totalFit([of(0.8, 20, "capability"), of(0.8, 30), of(null, 50)]);
  expect([total.low, total.score, total.high]).toEqual([expect.closeTo(0.4), expect.closeTo(0.8), expect.closeTo(0.9)]);
});

test("whether we can do it at all is known before there is a score, unless that does not count", () => {
  const beside = [of(1, 20, "eligibility"), of(1, 10), of(1, 15, "time")];
  const unable = totalFit([of(null, 25, "capability"), ...beside]);
  expect(unable.score).toBeNull();
  expect(unable.summary).toBe(
    "Too little known for a score: 3 of 8 factors (64% of the weight). What you can do of it has to be known first.",
  );
  expect(totalFit([of(null, 0, "capability"), ...beside]).score).toBe(1);
});

test("lifts do not fit a software house because they are near and there is time", () => {
  const total = totalFit([of(0.05, 25, "capability"), of(1, 10, "place"), of(1, 15, "time"), of(null, 50, "value")]);
  expect(total.score).toBeCloseTo(0.25);
  expect(total.summary).toBe(
    "25 of 100, from 3 of 8 factors (50% of the weight); held down from 53 by what you can do of it",
  );
  const ours = totalFit([of(0.7, 25, "capability"), of(1, 10, "place"), of(1, 15, "time")]);
  expect(ours.score).toBeCloseTo(0.85);
  expect(ours.summary).toBe("85 of 100, from 3 of 8 factors (100% of the weight)");
});
