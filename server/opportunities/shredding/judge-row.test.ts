import { expect, test } from "vitest";
import { isAnswerBox } from "./judge-row";

test("boxes to answer in are told from words", () => {
  for (const cell of ["True", "Yes / No", "☐ Yes ☐ No", "N/A", "[ ]", "____", "Y|N"])
    expect(isAnswerBox(cell)).toBe(true);
  for (const cell of ["", "No smoking", "Yesterday", "____ days", "N/A where empty"])
    expect(isAnswerBox(cell)).toBe(false);
});

test("a long line to fill in is told in no time", () => {
  const started = performance.now();
  expect(isAnswerBox(`${"_ ".repeat(5_000)}Name`)).toBe(false);
  expect(performance.now() - started).toBeLessThan(200);
});
