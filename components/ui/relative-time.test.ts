import { expect, test } from "vitest";
import { exactTime, relativeTime } from "./relative-time.logic";

const now = Date.parse("2026-11-20T12:00:00Z");
const hour = 3_600_000;

test.each([
  [0, "just now"],
  [-5 * 60_000, "5 min ago"],
  [-3 * hour, "3 h ago"],
  [-24 * hour, "1 day ago"],
  [-29 * 24 * hour, "29 days ago"],
  [-40 * 24 * hour, "2026-10-11"],
  [3 * 24 * hour, "in 3 days"],
  [90_000, "in 2 min"],
])("%i ms from now reads %s", (offset, words) => {
  expect(relativeTime(now + offset, now)).toBe(words);
});

test("the exact time names its zone", () => {
  expect(exactTime(now, "Europe/Berlin")).toBe("2026-11-20 13:00 CET");
});
