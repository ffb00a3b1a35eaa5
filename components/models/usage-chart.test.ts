import { expect, test } from "vitest";
import { barsOfMonth } from "./usage-chart.logic";

test("every day of the month has its bar, measured by the highest", () => {
  const bars = barsOfMonth(202602, [
    { day: "2026-02-01", value: 5 },
    { day: "2026-02-28", value: 10 },
  ]);
  expect(bars).toHaveLength(28);
  expect(bars.map((bar) => bar.share).filter((share) => share > 0)).toEqual([0.5, 1]);
  expect(barsOfMonth(202412, [])).toHaveLength(31);
});
