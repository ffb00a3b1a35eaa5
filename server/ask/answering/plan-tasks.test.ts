import { expect, test } from "vitest";
import type { UnderstoodQuery } from "../plan";
import { namedDocuments, planTasks } from "./plan-tasks";

const known = [
  { id: "a", title: "Statement of Work", path: "rfq/Attachment A.pdf" },
  { id: "b", title: "Terms and conditions", path: "rfq/terms.docx" },
  { id: "c", title: "FAQ", path: "rfq/faq.md" },
];
const plan = (question: string, intent: UnderstoodQuery["intent"] = "answer") =>
  planTasks({ question, isFollowUp: false, intent }, known).map(({ tool, documentIds }) => [tool, documentIds]);

test("a question is one search of everything, unless it names documents or asks for them", () => {
  expect(plan("When are proposals due?")).toEqual([["searchKnowledge", []]]);
  expect(plan("Which documents are there?", "documents")).toEqual([["listDocuments", []]]);
});

test("documents that a question names are read by themselves, and everything is searched as well", () => {
  expect(plan("What does attachment a.pdf say of travel?")).toEqual([
    ["readDocument", ["a"]],
    ["searchKnowledge", []],
  ]);
  expect(plan("What do the Statement of Work and the terms and conditions say of travel?")).toEqual([
    ["readDocument", ["a"]],
    ["readDocument", ["b"]],
    ["searchKnowledge", []],
  ]);
});

test("a comparison of named documents asks each of them; one that names fewer than two is read and searched", () => {
  expect(plan("Compare the Statement of Work with the terms and conditions", "comparison")).toEqual([
    ["compareDocuments", ["a", "b"]],
    ["searchKnowledge", []],
  ]);
  expect(plan("How does the Statement of Work differ from the draft?", "comparison")).toEqual([
    ["readDocument", ["a"]],
    ["searchKnowledge", []],
  ]);
});

test("more named documents than are read one by one are searched together", () => {
  const many = Array.from({ length: 4 }, (_, n) => ({ id: `${n}`, title: `Annex number ${n}`, path: `${n}.pdf` }));
  const question = many.map(({ title }) => title).join(" and ");
  const tasks = planTasks({ question, isFollowUp: false, intent: "answer" }, many);
  expect(tasks.map(({ tool }) => tool)).toEqual(["searchKnowledge"]);
});

test("a name counts only in full words, and one short word names no document", () => {
  const named = (question: string) => namedDocuments(question, known).map(({ id }) => id);
  expect(named("What does “Terms & Conditions” say?")).toEqual([]);
  expect(named("Which terms and conditionsx apply?")).toEqual([]);
  expect(named("Is there a faq?")).toEqual([]);
  expect(named("What is said in terms.docx?")).toEqual(["b"]);
});
