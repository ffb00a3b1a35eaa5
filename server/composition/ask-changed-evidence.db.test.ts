import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { brokenRows } from "@/drizzle/checks/broken-rows";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { updateConversation } from "@/server/ask/conversations/update-conversation";
import { getQuery } from "@/server/ask/get-query";
import { listChangedAnswers } from "@/server/ask/list-changed-answers";
import type { RunningEngine } from "@/server/jobs/engine";
import { deleteDocument } from "@/server/knowledge/documents";
import { ask, board, collect, tender, upload } from "./testing/asking";
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
    .poll(() => listChangedAnswers(ctx), { timeout: 240_000 })
    .toMatchObject([{ queryId, freshness: "unsupported" }]);
  await expect
    .poll(() => database().sql`select 1 from tool_contexts where result::text like ${`%${documentId}%`}`, {
      timeout: 240_000,
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
  await expect.poll(kept, { timeout: 240_000 }).not.toMatch(ofErased);
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
