import { expect, test } from "vitest";
import type { PlannedTask, UnderstoodQuery } from "../plan";
import type { ToolResult } from "../tools/run-tool";
import { reflect } from "./reflect";

const asked = "And for subcontractors?";
const query: UnderstoodQuery = { question: `${asked} (When are proposals due?)`, isFollowUp: true, intent: "answer" };
const task = (more: Partial<PlannedTask>): PlannedTask => ({
  ...{ id: "1", tool: "searchKnowledge", question: query.question, documentIds: [], dependsOn: [] },
  ...more,
});
const found = (more: Partial<ToolResult> = {}): ToolResult => ({
  ...{ passages: [], sentences: [], unanswered: [], confidence: 0, documents: [], summary: "" },
  ...more,
});

test("anything that was found is enough", () => {
  const documents = [{ id: "d", title: "RFQ", path: "rfq.pdf" }];
  expect(reflect(query, asked, [task({})], [found(), found({ documents })])).toEqual({ isEnough: true });
});

test("a search of named documents that finds nothing is widened to everything", () => {
  const narrow = task({ tool: "readDocument", documentIds: ["d"] });
  expect(reflect(query, asked, [narrow], [found()])).toMatchObject({
    isEnough: false,
    task: { tool: "searchKnowledge", question: query.question, documentIds: [], dependsOn: ["1"] },
  });
});

test("a follow-up that finds nothing in full is asked in its own words, and then it is over", () => {
  const wide = task({});
  const first = reflect(query, asked, [wide], [found()]);
  if (first.isEnough) throw new Error("another task was expected");
  expect(first.task).toMatchObject({ tool: "searchKnowledge", question: asked });
  expect(reflect(query, asked, [wide, first.task], [found(), found()])).toEqual({ isEnough: true });
});

test("a question that stands by itself is not asked twice", () => {
  const single = { ...query, question: "When are proposals due?", isFollowUp: false };
  expect(reflect(single, single.question, [task({ question: single.question })], [found()])).toEqual({
    isEnough: true,
  });
});
