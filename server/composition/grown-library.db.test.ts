import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { anOpportunity } from "@/drizzle/factories/opportunity";
import { opportunityDocuments, opportunityFactors } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { readStoredSnapshot } from "@/inngest/knowledge/read-snapshot";
import { noticeGrownLibrary, weighOpportunities } from "@/inngest/opportunities/weigh-opportunities";
import type { RunningEngine } from "@/server/jobs/engine";
import { isLastReadOfOwn } from "@/server/opportunities";
import { startEngine } from "./testing/start-engine";
import { addFile } from "./testing/tenders";

// Reads files in a process of their own: a busy machine needs its time.
vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();
let engine: RunningEngine;
beforeAll(async () => {
  engine = await startEngine([readStoredSnapshot, noticeGrownLibrary, weighOpportunities]);
}, 120_000);
afterAll(() => engine.stop());

const answers = (about: string) => `# What we have answered about ${about}

${about}: our service desk is staffed on working days from 7:00 to 19:00, and every backup is encrypted.

${`Our company has been in the business of ${about} for many years and has not lost a customer. `.repeat(20)}
`;

test("open opportunities are weighed against own documents once these have been read, by the last of an upload", async () => {
  const ctx = await aWorkspace();
  const { id } = await anOpportunity(ctx, {
    title: "Support of a records system",
    summary: "The supplier staffs a service desk on working days. Every backup is encrypted.",
  });
  const { db } = await getDatabase();
  const capability = async () => {
    const [row] = await db
      .select({ score: opportunityFactors.score })
      .from(opportunityFactors)
      .where(and(eq(opportunityFactors.opportunityId, id), eq(opportunityFactors.factor, "capability")));
    return row?.score ?? null;
  };
  expect(await capability()).toBeNull();
  const own: string[] = [];
  for (const about of ["records", "archives", "registers"])
    own.push((await addFile(ctx, `Answers/${about}.md`, answers(about), ctx.collectionId)).documentId);
  await expect.poll(capability, { timeout: 300_000, interval: 300 }).toBeGreaterThan(0.5);
  const areLast = () => Promise.all(own.map((documentId) => isLastReadOfOwn(ctx, documentId)));
  // Of all of them one has it done for the others.
  await expect.poll(async () => (await areLast()).filter(Boolean), { timeout: 300_000 }).toEqual([true]);
  await db
    .insert(opportunityDocuments)
    .values(own.slice(1).map((documentId) => ({ workspaceId: ctx.workspace.id, opportunityId: id, documentId })));
  expect(await areLast()).toEqual([true, false, false]);
});
