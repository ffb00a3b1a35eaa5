import { afterEach, expect, test, vi } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { askQuestion } from "@/server/ask/ask-question";
import type { RunningEngine } from "@/server/jobs/engine";
import { addDocument, withReceivedFile } from "@/server/knowledge/documents";
import { startEngine } from "./testing/start-engine";

vi.setConfig({ testTimeout: 120_000 });
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
  await expect.poll(status, { timeout: 60_000 }).toBe("failed");
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
  await expect.poll(status, { timeout: 60_000 }).toBe("failed");
});
