import { expect, test } from "vitest";
import { barsOfRuns, runsFinding } from "./runs-chart.logic";

function run(id: string, status: "finished" | "failed" | "running", some: Partial<Record<string, number>>) {
  const zero = { pages: 0, fetches: 0, new: 0, changed: 0, same: 0, gone: 0, unhealthy: 0, failed: 0, skipped: 0 };
  return { id, status, counts: { ...zero, waiting: 0, changes: 0, records: 0, bytes: 0, rungs: {}, ...some } };
}

test("bars run from the oldest to the newest, the tallest fills the height", () => {
  const bars = barsOfRuns([run("new", "finished", { same: 5 }), run("old", "finished", { new: 8, failed: 2 })]);
  expect(bars.map(({ id }) => id)).toEqual(["old", "new"]);
  expect(bars[0]?.parts).toEqual({ same: 0, fresh: 0.8, problems: 0.2 });
  expect(bars[1]?.parts.same).toBe(0.5);
});

test("the title says what the picture shows", () => {
  expect(runsFinding([])).toBe("No run has ended yet");
  expect(runsFinding([run("a", "failed", {})])).toBe("One run: it failed");
  expect(runsFinding([run("a", "finished", { changed: 1 }), run("b", "failed", {}), run("c", "running", {})])).toBe(
    "Of the last 2 runs 1 failed, 1 found changes",
  );
});
