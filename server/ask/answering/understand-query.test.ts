import { expect, test } from "vitest";
import { understandQuery } from "./understand-query";

const before = "When are proposals due?";

test("a short question that leans on the one before it is asked together with it", () => {
  for (const asked of ["And for subcontractors?", "What about late ones?", "Why?", "Does it apply to them?"])
    expect(understandQuery(asked, before)).toMatchObject({ isFollowUp: true, question: `${asked} (${before})` });
});

test("a question that stands by itself, or begins a conversation, is asked as it is", () => {
  expect(understandQuery("Which insurance must the contractor hold?", before)).toEqual({
    question: "Which insurance must the contractor hold?",
    isFollowUp: false,
    intent: "answer",
  });
  expect(understandQuery("  And for subcontractors? ", null)).toMatchObject({
    isFollowUp: false,
    question: "And for subcontractors?",
  });
  const long = "How does the buyer score the technical volume against it when two bidders have offered the same price?";
  expect(understandQuery(long, before).isFollowUp).toBe(false);
});

test("it is told whether a question asks for documents, for a comparison, or for an answer", () => {
  const intentOf = (asked: string) => understandQuery(asked, null).intent;
  expect(intentOf("Which documents are there?")).toBe("documents");
  expect(intentOf("List all files")).toBe("documents");
  expect(intentOf("How do the two drafts differ?")).toBe("comparison");
  expect(intentOf("Compare the terms of the RFQ with those of the contract.")).toBe("comparison");
  expect(intentOf("Which documents must be submitted with the bid?")).toBe("answer");
});
