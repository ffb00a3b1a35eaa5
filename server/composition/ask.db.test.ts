import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { brokenRows } from "@/drizzle/checks/broken-rows";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { answerQuery } from "@/server/ask/answering/answer-query";
import * as recording from "@/server/ask/answering/record-sentences";
import { askQuestion } from "@/server/ask/ask-question";
import { cancelQuery, failQuery } from "@/server/ask/end-query";
import { getQuery } from "@/server/ask/get-query";
import type { StreamEventView } from "@/server/ask/schemas";
import { appendStreamEvents, noAttempt } from "@/server/ask/stream/append-stream-events";
import { followStream, readStream } from "@/server/ask/stream/follow-stream";
import type { RunningEngine } from "@/server/jobs/engine";
import { ConflictError, ForbiddenError, NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { resolveJobContext } from "@/server/workspaces";
import { ask, board, collect, question, tender, upload } from "./testing/asking";
import { startEngine } from "./testing/start-engine";

// Reads files in a process of their own and runs jobs: a busy machine needs its time.
vi.setConfig({ testTimeout: 400_000 });
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
    .poll(() => database().sql`select 1 from jobs.runs where status in ('queued', 'running')`, { timeout: 240_000 })
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

test("readers who lose their connection every fifth of a second hear each event once", async () => {
  const ctx = await aWorkspace();
  const { queryId } = await askUnheard(ctx);
  const words = 12;
  const write = (type: "phase" | "done") =>
    inWorkspace(ctx, (tx) => appendStreamEvents(tx, ctx, queryId, noAttempt, [{ type, data: {} }]));
  let isWritten = false;
  const readers = Array.from({ length: 15 }, async (_, reader) => {
    const heard: number[] = [];
    let hasEnded = false;
    // Not all at the same moment.
    await new Promise((resolve) => setTimeout(resolve, (reader % 40) * 5));
    while (!hasEnded) {
      const signal = isWritten ? AbortSignal.timeout(60_000) : AbortSignal.timeout(200);
      for await (const { seq, type } of followStream(queryId, {
        afterSeq: heard.at(-1) ?? 0,
        signal,
        recheck: async () => ctx,
      })) {
        heard.push(seq);
        hasEnded = type === "done";
        if (signal.aborted) break;
      }
    }
    return heard;
  });
  const before = (await readStream(ctx, queryId, 0)).length;
  for (let word = 0; word < words; word++) {
    await write("phase");
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  await write("done");
  isWritten = true;
  const whole = Array.from({ length: before + words + 1 }, (_, at) => at + 1);
  for (const heard of await Promise.all(readers)) expect(heard).toEqual(whole);
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

test("a sentence under a heading that bears the same name as the sentence is an answer", async () => {
  const ctx = await aWorkspace();
  await upload(ctx, "authority.md", "# Harbour Authority\n\nThe Harbour Authority is represented by Jane Smith.\n");
  const { answer } = await ask(ctx, "Who represents the Harbour Authority?");
  expect(answer.abstained).toBe(false);
  expect(answer.sentences.map((sentence) => sentence.text).join(" ")).toContain("represented by Jane Smith");
});
