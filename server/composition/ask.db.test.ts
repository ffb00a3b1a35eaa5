import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { brokenRows } from "@/drizzle/checks/broken-rows";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { answerQuery } from "@/server/ask/answering/answer-query";
import * as recording from "@/server/ask/answering/record-sentences";
import { askQuestion } from "@/server/ask/ask-question";
import { listConversations } from "@/server/ask/conversations/list-conversations";
import { deleteConversation, updateConversation } from "@/server/ask/conversations/update-conversation";
import { cancelQuery, failQuery } from "@/server/ask/end-query";
import { getQuery, listQueries } from "@/server/ask/get-query";
import { listChangedAnswers } from "@/server/ask/list-changed-answers";
import { recordFeedback } from "@/server/ask/record-feedback";
import type { StreamEventView } from "@/server/ask/schemas";
import { followStream, readStream } from "@/server/ask/stream/follow-stream";
import type { RunningEngine } from "@/server/jobs/engine";
import { createCollection } from "@/server/knowledge/collections";
import {
  addDocument,
  deleteDocument,
  getDocument,
  updateDocument,
  withReceivedFile,
} from "@/server/knowledge/documents";
import { ConflictError, ForbiddenError, NotFoundError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { resolveJobContext } from "@/server/workspaces";
import { startEngine } from "./testing/start-engine";

// Reads files in a process of their own and runs jobs: a busy machine needs its time.
vi.setConfig({ testTimeout: 120_000 });
const database = openTestDatabase();
let engine: RunningEngine;

/** What happens just before a sentence is stored; a test sets it to break off or to call off in mid-answer. */
const beforeSentence = { run: async (_position: number): Promise<void> => {} };

beforeAll(async () => {
  const record = recording.recordSentences;
  vi.spyOn(recording, "recordSentences").mockImplementation(async (writer, ...rest) => {
    await beforeSentence.run(writer.position + 1);
    return record(writer, ...rest);
  });
  engine = await startEngine();
}, 120_000);
afterAll(() => engine.stop());

const tender = `# Request for Quotation

## 1. Submission

Quotations are due no later than 4 p.m. Eastern Time on 15 March 2031. Late quotations will not be considered.
`;
const board = `# Board paper

## Submission

Our own quotations are due to the board no later than 1 March 2031, before quotations are due to the buyer.
`;
const question = "When are quotations due?";

async function upload(ctx: WorkspaceContext, path: string, text: string, collectionId?: string) {
  const added = await withReceivedFile(Buffer.from(text), (file) =>
    addDocument(ctx, { path, collectionId, origin: "upload", file }),
  );
  await expect
    .poll(async () => (await getDocument(ctx, added.documentId)).latest, { timeout: 60_000 })
    .toMatchObject({ status: "ready" });
  return added;
}

async function collect(ctx: WorkspaceContext, queryId: string, afterSeq = 0): Promise<StreamEventView[]> {
  const events: StreamEventView[] = [];
  const signal = AbortSignal.timeout(60_000);
  for await (const event of followStream(queryId, { afterSeq, signal, recheck: async () => ctx })) events.push(event);
  return events;
}

async function ask(ctx: WorkspaceContext, text = question, more: Partial<Parameters<typeof askQuestion>[1]> = {}) {
  const asked = await askQuestion(ctx, { question: text, bypassCache: false, ...more });
  const events = await collect(ctx, asked.queryId);
  return { ...asked, events, answer: await getQuery(ctx, asked.queryId) };
}

async function invariantsHold() {
  expect(await brokenRows(database(), "product")).toEqual([]);
}

/** A question whose job a test plays itself: the engine is not told of it. */
async function askUnheard(ctx: WorkspaceContext) {
  await engine.stop();
  const asked = await askQuestion(ctx, { question, bypassCache: true });
  await database().sql`delete from outbox where data ->> 'queryId' = ${asked.queryId}`;
  engine = await startEngine();
  return asked;
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
  expect(await listConversations(other, { limit: 50, offset: 0 })).toMatchObject([{ isOwn: false }]);
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

test("an answer that is stopped half-way keeps what was written, ends its stream, and gets nothing more", async () => {
  const ctx = await aWorkspace();
  await upload(ctx, "RFQ.md", tender);
  await upload(ctx, "board.md", board);
  beforeSentence.run = async (position) => {
    if (position !== 2) return;
    beforeSentence.run = async () => {};
    const [open] = await database().sql<{ id: string }[]>`
      select id from queries where workspace_id = ${ctx.workspace.id} and status = 'running'`;
    if (open) await cancelQuery(ctx, open.id);
  };
  const { events, answer, queryId } = await ask(ctx);
  expect(events.at(-1)).toMatchObject({ type: "failed", data: { status: "cancelled" } });
  expect(answer).toMatchObject({ status: "cancelled", sentences: [{ position: 1 }] });
  await expect(cancelQuery(ctx, queryId)).rejects.toThrow(ConflictError);
  // The job that still ran has noticed.
  await expect
    .poll(() => database().sql`select 1 from jobs.runs where status in ('queued', 'running')`, { timeout: 60_000 })
    .toHaveLength(0);
  expect((await collect(ctx, queryId)).at(-1)?.type).toBe("failed");
  await invariantsHold();
});

test("a question whose job gives up ends as failed, on its stream too, and once", async () => {
  const ctx = await aWorkspace();
  await upload(ctx, "RFQ.md", tender);
  beforeSentence.run = async () => {
    const { ForbiddenError } = await import("@/server/platform/errors");
    throw new ForbiddenError("no more of this");
  };
  const { events, answer, queryId } = await ask(ctx);
  beforeSentence.run = async () => {};
  expect(events.at(-1)).toMatchObject({ type: "failed", data: { status: "failed" } });
  expect(answer.failureReason).toMatch(/Ask again/);
  await failQuery(ctx, queryId);
  await invariantsHold();
});

test("a step that breaks off after its first sentence rewinds, and the answer ends complete with no sentence doubled", async () => {
  const ctx = await aWorkspace();
  await upload(ctx, "RFQ.md", tender);
  await upload(ctx, "board.md", board);
  const whole = (await ask(ctx)).answer.sentences.map((sentence) => sentence.text);
  expect(whole.length).toBeGreaterThan(1);
  const asked = await askUnheard(ctx);
  const runStep = async <T>(_name: string, work: (job: WorkspaceContext) => Promise<T>) =>
    work(await resolveJobContext({ data: { workspaceId: ctx.workspace.id, userId: ctx.userId } }, "test"));
  beforeSentence.run = async (position) => {
    if (position === 2) throw new Error("the process was killed");
  };
  await expect(answerQuery(asked.queryId, runStep)).rejects.toThrow("killed");
  beforeSentence.run = async () => {};
  const written = await answerQuery(asked.queryId, runStep);
  const events = await collect(ctx, asked.queryId);
  expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
  const rewindAt = events.findLastIndex((event) => event.type === "rewind");
  expect(events.slice(0, rewindAt).filter((event) => event.type === "sentence")).toHaveLength(1);
  const told = events.slice(rewindAt).filter((event) => event.type === "sentence");
  expect(told.map((event) => event.data.text)).toEqual(whole);
  expect((await getQuery(ctx, asked.queryId)).sentences.map((sentence) => sentence.text)).toEqual(whole);
  await invariantsHold();

  // Killed after all was written and before the step's result was kept: nothing is written again.
  const last = await import("@/server/ask/answering/write-answer");
  const input = { queryId: asked.queryId, query: { question, isFollowUp: false, intent: "answer" as const } };
  expect(await last.writeAnswer(ctx, { ...input, results: [], phases: [], usages: [] })).toEqual(written);
  expect(await collect(ctx, asked.queryId)).toEqual(events);
  await invariantsHold();
});

test("a stream can be taken up after any event, with no gap and none twice, while it is being written too", async () => {
  const ctx = await aWorkspace();
  await upload(ctx, "RFQ.md", tender);
  const asked = await askQuestion(ctx, { question, bypassCache: true });
  const followers = Array.from({ length: 5 }, () => collect(ctx, asked.queryId));
  const [whole, ...others] = await Promise.all(followers);
  expect(whole?.at(-1)?.type).toBe("done");
  for (const other of others) expect(other).toEqual(whole);
  for (const { seq } of whole ?? []) {
    if (seq === whole?.length) break;
    expect(await collect(ctx, asked.queryId, seq)).toEqual(whole?.slice(seq));
  }
  await expect(collect(ctx, newId())).rejects.toThrow(NotFoundError);
});

test("who is taken out of the workspace while following hears nothing more", async () => {
  const owner = await aWorkspace();
  const leaver = await aMember(owner);
  await upload(owner, "RFQ.md", tender);
  const asked = await askUnheard(leaver);
  const recheck = () =>
    resolveJobContext({ data: { workspaceId: owner.workspace.id, userId: leaver.userId } }, "follow");
  const heard: StreamEventView[] = [];
  const following = (async () => {
    const signal = AbortSignal.timeout(60_000);
    for await (const event of followStream(asked.queryId, { afterSeq: 0, signal, recheck })) heard.push(event);
  })();
  // Handled at once, so that its failing early is no unhandled rejection.
  const ended = expect(following).rejects.toThrow(ForbiddenError);
  await database().sql`delete from members where workspace_id = ${owner.workspace.id} and user_id = ${leaver.userId}`;
  await ended;
  expect(heard).toEqual([]);
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

test("what a tool found is used again for the same person, with its age, and not across persons nor when told to read anew", async () => {
  const ctx = await aWorkspace();
  const other = await aMember(ctx);
  await upload(ctx, "RFQ.md", tender);
  const ages = (answer: { toolCalls: { cacheAgeMs: number | null }[] }) => answer.toolCalls.map((c) => c.cacheAgeMs);
  const first = await ask(ctx);
  expect(ages(first.answer)).toEqual([null]);
  const again = await ask(ctx);
  expect(ages(again.answer)).toEqual([expect.any(Number)]);
  expect(again.answer.sentences.map((s) => s.text)).toEqual(first.answer.sentences.map((s) => s.text));
  expect(ages((await ask(ctx, question, { bypassCache: true })).answer)).toEqual([null]);
  expect(ages((await ask(other)).answer)).toEqual([null]);
  await upload(ctx, "more.md", "Something else is said here.");
  expect(ages((await ask(ctx)).answer)).toEqual([null]);
});

test("answers whose evidence changed or went are listed for those who may see them, and removed words are shown nowhere", async () => {
  const ctx = await aWorkspace();
  const other = await aMember(ctx);
  const { documentId } = await upload(ctx, "RFQ.md", tender);
  const { queryId, conversationId } = await ask(ctx);
  expect(await listChangedAnswers(ctx)).toEqual([]);
  await upload(ctx, "RFQ.md", tender.replace("15 March", "22 March"));
  expect(await listChangedAnswers(ctx)).toMatchObject([{ queryId, freshness: "stale", sentences: 1 }]);
  expect(await listChangedAnswers(other)).toEqual([]);
  await updateConversation(ctx, { id: conversationId, visibility: "workspace" });
  expect(await listChangedAnswers(other)).toMatchObject([{ queryId }]);
  await deleteDocument(ctx, documentId);
  await expect
    .poll(() => listChangedAnswers(ctx), { timeout: 60_000 })
    .toMatchObject([{ queryId, freshness: "unsupported" }]);
  await expect
    .poll(() => database().sql`select 1 from tool_contexts where result::text like ${`%${documentId}%`}`, {
      timeout: 60_000,
    })
    .toHaveLength(0);
  const answer = await getQuery(ctx, queryId);
  expect(answer.sentences.every((sentence) => sentence.freshness === "unsupported")).toBe(true);
  expect(answer.citations.map((citation) => [citation.quote, citation.after])).toEqual([["", null]]);
  expect(JSON.stringify(await collect(ctx, queryId))).not.toContain("15 March");
  await invariantsHold();
});

test("no word of an erased document is left in anybody's answers, nearest passages, follow-ups or streams", async () => {
  const ctx = await aWorkspace();
  const other = await aMember(ctx);
  const { documentId } = await upload(ctx, "RFQ.md", tender);
  await upload(ctx, "board.md", board);
  const answers = [await ask(ctx), await ask(other)];
  const unsure = await ask(other, "Which colour has the roof of the stables?");
  expect(unsure.answer.abstained).toBe(true);
  const [cited] = answers[0]?.answer.citations.filter((citation) => citation.documentId === documentId) ?? [];
  const near = {
    documentId,
    snapshotId: cited?.snapshotId,
    title: "RFQ",
    text: "Late quotations will not be considered.",
  };
  await database().sql`
    update queries set nearest = ${JSON.stringify([near])}::text::jsonb, follow_ups = ${["Late quotations?"]} where id = ${answers[1]?.queryId ?? ""}`;
  const kept = async () =>
    JSON.stringify([
      await database().sql`select text from answer_sentences where workspace_id = ${ctx.workspace.id}`,
      await database().sql`select nearest, follow_ups from queries where workspace_id = ${ctx.workspace.id}`,
      await database().sql`select data from stream_events where workspace_id = ${ctx.workspace.id}`,
    ]);
  const ofErased = /15 March|Eastern Time|Late quotations/;
  expect(await kept()).toMatch(ofErased);
  await deleteDocument(ctx, documentId);
  await expect.poll(kept, { timeout: 60_000 }).not.toMatch(ofErased);
  expect(await kept()).toContain("1 March 2031");
  for (const [ctxOf, asked] of [
    [ctx, answers[0]],
    [other, answers[1]],
  ] as const) {
    const answer = await getQuery(ctxOf, asked?.queryId ?? "");
    const gone = answer.sentences.filter((sentence) => sentence.freshness === "unsupported");
    expect(gone.length).toBeGreaterThan(0);
    for (const sentence of gone) expect(sentence.text).toBe("This source was erased.");
    for (const sentence of answer.sentences.filter((one) => !gone.includes(one)))
      expect(sentence.text).toMatch(/board/);
  }
  await invariantsHold();
});
