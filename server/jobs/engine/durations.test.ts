import { expect, it } from "vitest";
import { readDueTime } from "./durations";

it("reads durations as the SDK writes them, and dates", () => {
  expect(readDueTime("1w2d3h4m5s")).toEqual({ delayMs: 788_645_000, at: null });
  expect(readDueTime("1s")).toEqual({ delayMs: 1000, at: null });
  expect(readDueTime("")).toEqual({ delayMs: 0, at: null });
  expect(readDueTime("2030-01-02T03:04:05.000Z")).toEqual({ delayMs: null, at: "2030-01-02T03:04:05.000Z" });
  expect(() => readDueTime("soon")).toThrow("neither a duration nor a date");
});
