import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { anOpportunity } from "@/drizzle/factories/opportunity";
import { opportunityDocuments } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { getQuery } from "@/server/ask/get-query";
import type { RunningEngine } from "@/server/jobs/engine";
import { createCollection } from "@/server/knowledge/collections";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { ask, upload } from "./testing/asking";
import { startEngine } from "./testing/start-engine";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();
let engine: RunningEngine;
beforeAll(async () => {
  engine = await startEngine();
}, 120_000);
afterAll(() => engine.stop());

/** A tender whose only paper says until when its offers are taken. */
async function aTender(ctx: WorkspaceContext, title: string, says: string) {
  const collection = await createCollection(ctx, { name: title, visibility: "workspace", memberIds: [] });
  const { documentId } = await upload(ctx, `${title}.md`, `# ${title}\n\n## Submission\n\n${says}\n`, collection.id);
  const opportunity = await anOpportunity({ ...ctx, collectionId: collection.id }, { title, ownsCollection: true });
  const { db } = await getDatabase();
  await db
    .insert(opportunityDocuments)
    .values({ workspaceId: ctx.workspace.id, opportunityId: opportunity.id, documentId });
  return { opportunity, documentId };
}

test("each source names its tender, on the stream too, and a question that names one keeps the other's words aside", async () => {
  const ctx = await aWorkspace();
  const harbour = await aTender(ctx, "Harbour records", "Tenders are due by 14 March 2031 and must not be late.");
  const ferry = await aTender(ctx, "Ferry ticketing", "Tenders are due by 22 December 2031 and must not be late.");
  const { answer, events } = await ask(ctx, "When are tenders for the harbour records due?");
  const said = (id: string) => {
    const numbers = answer.citations.filter((one) => one.tender?.id === id).map((one) => one.n);
    return answer.sentences.filter((one) => one.citations.some((n) => numbers.includes(n)));
  };
  expect(said(harbour.opportunity.id)[0]).toMatchObject({ position: 1, isAside: false });
  expect(said(ferry.opportunity.id).length).toBeGreaterThan(0);
  expect(said(ferry.opportunity.id).every((one) => one.isAside)).toBe(true);
  const told = events.filter(({ type }) => type === "source").map(({ data }) => data.tender);
  expect(told).toContainEqual({
    ...{ id: harbour.opportunity.id, number: 1, title: "Harbour records" },
    collectionId: harbour.opportunity.collectionId,
  });

  const plain = await ask(ctx, "When are tenders due?");
  expect(plain.answer.sentences.filter((one) => !one.isAside)).toHaveLength(2);
});

test("a paper of two tenders stands for neither, and another workspace's tender is never named", async () => {
  const ctx = await aWorkspace();
  const stranger = await aWorkspace();
  const { documentId } = await aTender(ctx, "Harbour records", "Tenders are due by 14 March 2031.");
  const second = await anOpportunity(
    {
      ...ctx,
      collectionId: (await createCollection(ctx, { name: "Other", visibility: "workspace", memberIds: [] })).id,
    },
    { title: "Harbour records, lot 2" },
  );
  const { db } = await getDatabase();
  await db.insert(opportunityDocuments).values({ workspaceId: ctx.workspace.id, opportunityId: second.id, documentId });
  const { answer, queryId } = await ask(ctx, "When are tenders due?");
  expect(answer.citations.map((one) => one.tender)).toEqual(answer.citations.map(() => null));
  await expect(getQuery(stranger, queryId)).rejects.toThrow();
});
