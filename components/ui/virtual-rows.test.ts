import { expect, test } from "vitest";
import { rowTop, rowWindow } from "./virtual-rows.logic";

const heights = [40, 60, 40, 100, 40, 40];

test("only the rows in view are drawn, and the room of the others is kept", () => {
  const shown = rowWindow(heights, { top: 110, height: 100 }, 0);
  expect(shown).toEqual({ from: 2, to: 4, before: 100, after: 80 });
  const drawn = heights.slice(shown.from, shown.to).reduce((sum, height) => sum + height, 0);
  expect(shown.before + drawn + shown.after).toBe(320);
});

test("overscan draws a little more on both sides, and never beyond the ends", () => {
  expect(rowWindow(heights, { top: 110, height: 100 }, 200)).toEqual({ from: 0, to: 6, before: 0, after: 0 });
  expect(rowWindow([], { top: 0, height: 100 }, 50)).toEqual({ from: 0, to: 0, before: 0, after: 0 });
});

test("scrolled past the end, nothing is drawn and all the room is above", () => {
  expect(rowWindow(heights, { top: 1_000, height: 100 }, 0)).toMatchObject({ from: 6, to: 6, before: 320, after: 0 });
});

test("a row begins where the ones before it end", () => {
  expect(rowTop(heights, 0)).toBe(0);
  expect(rowTop(heights, 3)).toBe(140);
});
