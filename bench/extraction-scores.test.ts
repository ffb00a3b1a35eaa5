import { expect, test } from "vitest";
import { scoreBodies, scoreBody, scoreSnippets } from "./extraction-scores";

test("counts runs of four words, as often as they occur", () => {
  expect(scoreBody("a b c d e", "a b c d e")).toEqual({ found: 2, extra: 0, missed: 0 });
  expect(scoreBody("a b c d e", "a b c d")).toEqual({ found: 1, extra: 0, missed: 1 });
  expect(scoreBody("a b c d", "a, b; c. d a b c d")).toEqual({ found: 1, extra: 4, missed: 0 });
  expect(scoreBody("a b", "a b")).toEqual({ found: 1, extra: 0, missed: 0 });
});

test("a page counts the same whatever its length, and an empty answer is a page lost", () => {
  const truth = { one: { articleBody: "a b c d e f g h" }, two: { articleBody: "k l m n" } };
  const score = scoreBodies(truth, { one: truth.one, two: { articleBody: "" } });
  expect(score).toMatchObject({ precision: 1, recall: 0.5, exactMatch: 0.5, pagesLost: 1 });
});

test("snippets are found with white space folded, and foreign ones count against", () => {
  const truth = { one: { with: ["a  b", "c"], without: ["x"] }, two: { with: ["k"], without: [] } };
  const score = scoreSnippets(truth, { one: { articleBody: "a\nb x" }, two: { articleBody: "" } });
  expect(score).toMatchObject({ precision: 0.5, recall: 1 / 3, exactMatch: null, pagesLost: 1 });
});
