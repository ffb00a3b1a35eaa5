import { expect, test } from "vitest";
import { litBoxes, pageOf, splitAtPassage } from "./passage.logic";

const text = "Bids are due on Friday.";

test("a block is cut where the passage begins and ends", () => {
  expect(splitAtPassage(text, 0, text.length, { start: 5, end: 12 })).toEqual([
    { text: "Bids ", isLit: false },
    { text: "are due", isLit: true },
    { text: " on Friday.", isLit: false },
  ]);
});

test("a passage over several blocks lights its share of each", () => {
  expect(splitAtPassage(text, 9, 15, { start: 0, end: 12 })).toEqual([
    { text: "due", isLit: true },
    { text: " on", isLit: false },
  ]);
  expect(splitAtPassage(text, 0, 4, { start: 4, end: 9 })).toEqual([{ text: "Bids", isLit: false }]);
});

test("lines are boxed whole in the middle and in proportion at both ends", () => {
  const line = { page: 2, x: 100, width: 200, height: 10 };
  const lines = [
    { ...line, start: 0, end: 10, y: 0 },
    { ...line, start: 10, end: 20, y: 12 },
    { ...line, start: 20, end: 30, y: 24 },
    { ...line, start: 30, end: 40, y: 36 },
  ];
  expect(litBoxes(lines, { start: 5, end: 25 })).toEqual([
    { page: 2, x: 200, y: 0, width: 100, height: 10 },
    { page: 2, x: 100, y: 12, width: 200, height: 10 },
    { page: 2, x: 100, y: 24, width: 100, height: 10 },
  ]);
});

test("the page is the one on which the passage begins", () => {
  const pages = [
    { page: 1, start: 0, end: 10 },
    { page: 2, start: 11, end: 20 },
  ];
  expect(pageOf(pages, { start: 9, end: 15 })).toBe(1);
  expect(pageOf(pages, { start: 10, end: 12 })).toBe(2);
  expect(pageOf(pages, null)).toBeNull();
});
