import { expect, test } from "vitest";
import { wordDiff } from "./word-diff.logic";

const told = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ op, text }) => (op === "same" ? text : op === "added" ? `{+${text}+}` : `{-${text}-}`))
    .join("");

test("words that were replaced one after the other are one run, and the words of each side stand together", () => {
  expect(told("We report every outage within two working days.", "We report every outage by noon today, always.")).toBe(
    "We report every outage {-within two working days-}{+by noon today, always+}.",
  );
});

test("what stands between two changes keeps them apart", () => {
  expect(told("No more than three pages, plus two plans.", "No more than four pages, plus three plans.")).toBe(
    "No more than {-three-}{+four+} pages, plus {-two-}{+three+} plans.",
  );
});

test("a sentence written anew is shown whole, before and after", () => {
  expect(told("The vendor keeps the logs of all systems.", "Bidders name three referees.")).toBe(
    "{-The vendor keeps the logs of all systems. -}{+Bidders name three referees.+}",
  );
});

test("what only came or only went is one part", () => {
  expect(told("", "Sumps are needed.")).toBe("{+Sumps are needed.+}");
  expect(told("Sumps are needed.", "")).toBe("{-Sumps are needed.-}");
});

test("both sides can be put together again", () => {
  const before = "The source code references submitted must have been for projects in the past three (3) years.";
  const after = "The Court would prefer the source code samples be from recent projects in the past years.";
  const parts = wordDiff(before, after);
  const side = (left: string) =>
    parts
      .filter(({ op }) => op !== left)
      .map(({ text }) => text)
      .join("");
  expect(side("added")).toBe(before);
  expect(side("removed")).toBe(after);
});
