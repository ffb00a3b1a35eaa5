import { expect, test } from "vitest";
import { addDays, daysBetween, isTimeZone, wallClock } from "./zoned-day";

test("a moment falls on the day and hour of the zone's own clocks, on both sides of a change of clocks", () => {
  expect(wallClock(new Date("2026-03-29T00:30:00Z"), "Europe/Berlin")).toEqual({ date: "2026-03-29", time: "01:30" });
  expect(wallClock(new Date("2026-03-29T01:30:00Z"), "Europe/Berlin")).toEqual({ date: "2026-03-29", time: "03:30" });
  expect(wallClock(new Date("2026-03-29T01:30:00Z"), "America/Los_Angeles")).toEqual({
    date: "2026-03-28",
    time: "18:30",
  });
  expect(wallClock(new Date("2026-03-29T23:30:00Z"), "+05:30")).toEqual({ date: "2026-03-30", time: "05:00" });
});

test("days are counted by the calendar, whatever the clocks do", () => {
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  expect(daysBetween("2026-03-30", "2026-03-28")).toBe(-2);
  expect(addDays("2028-02-28", 2)).toBe("2028-03-01");
});

test("names of no zone are told apart", () => {
  expect(isTimeZone("Europe/Berlin")).toBe(true);
  expect(isTimeZone("Mars/Olympus")).toBe(false);
  expect(wallClock(new Date("2026-03-29T00:30:00Z"), "Mars/Olympus").time).toBe("00:30");
});
