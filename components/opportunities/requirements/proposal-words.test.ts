import { expect, test } from "vitest";
import { refinementWords } from "./proposal-words.logic";

const done = {
  state: "done" as const,
  documents: 2,
  asked: 5,
  unanswered: 0,
  reason: null,
  proposed: 3,
  dropped: 0,
  at: "2031-05-01T00:00:00Z",
};

test("how far a model came is said with its numbers, and why it did not", () => {
  expect(refinementWords("a", null)).toBe("a has not gone through these documents yet.");
  expect(refinementWords("a", { ...done, state: "running", documents: 1 })).toBe("a is going through 1 document.");
  expect(refinementWords("a", { ...done, dropped: 1 })).toBe(
    "a has gone through 2 documents. 1 without words of the document to stand on, or nothing new, was left out.",
  );
  expect(refinementWords("a", { ...done, unanswered: 4, reason: "over_budget" })).toBe(
    "a left 4 of 5 parts unanswered: the month's budget is used up. The rules stand as they were.",
  );
});
