import { expect, test } from "vitest";
import { matchedWords } from "./matched-words.logic";

test("why a notice belongs here is told in sentences, with how sure it is only where that was judged", () => {
  expect(matchedWords({ how: "new", score: 0, reasons: ["No known opportunity is the same."] })).toBe(
    "Made this opportunity. No known opportunity is the same.",
  );
  expect(matchedWords({ how: "likeness", score: 0.82, reasons: ["The same buyer", "The same words."] })).toBe(
    "Joined by likeness (82% sure). The same buyer. The same words.",
  );
  expect(matchedWords({ how: "merge", score: 1, reasons: [] })).toBe("Merged by hand.");
});
