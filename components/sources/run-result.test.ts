import { expect, test } from "vitest";
import { runDuration, runResult } from "./run-result";

const counts = {
  pages: 10,
  fetches: 12,
  new: 0,
  changed: 0,
  same: 10,
  gone: 0,
  unhealthy: 0,
  failed: 0,
  skipped: 0,
  waiting: 0,
  changes: 0,
  records: 0,
  bytes: 0,
  rungs: {},
};

test("a run says what it brought, and what did not come", () => {
  const busy = { ...counts, new: 1_200, changed: 1, failed: 1, unhealthy: 1 };
  expect(runResult({ status: "finished", counts: busy })).toBe("1,200 new, 1 changed, 2 problems");
  expect(runResult({ status: "finished", counts })).toBe("nothing new");
  expect(runResult({ status: "failed", counts: { ...counts, same: 0 } })).toBe("nothing read");
});

test("a run that goes on lasts until now", () => {
  const startedAt = "2031-01-01T10:00:00.000Z";
  const now = Date.parse("2031-01-01T11:12:30.000Z");
  expect(runDuration({ startedAt, finishedAt: "2031-01-01T10:03:05.000Z" }, now)).toBe("3 min 5 s");
  expect(runDuration({ startedAt, finishedAt: null }, now)).toBe("1 h 12 min");
  expect(runDuration({ startedAt: null, finishedAt: null }, now)).toBeNull();
});
