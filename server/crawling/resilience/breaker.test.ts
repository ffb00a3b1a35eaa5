import { expect, test } from "vitest";
import { afterOutcome, type BreakerState, blockedUntil, breakerStatus, closedBreaker, readBreaker } from "./breaker";

const start = new Date("2031-03-01T10:00:00Z");
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const run = (state: BreakerState, outcomes: string, at = start) =>
  [...outcomes].reduce((current, one) => afterOutcome(current, one === "+", at), state);

test("opens when half of the last ten failed, and not a request earlier", () => {
  expect(run(closedBreaker, "+++++----").status).toBe("closed");
  expect(run(closedBreaker, "+++++-----").status).toBe("open");
  expect(run(closedBreaker, "-----+++++").status).toBe("open");
  expect(run(closedBreaker, "++++++++++----").status).toBe("closed");
});

test("keeps everybody out for five minutes, then lets requests through to see", () => {
  const open = run(closedBreaker, "----------");
  expect(blockedUntil(open, after(4))).toEqual(after(5));
  expect(afterOutcome(open, true, after(4)).status).toBe("open");
  expect(blockedUntil(open, after(5))).toBeNull();
  expect(breakerStatus(open, after(5))).toBe("half_open");
});

test("closes after three successes in a row; one failure before that opens it for another five minutes", () => {
  const open = run(closedBreaker, "----------");
  expect(run(open, "++", after(6)).status).toBe("half_open");
  expect(run(open, "+++", after(6)).status).toBe("closed");
  const again = run(open, "++-", after(6));
  expect(again.status).toBe("open");
  expect(blockedUntil(again, after(7))).toEqual(after(11));
});

test("what was kept by something else counts as closed", () => {
  for (const kept of [null, 7, "open", {}, { status: "open" }]) expect(readBreaker(kept)).toEqual(closedBreaker);
  const open = run(closedBreaker, "----------");
  expect(readBreaker(JSON.parse(JSON.stringify(open)))).toEqual(open);
});
