import { expect, test } from "vitest";
import { betaQuantile, chanceOf } from "./beta";

test("quantiles agree with distributions that are known in closed form", () => {
  // Beta(1, 1) is uniform, Beta(2, 1) has the distribution function x², Beta(1, n) has 1 − (1 − x)^n.
  expect(betaQuantile(0.3, 1, 1)).toBeCloseTo(0.3, 8);
  expect(betaQuantile(0.25, 2, 1)).toBeCloseTo(0.5, 8);
  expect(betaQuantile(0.95, 1, 12)).toBeCloseTo(1 - 0.05 ** (1 / 12), 8);
  expect(betaQuantile(0.5, 40, 40)).toBeCloseTo(0.5, 8);
});

test("few cases leave the chance wide, many narrow it, and none is nothing known", () => {
  const [none, few, many] = [chanceOf(0, 0), chanceOf(2, 3), chanceOf(200, 300)];
  expect(none).toMatchObject({ mean: 0.5 });
  expect(few.high - few.low).toBeGreaterThan(0.5);
  expect(many.high - many.low).toBeLessThan(0.1);
  expect(few.low).toBeLessThan(few.mean);
  expect(few.mean).toBeLessThan(few.high);
});
