import { expect, test } from "vitest";
import { leaveOutRepeats } from "./leave-out-repeats";

const points = (paper: string) => `It points to ${paper}, which is not in the documents.`;

test("a paper that several demands point to is requested once, also when it was requested before", () => {
  const drafts = [
    { text: "Regarding 1", occasion: points("Attachment K") },
    { text: "Regarding 2", occasion: points("attachment K") },
    { text: "Regarding 3", occasion: points("Attachment L") },
    { text: "Regarding 4", occasion: points("Attachment M") },
  ];
  const known = [{ text: "Regarding 9", occasion: points("Attachment M") }];
  expect(leaveOutRepeats(drafts, known).map(({ text }) => text)).toEqual(["Regarding 1", "Regarding 3"]);
});

test("the same words are asked once, and two loose words in two demands are two questions", () => {
  const loose = "“adequate” leaves open what would satisfy it.";
  const drafts = [
    { text: "Regarding staff", occasion: loose },
    { text: "Regarding staff", occasion: loose },
    { text: "Regarding rooms", occasion: loose },
  ];
  expect(leaveOutRepeats(drafts, []).map(({ text }) => text)).toEqual(["Regarding staff", "Regarding rooms"]);
});
