import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { brokenRows } from "@/drizzle/checks/broken-rows";
import { getDatabase } from "@/drizzle/client";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { dependents, evidence } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { linkDependents } from "@/server/evidence";
import type { RunningEngine } from "@/server/jobs/engine";
import { approveAmendment } from "@/server/opportunities/amendments/approve-amendment";
import { getAmendment } from "@/server/opportunities/amendments/get-amendment";
import { getOpportunity } from "@/server/opportunities/detail/get-opportunity";
import { readAgain } from "@/server/opportunities/reading/cancel-import";
import { beginImport } from "@/server/opportunities/reading/import-tender";
import { ForbiddenError, NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { startEngine } from "./testing/start-engine";
import { addFile, demands, untilRead } from "./testing/tenders";

// Reads files in a process of their own: a busy machine needs its time.
vi.setConfig({ testTimeout: 400_000 });
const database = openTestDatabase();
let engine: RunningEngine;
beforeAll(async () => {
  engine = await startEngine();
}, 120_000);
afterAll(() => engine.stop());

const base = `# Request for Proposals: Harbour lifts

Port of Exampleton invites proposals for the maintenance of lifts. Reference: POE-2031-07.

## 1. Submission

Proposals must be received no later than 16:00 Europe/Berlin on 20 September 2031. Late proposals will not be considered.

The technical proposal shall not exceed 10 pages.

The bidder shall submit one signed original of the proposal in a sealed envelope.

## 2. Work

The contractor shall repaint the old signal tower every spring.

The contractor shall keep two engineers on call at night.

The contractor shall write a monthly report about all repairs to the harbour master.

## 3. Evaluation

Quality of the maintenance plan (60 points)

Price of the first three years (40 points)
`;
const addendum = `# Addendum 1

The following changes are made to the Request for Proposals.

The deadline for the submission of proposals is extended to 16:00 Europe/Berlin on 4 October 2031.

Change "shall not exceed 10 pages" to read "shall not exceed 15 pages".

The old signal tower has been removed from the scope.

The contractor shall write a weekly report about all repairs to the harbour master.

The contractor shall insure every lift against flooding.
`;

async function aReadTender(ctx: WorkspaceContext) {
  const begun = await beginImport(ctx, { name: "Lifts" });
  await addFile(ctx, "RFP.md", base, begun.collectionId);
  await untilRead(ctx, begun.id);
  return begun;
}

async function untilAmended(ctx: WorkspaceContext, id: string) {
  await expect.poll(async () => (await getOpportunity(ctx, id)).amendments.length, { timeout: 300_000 }).toBe(1);
  const opportunity = await untilRead(ctx, id);
  return { opportunity, amendment: await getAmendment(ctx, opportunity.amendments[0]?.id ?? "") };
}

test("an addendum is told with the words of both sides, moves the date, and leaves what it amends standing", async () => {
  const ctx = await aWorkspace();
  const { id, collectionId } = await aReadTender(ctx);
  await addFile(ctx, "Addendum01.md", addendum, collectionId);
  const { opportunity, amendment } = await untilAmended(ctx, id);
  expect(amendment).toMatchObject({ isAddendum: true, state: "to_review", beforeSnapshotId: null });
  expect(amendment.items.find(({ what }) => what === "deadline")).toMatchObject({
    detail: "submission",
    before: expect.stringContaining("2031-09-20"),
    after: expect.stringContaining("2031-10-04"),
  });
  expect(new Date(opportunity.submissionAt ?? 0).toISOString()).toBe("2031-10-04T14:00:00.000Z");
  const find = (words: string) => amendment.items.find((item) => item.before?.includes(words));
  expect(find("10 pages")).toMatchObject({ what: "changed", quote: expect.stringContaining("15 pages") });
  expect(find("signal tower")).toMatchObject({
    what: "removed",
    after: null,
    quote: "The old signal tower has been removed from the scope.",
  });
  expect(find("monthly report")).toMatchObject({ what: "changed", after: expect.stringContaining("weekly report") });
  expect(amendment.items.filter(({ what }) => what === "added").map(({ after }) => after)).toContain(
    "The contractor shall insure every lift against flooding.",
  );
  const rows = await demands(ctx, id);
  expect(rows.find(({ text }) => text.includes("signal tower"))).toMatchObject({
    state: "active",
    amendedBy: { amendmentId: amendment.id, what: "removed", quote: expect.stringContaining("removed from the scope") },
  });
  expect(rows.find(({ text }) => text.includes("two engineers"))?.amendedBy).toBeNull();

  // Read once more, it is no news.
  await readAgain(ctx, id);
  expect((await untilRead(ctx, id)).amendments).toHaveLength(1);
  const viewer = await aMember(ctx, "viewer");
  await expect(approveAmendment(viewer, amendment.id)).rejects.toThrow(ForbiddenError);
  const stranger = await aWorkspace();
  await expect(getAmendment(stranger, amendment.id)).rejects.toThrow(NotFoundError);
  await expect(demands(stranger, id)).rejects.toThrow(NotFoundError);
  await approveAmendment(ctx, amendment.id);
  expect((await getOpportunity(ctx, id)).amendmentsToReview).toBe(0);
  expect(await brokenRows(database(), "product")).toEqual([]);
});

test("an addendum that comes with its tender marks what it amends, and its own demands are no news", async () => {
  const ctx = await aWorkspace();
  const { id, collectionId } = await beginImport(ctx, { name: "Lifts" });
  await addFile(ctx, "RFP.md", base, collectionId);
  await addFile(ctx, "Addendum01.md", addendum, collectionId);
  await untilRead(ctx, id);
  const { amendment } = await untilAmended(ctx, id);
  expect(amendment.items.filter(({ what }) => what === "removed")).toHaveLength(1);
  expect(amendment.items.some(({ after }) => after?.includes("against flooding"))).toBe(false);
});

test("an addendum and a notice dropped in together with a newer request move the dates that this still states", async () => {
  const ctx = await aWorkspace();
  const { id, collectionId } = await aReadTender(ctx);
  await addFile(
    ctx,
    "RFP updated.md",
    base.replace("16:00 Europe/Berlin on 20", "16:00 Europe/Berlin, 20"),
    collectionId,
  );
  await addFile(ctx, "Addendum01.md", addendum, collectionId);
  await addFile(
    ctx,
    "Letter to all bidders.md",
    "The site visit is moved to 10:00 Europe/Berlin on 3 September 2031.",
    collectionId,
  );
  const isMoved = (kind: string) => async () => {
    const { amendments } = await getOpportunity(ctx, id);
    const details = await Promise.all(amendments.map((one) => getAmendment(ctx, one.id)));
    return details.flatMap(({ items }) => items.filter((one) => one.what === "deadline" && one.detail === kind));
  };
  await expect.poll(isMoved("site_visit"), { timeout: 300_000 }).toHaveLength(1);
  await untilRead(ctx, id);
  expect(await isMoved("submission")()).toMatchObject([
    { before: expect.stringContaining("2031-09-20"), after: expect.stringContaining("2031-10-04") },
  ]);
});

test("an answer that quotes what an addendum changes is told as contradicted, with the new words; one that quotes the rest holds", async () => {
  const ctx = await aWorkspace();
  const { id, collectionId } = await aReadTender(ctx);
  const { db } = await getDatabase();
  const quoted = await db.select().from(evidence).where(eq(evidence.workspaceId, ctx.workspace.id));
  const [limit, night] = ["10 pages", "on call at night"].map((words) =>
    quoted.find(({ quote }) => quote.includes(words)),
  );
  const [changed, held] = [newId(), newId()];
  const link = (at: string | undefined, dependentId: string) => ({
    evidenceId: at ?? "",
    kind: "answer_sentence",
    dependentId,
  });
  await inWorkspace(ctx, (tx) => linkDependents(tx, ctx, [link(limit?.id, changed), link(night?.id, held)]));
  await addFile(ctx, "Addendum01.md", addendum, collectionId);
  await untilAmended(ctx, id);
  const rows = await db
    .select()
    .from(dependents)
    .where(inArray(dependents.dependentId, [changed, held]));
  expect(rows.find(({ dependentId }) => dependentId === changed)).toMatchObject({
    freshness: "contradicted",
    after: expect.stringContaining("15 pages"),
  });
  expect(rows.find(({ dependentId }) => dependentId === held)).toMatchObject({ freshness: "current" });
  // There are no such answers.
  await db.delete(dependents).where(inArray(dependents.dependentId, [changed, held]));
});

test("a newer paper under another name takes the older one's place: rows stay, weights and demands are compared, dates moved", async () => {
  const ctx = await aWorkspace();
  const { id, collectionId } = await aReadTender(ctx);
  const before = await demands(ctx, id);
  const night = before.find(({ text }) => text.includes("on call at night"));
  const updated = base
    .replace("on 20 September 2031", "on 4 October 2031")
    .replace("a monthly report", "a weekly report")
    .replace("(60 points)", "(70 points)")
    .replace("(40 points)", "(30 points)");
  const { documentId } = await addFile(ctx, "RFP updated.md", updated, collectionId);
  const { opportunity, amendment } = await untilAmended(ctx, id);
  expect(amendment).toMatchObject({ isAddendum: false, document: { id: documentId } });
  expect(amendment.items.filter(({ what }) => what === "added" || what === "removed")).toEqual([]);
  expect(amendment.items.find(({ what }) => what === "deadline")).toMatchObject({
    before: expect.stringContaining("2031-09-20"),
    after: expect.stringContaining("2031-10-04"),
  });
  const factors = amendment.items.filter(({ what }) => what === "field").map((item) => [item.before, item.after]);
  expect(factors.flat().join()).toMatch(/60 points.*70 points/);
  expect(opportunity.documents.map((document) => document.documentId)).toEqual([documentId]);
  // It can still be compared with what it replaced.
  expect(opportunity.replaced.map(({ path }) => path)).toEqual(["RFP.md"]);
  const after = await demands(ctx, id);
  expect(after).toHaveLength(before.length);
  expect(after.find((row) => row.id === night?.id)).toMatchObject({
    revision: 1,
    document: { id: documentId },
    citation: { documentId, freshness: "current" },
  });
  expect(await brokenRows(database(), "product")).toEqual([]);
});
