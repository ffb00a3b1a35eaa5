import { expect, test } from "vitest";
import { byDay, isMonth, monthGrid, shiftMonth } from "./month-grid.logic";

test("a month is whole weeks from Monday to Sunday", () => {
  const grid = monthGrid("2026-11");
  expect(grid).toHaveLength(6);
  expect(grid[0]?.[0]).toEqual({ date: "2026-10-26", isInMonth: false });
  expect(grid[0]?.[6]).toEqual({ date: "2026-11-01", isInMonth: true });
  expect(grid.at(-1)?.[0]).toEqual({ date: "2026-11-30", isInMonth: true });
  expect(monthGrid("2027-02")).toHaveLength(4);
});

test("leap days and changes of the clock neither double nor drop a day", () => {
  const days = monthGrid("2028-02")
    .flat()
    .filter((day) => day.isInMonth);
  expect(days).toHaveLength(29);
  const march = monthGrid("2026-03").flat();
  expect(new Set(march.map((day) => day.date)).size).toBe(march.length);
});

test("months roll over the year", () => {
  expect(shiftMonth("2026-12", 1)).toBe("2027-01");
  expect(shiftMonth("2026-01", -1)).toBe("2025-12");
  expect(isMonth("2026-13")).toBe(false);
  expect(isMonth("2026-07")).toBe(true);
});

test("entries are gathered by day, in the order of days, and undated ones are left out", () => {
  const days = byDay(
    [
      { on: "2026-11-30", name: "b" },
      { on: "2026-11-02", name: "a" },
      { on: null, name: "x" },
      { on: "2026-11-30", name: "c" },
    ],
    (entry) => entry.on,
  );
  expect([...days].map(([day, entries]) => `${day} ${entries.map((entry) => entry.name).join("")}`)).toEqual([
    "2026-11-02 a",
    "2026-11-30 bc",
  ]);
});
