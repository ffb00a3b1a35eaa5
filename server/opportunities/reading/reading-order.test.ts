import { expect, test } from "vitest";
import { inReadingOrder } from "./reading-order";

const papers = [
  { path: "b/terms.pdf", role: "terms" as const },
  { path: "z/unknown.pdf", role: null },
  { path: "a/work.pdf", role: "statement_of_work" as const },
  { path: "c/instructions-2.pdf", role: "instructions" as const },
  { path: "c/instructions-1.pdf", role: "instructions" as const },
];

test("instructions come before the work, the work before terms, and what is not known last", () => {
  expect(inReadingOrder(papers).map(({ path }) => path)).toEqual([
    "c/instructions-1.pdf",
    "c/instructions-2.pdf",
    "a/work.pdf",
    "b/terms.pdf",
    "z/unknown.pdf",
  ]);
});

test("the same papers are read alike, whatever order they came in", () => {
  expect(inReadingOrder(papers.toReversed())).toEqual(inReadingOrder(papers));
});
