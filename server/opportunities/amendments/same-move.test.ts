import { expect, test } from "vitest";
import { isSameMove } from "./same-move";

test("a notice in UTC and a paper in the clock of its place tell of one move", () => {
  const paper = { before: "2031-03-14 12:00 ET", after: "2031-03-28 12:00 ET" };
  expect(isSameMove({ before: "2031-03-14 16:00 UTC", after: "2031-03-28 16:00 UTC" }, paper)).toBe(true);
  // Clocks were changed between the two.
  expect(isSameMove({ before: "2031-03-14 17:00 UTC", after: "2031-03-28 16:00 UTC" }, paper)).toBe(true);
  expect(isSameMove({ before: "2031-03-14", after: "2031-03-28" }, paper)).toBe(true);
});

test("another day, another way or another hour is another move", () => {
  const told = { before: "2031-03-14", after: "2031-03-28" };
  expect(isSameMove(told, { before: "2031-03-14", after: "2031-03-27" })).toBe(false);
  expect(isSameMove(told, { before: "2031-03-28", after: "2031-03-14" })).toBe(false);
  expect(isSameMove(told, { before: null, after: "2031-03-28" })).toBe(false);
  expect(isSameMove(told, { before: "2031-03-14", after: null })).toBe(false);
  expect(
    isSameMove(
      { before: "2031-03-14 12:00", after: "2031-03-14 16:00" },
      { before: "2031-03-14 12:00", after: "2031-03-14 14:00" },
    ),
  ).toBe(false);
});

test("a date that both say is no longer stated was taken back once", () => {
  expect(isSameMove({ before: "2031-03-14", after: null }, { before: "2031-03-14 12:00", after: null })).toBe(true);
});
