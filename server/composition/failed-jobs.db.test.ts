import { afterEach, expect, test, vi } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { askQuestion } from "@/server/ask/ask-question";
import type { RunningEngine } from "@/server/jobs/engine";
import { addDocument, withReceivedFile } from "@/server/knowledge/documents";
import { replayJob } from "./replay-job";
import { asCaller, signedIn } from "./testing/as-caller";
import { startEngine } from "./testing/start-engine";

vi.setConfig({ testTimeout: 400_000 });
const database = openTestDatabase();
let engine: RunningEngine | undefined;
afterEach(async () => {
  await engine?.stop();
  engine = undefined;
});

async function work() {
  engine = await startEngine();
}

test("the question of somebody who was removed before it was answered ends as failed, also when it was private", async () => {
  const owner = await aWorkspace();
  const leaver = await aMember(owner);
  const { queryId } = await askQuestion(leaver, { question: "When are quotations due?", bypassCache: true });
  await database().sql`delete from members where user_id = ${leaver.userId}`;
  await work();
  const status = async () => (await database().sql`select status from queries where id = ${queryId}`)[0]?.status;
  await expect.poll(status, { timeout: 240_000 }).toBe("failed");
  const last = await database()
    .sql`select type from stream_events where stream_id = ${queryId} order by seq desc limit 1`;
  expect(last[0]?.type).toBe("failed");
});

test("the file of somebody who was removed before it was read says that it could not be read", async () => {
  const owner = await aWorkspace();
  const leaver = await aMember(owner);
  const { snapshotId } = await withReceivedFile(Buffer.from("# Some words"), (file) =>
    addDocument(leaver, { path: "a.md", origin: "upload", file }),
  );
  await database().sql`delete from members where user_id = ${leaver.userId}`;
  await work();
  const status = async () => (await database().sql`select status from snapshots where id = ${snapshotId}`)[0]?.status;
  await expect.poll(status, { timeout: 240_000 }).toBe("failed");
});

test("what gave up is done when it is run again after its cause is gone", async () => {
  const owner = await aWorkspace();
  const leaver = await aMember(owner);
  const sql = database().sql;
  const { snapshotId } = await withReceivedFile(Buffer.from("# Terms\n\nQuotations are due on 4 May 2027.\n"), (file) =>
    addDocument(leaver, { path: "a.md", origin: "upload", file }),
  );
  const { queryId } = await askQuestion(leaver, { question: "When are quotations due?", bypassCache: true });
  const [member] = await sql`delete from members where user_id = ${leaver.userId} returning *`;
  await work();
  const state = async () => [
    (await sql`select status from snapshots where id = ${snapshotId}`)[0]?.status,
    (await sql`select status from queries where id = ${queryId}`)[0]?.status,
  ];
  await expect.poll(state, { timeout: 240_000 }).toEqual(["failed", "failed"]);
  await sql`insert into members ${sql(member ?? {}, "workspace_id", "user_id", "role", "name", "email")}`;
  const caller = await asCaller(await signedIn(owner.userId, owner.workspace.slug));
  const { deadLetters } = await caller.jobs.deadLetters({});
  expect(deadLetters.map(({ functionId }) => functionId).sort()).toEqual([
    "outrider-answer-query",
    "outrider-read-snapshot",
  ]);
  // The file first: the question is to find it.
  for (const functionId of ["outrider-read-snapshot", "outrider-answer-query"]) {
    const letter = deadLetters.find((one) => one.functionId === functionId);
    if (!engine) throw new Error("no engine");
    const running = engine;
    const replay = () => replayJob(owner, letter?.id ?? "", async () => running);
    const { runId } = await replay();
    expect(await replay()).toEqual({ runId });
    await expect
      .poll(async () => (await sql`select status from jobs.runs where id = ${runId}`)[0]?.status, { timeout: 240_000 })
      .toBe("completed");
  }
  expect(await state()).toEqual(["ready", "answered"]);
  const { entries } = await caller.audit.list({ q: "job.replay" });
  // The question was private, so that its words are not for who runs it again.
  const told = entries.map(({ detail, names }) => ({ ...detail, names: Object.values(names) }));
  expect(told).toEqual(
    expect.arrayContaining([
      { job: "outrider-read-snapshot", documentId: expect.any(String), names: ["Terms"] },
      { job: "outrider-answer-query", queryId, names: [] },
    ]),
  );
  const events = await sql`select seq, type from stream_events where stream_id = ${queryId} order by seq`;
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
  expect(events.filter(({ type }) => type === "done" || type === "failed").map(({ type }) => type)).toEqual(["done"]);
});
