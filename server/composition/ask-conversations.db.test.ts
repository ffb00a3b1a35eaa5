import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { brokenRows } from "@/drizzle/checks/broken-rows";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { askQuestion } from "@/server/ask/ask-question";
import { deleteConversation } from "@/server/ask/conversations/delete-conversation";
import { listConversations } from "@/server/ask/conversations/list-conversations";
import { listQueries } from "@/server/ask/conversations/list-queries";
import { updateConversation } from "@/server/ask/conversations/update-conversation";
import { cancelQuery } from "@/server/ask/end-query";
import { getQuery } from "@/server/ask/get-query";
import { recordFeedback } from "@/server/ask/record-feedback";
import { readStream } from "@/server/ask/stream/follow-stream";
import type { RunningEngine } from "@/server/jobs/engine";
import { createCollection } from "@/server/knowledge/collections";
import { deleteCollection } from "@/server/knowledge/collections/delete-collection";
import { updateDocument } from "@/server/knowledge/documents";
import { ForbiddenError, NotFoundError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { ask, board, collect, question, tender, upload } from "./testing/asking";
import { startEngine } from "./testing/start-engine";

// Reads files in a process of their own and runs jobs: a busy machine needs its time.
vi.setConfig({ testTimeout: 400_000 });
const database = openTestDatabase();
let engine: RunningEngine;

beforeAll(async () => {
  engine = await startEngine();
}, 120_000);
afterAll(() => engine.stop());

async function invariantsHold() {
  expect(await brokenRows(database(), "product")).toEqual([]);
}

test("a conversation is its author's until it is shared, and only its author may share or remove it", async () => {
  const author = await aWorkspace();
  const other = await aMember(author, "admin");
  await upload(author, "RFQ.md", tender);
  const { conversationId, queryId } = await ask(author);
  const stranger = await aWorkspace();
  const attempts = (ctx: WorkspaceContext) => [
    () => getQuery(ctx, queryId),
    () => listQueries(ctx, conversationId),
    () => readStream(ctx, queryId, 0),
    () => collect(ctx, queryId),
    () => cancelQuery(ctx, queryId),
    () => askQuestion(ctx, { question, conversationId, bypassCache: false }),
    () => updateConversation(ctx, { id: conversationId, visibility: "workspace" as const }),
    () => deleteConversation(ctx, conversationId),
  ];
  for (const ctx of [other, stranger]) {
    for (const attempt of attempts(ctx)) await expect(attempt()).rejects.toThrow(NotFoundError);
    expect(await listConversations(ctx, { limit: 50, offset: 0 })).toEqual([]);
  }
  await updateConversation(author, { id: conversationId, visibility: "workspace" });
  expect((await getQuery(other, queryId)).sentences).toHaveLength(1);
  expect(await listConversations(other, { limit: 50, offset: 0 })).toMatchObject([{ isOwn: false, queryCount: 1 }]);
  await expect(updateConversation(other, { id: conversationId, visibility: "private" })).rejects.toThrow(
    ForbiddenError,
  );
  await expect(deleteConversation(other, conversationId)).rejects.toThrow(ForbiddenError);
  for (const attempt of attempts(stranger)) await expect(attempt()).rejects.toThrow(NotFoundError);

  await deleteConversation(author, conversationId);
  await expect(getQuery(author, queryId)).rejects.toThrow(NotFoundError);
  expect(await database().sql`select 1 from stream_events where stream_id = ${queryId}`).toHaveLength(0);
  await invariantsHold();
});

test("a shared answer keeps what rests on restricted documents from others, in the answer and on its stream", async () => {
  const author = await aWorkspace();
  const other = await aMember(author, "admin");
  const shelf = await createCollection(author, { name: "Board", visibility: "restricted", memberIds: [] });
  const open = await upload(author, "RFQ.md", tender);
  await upload(author, "board.md", board, shelf.id);
  const { conversationId, queryId, answer, events } = await ask(author);
  expect(JSON.stringify(answer.citations)).toContain("due to the board");
  await updateConversation(author, { id: conversationId, visibility: "workspace" });
  const seen = await getQuery(other, queryId);
  expect(seen.hiddenSentences).toBeGreaterThan(0);
  expect(seen.hiddenSentences + seen.sentences.length).toBe(answer.sentences.length);
  const streamed = [...(await readStream(other, queryId, 0)), ...(await collect(other, queryId))];
  for (const told of [seen, streamed]) expect(JSON.stringify(told)).not.toContain("board");
  expect(streamed.at(-1)?.type).toBe("done");
  expect(events.filter((event) => event.type === "sentence")).toHaveLength(answer.sentences.length);

  // The same once an open document is moved to where its reader may not follow.
  await updateDocument(author, { id: open.documentId, collectionId: shelf.id });
  expect(await getQuery(other, queryId)).toMatchObject({ sentences: [], citations: [] });
  expect(JSON.stringify(await collect(other, queryId))).not.toContain("15 March");
  // Who asks for himself is told nothing of it either.
  const own = await ask(other);
  expect(own.answer.abstained).toBe(true);
  expect(JSON.stringify(own)).not.toMatch(/15 March|1 March/);
  await invariantsHold();
});

test("saying something else of an answer replaces what was said, for each person by himself", async () => {
  const ctx = await aWorkspace();
  const other = await aMember(ctx, "viewer");
  await upload(ctx, "RFQ.md", tender);
  const { queryId, conversationId } = await ask(ctx);
  await expect(recordFeedback(other, { queryId, kind: "useful" })).rejects.toThrow(NotFoundError);
  await updateConversation(ctx, { id: conversationId, visibility: "workspace" });
  await recordFeedback(ctx, { queryId, kind: "useful" });
  await recordFeedback(other, { queryId, kind: "incomplete", comment: "Which time zone?" });
  await recordFeedback(ctx, { queryId, kind: "wrong_source" });
  expect((await getQuery(ctx, queryId)).feedback).toBe("wrong_source");
  expect((await getQuery(other, queryId)).feedback).toBe("incomplete");
});

test("each question of a conversation is listed as it is shown by itself, with its own answer, feedback and asker", async () => {
  const author = await aWorkspace();
  const other = await aMember(author);
  await upload(author, "RFQ.md", tender);
  await upload(author, "board.md", board);
  const first = await ask(author);
  await updateConversation(author, { id: first.conversationId, visibility: "workspace" });
  const more = { conversationId: first.conversationId };
  const second = await ask(other, "Which colour has the roof of the stables?", more);
  const third = await ask(author, "What about late quotations?", more);
  await recordFeedback(author, { queryId: first.queryId, kind: "useful" });
  const asked = [first, second, third].map(({ queryId }) => queryId);
  for (const ctx of [author, other]) {
    const alone = await Promise.all(asked.map((id) => getQuery(ctx, id)));
    expect(await listQueries(ctx, first.conversationId)).toEqual(alone);
  }
  const [answered, abstained] = await listQueries(author, first.conversationId);
  expect(answered).toMatchObject({ feedback: "useful", abstained: false, toolCalls: [expect.anything()] });
  expect(abstained).toMatchObject({ feedback: null, abstained: true, sentences: [], toolCalls: [] });
});

test("a question about a collection that is unknown, hidden or another workspace's is turned away before anything is kept", async () => {
  const owner = await aWorkspace();
  const stranger = await aWorkspace();
  const other = await aMember(owner, "admin");
  const open = await createCollection(owner, { name: "Open", visibility: "workspace", memberIds: [] });
  const closed = await createCollection(owner, { name: "Closed", visibility: "restricted", memberIds: [] });
  const foreign = await createCollection(stranger, { name: "Theirs", visibility: "workspace", memberIds: [] });
  const asking = { question, bypassCache: false };
  for (const id of [newId(), closed.id, foreign.id]) {
    await expect(askQuestion(other, { ...asking, collectionIds: [open.id, id] })).rejects.toThrow(NotFoundError);
  }
  expect(await listConversations(other, { limit: 50, offset: 0 })).toEqual([]);
  // One that goes on: what it asks in may have gone in part, but not whole.
  const both = await askQuestion(owner, { ...asking, collectionIds: [open.id, closed.id] });
  const one = await askQuestion(owner, { ...asking, collectionIds: [open.id] });
  await expect(
    askQuestion(owner, { ...asking, conversationId: one.conversationId, collectionIds: [newId()] }),
  ).rejects.toThrow(NotFoundError);
  await deleteCollection(owner, open.id);
  await askQuestion(owner, { ...asking, conversationId: both.conversationId });
  await expect(askQuestion(owner, { ...asking, conversationId: one.conversationId })).rejects.toThrow(NotFoundError);
  await updateConversation(owner, { id: both.conversationId, visibility: "workspace" });
  await expect(askQuestion(other, { ...asking, conversationId: both.conversationId })).rejects.toThrow(NotFoundError);
  expect(await listQueries(owner, both.conversationId)).toHaveLength(2);
  expect(await listQueries(owner, one.conversationId)).toHaveLength(1);
});
