import { expect, test } from "vitest";
import type { Query } from "@/drizzle/schema";
import type { LoadedAnswer } from "./load-answers";
import { toQueryView } from "./to-query-view";

const at = new Date("2031-01-01T00:00:00Z");
const query: Query = {
  ...{ workspaceId: "w", id: "q", conversationId: "c", position: 1, question: "When?", status: "answered" },
  ...{ engine: "extractive", fallbackReason: null, confidence: 0.9, abstainedAt: null, phases: [], usage: null },
  ...{ failureReason: null, followUps: ["And then?"], unanswered: [], nearest: [], bypassesCache: false },
  ...{ createdBy: "ada", createdAt: at, updatedAt: at, finishedAt: at },
};

const sentence = (id: string, position: number): LoadedAnswer["sentences"][number] => ({
  ...{ workspaceId: "w", id, queryId: "q", position, text: `Sentence ${id}.`, isAside: false },
  ...{ writtenBy: "extractive", createdAt: at },
});
type Link = LoadedAnswer["links"][number];
const link = (dependentId: string, evidenceId: string, freshness: Link["freshness"] = "current"): Link => ({
  ...{ workspaceId: "w", evidenceId, kind: "answer_sentence", dependentId, freshness },
  ...{ after: freshness === "stale" ? "new words" : null, afterStart: null, changedBySnapshotId: null },
  ...{ markedAt: null, createdAt: at },
});
const cited = (n: number, id: string): LoadedAnswer["cited"][number] => ({
  n,
  evidence: {
    ...{ workspaceId: "w", id, documentId: "d", snapshotId: "s", renditionId: "r", start: 0, end: 5, page: 1 },
    ...{ quote: "words", quoteHash: "", createdAt: at },
  },
  ...{ title: "RFQ", path: "rfq.pdf", revision: 1, fetchedAt: at },
});
const answer = (more: Partial<LoadedAnswer>): LoadedAnswer => ({
  ...{ sentences: [], links: [], cited: [], tenders: new Map(), toolCalls: [], feedback: null, askedBy: "Ada" },
  ...more,
});

test("a sentence any of whose evidence the viewer may not see is left out and counted", () => {
  const view = toQueryView(
    query,
    answer({
      sentences: [sentence("a", 1), sentence("b", 2)],
      links: [link("a", "e1"), link("b", "e1"), link("b", "hidden")],
      cited: [cited(1, "e1")],
    }),
    "ada",
  );
  expect(view.sentences.map(({ id }) => id)).toEqual(["a"]);
  expect(view.hiddenSentences).toBe(1);
});

test("a sentence is as fresh as its worst evidence, a citation as the worst that rests on it, and tells what stands there now", () => {
  const view = toQueryView(
    query,
    answer({
      sentences: [sentence("a", 1), sentence("b", 2)],
      links: [link("a", "e2"), link("a", "e1", "stale"), link("b", "e2", "unsupported"), link("b", "e1", "stale")],
      cited: [cited(1, "e1"), cited(2, "e2")],
    }),
    "ada",
  );
  expect(view.sentences.map(({ citations, freshness }) => [citations, freshness])).toEqual([
    [[1, 2], "stale"],
    [[1, 2], "unsupported"],
  ]);
  expect(view.citations.map(({ n, freshness, after }) => [n, freshness, after])).toEqual([
    [1, "stale", "new words"],
    [2, "unsupported", null],
  ]);
});

test("follow-up questions and what tools read are shown to the asker alone", () => {
  const calls = answer({
    toolCalls: [
      {
        ...{
          workspaceId: "w",
          id: "t",
          queryId: "q",
          taskId: "search",
          tool: "searchKnowledge",
          input: {},
          summary: "1 passage",
        },
        ...{ durationMs: 5, cacheAgeMs: null, createdAt: at },
      },
    ],
  });
  expect(toQueryView(query, calls, "ada")).toMatchObject({
    followUps: ["And then?"],
    toolCalls: [{ taskId: "search" }],
  });
  expect(toQueryView(query, calls, "bob")).toMatchObject({ followUps: [], toolCalls: [] });
});
