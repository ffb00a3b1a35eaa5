import { CircuitState } from "cockatiel";
import { expect, it } from "vitest";
import { SpacedBreaker } from "./spaced-breaker";

it("opens after so many failures one after the other, and counts those of one moment once", () => {
  let nowMs = 0;
  const breaker = new SpacedBreaker(3, 100, () => nowMs);
  const fails = (atMs: number) => {
    nowMs = atMs;
    return breaker.failure(CircuitState.Closed);
  };
  expect([fails(0), fails(10), fails(50), fails(99)]).toEqual([false, false, false, false]);
  expect([fails(100), fails(150)]).toEqual([false, false]);
  expect(fails(200)).toBe(true);
});

it("begins anew after a success, and stays open when the one that tries fails", () => {
  const breaker = new SpacedBreaker(2, 0, () => 0);
  expect(breaker.failure(CircuitState.Closed)).toBe(false);
  breaker.success();
  expect(breaker.failure(CircuitState.Closed)).toBe(false);
  expect(breaker.failure(CircuitState.HalfOpen)).toBe(true);
});
