import { expect, it } from "vitest";
import { readRetryAfter } from "./read-retry-after";

it.each([
  ["120", 120_000],
  [" 0 ", 0],
  ["999999", 3_600_000],
  ["Sat, 21 Nov 2026 12:00:30 GMT", 30_000],
  ["Saturday, 21-Nov-26 12:00:30 GMT", 30_000],
  ["Sun, 22 Nov 2026 12:00:00 GMT", 3_600_000],
  ["Sat, 21 Nov 2026 11:00:00 GMT", 0],
  ["-5", null],
  ["1.5", null],
  ["soon", null],
  ["", null],
  [undefined, null],
])("Retry-After %s is %s ms", (value, ms) => {
  expect(readRetryAfter(value, new Date("2026-11-21T12:00:00Z"))).toBe(ms);
});
