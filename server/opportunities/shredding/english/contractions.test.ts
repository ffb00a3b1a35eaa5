import { expect, test } from "vitest";
import { expandContractions } from "./contractions";

test.each([
  ["Bidders can't charge for it, and they won't be paid.", "Bidders cannot charge for it, and they will not be paid."],
  ["Can’t be met? You’ll say so.", "Cannot be met? You will say so."],
  ["It's ours, and that's why they've agreed.", "It is ours, and that is why they have agreed."],
  ["The work mustn't stop; it needn't be quiet.", "The work must not stop; it need not be quiet."],
])("%s", (text, written) => expect(expandContractions(text)).toBe(written));

test("what stands for too many words stays, and so does whose something is", () => {
  const text = "The supplier's staff said they'd come; the cities' own rules hold.";
  expect(expandContractions(text)).toBe(text);
});
