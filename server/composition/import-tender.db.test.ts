import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { brokenRows } from "@/drizzle/checks/broken-rows";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { notifications, requirements } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import type { RunningEngine } from "@/server/jobs/engine";
import { deleteDocument, getRendition } from "@/server/knowledge/documents";
import { makeZip } from "@/server/knowledge/ingest/parsing/testing/make-zip";
import { approveAmendment } from "@/server/opportunities/amendments/approve-amendment";
import { compareVersions } from "@/server/opportunities/amendments/compare-versions";
import { getAmendment } from "@/server/opportunities/amendments/get-amendment";
import { listAmendments } from "@/server/opportunities/amendments/list-amendments";
import { listAmendmentsInput } from "@/server/opportunities/amendments/schemas";
import { decideDeadline } from "@/server/opportunities/deadlines/decide-deadline";
import { setVisibility } from "@/server/opportunities/deeds/set-visibility";
import { updateOpportunity } from "@/server/opportunities/deeds/update-opportunity";
import { getOpportunity } from "@/server/opportunities/detail/get-opportunity";
import { addDocuments } from "@/server/opportunities/documents/add-documents";
import { removeDocuments } from "@/server/opportunities/documents/remove-documents";
import { listOpportunities } from "@/server/opportunities/list/list-opportunities";
import { listOpportunitiesInput } from "@/server/opportunities/list/schemas";
import { cancelImport, readAgain } from "@/server/opportunities/reading/cancel-import";
import { getImport } from "@/server/opportunities/reading/get-import";
import { beginImport, importTender } from "@/server/opportunities/reading/import-tender";
import { ForbiddenError, NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { startEngine } from "./testing/start-engine";
import { addFile, demands, untilRead } from "./testing/tenders";

// Reads files in a process of their own: a busy machine needs its time.
vi.setConfig({ testTimeout: 400_000 });
const database = openTestDatabase();
let engine: RunningEngine;
const start = async () => {
  engine = await startEngine();
};
beforeAll(start, 120_000);
afterAll(() => engine.stop());

const instructions = `# Request for Proposals: Harbour lifts

Port of Exampleton invites proposals for the maintenance of lifts. Reference: POE-2031-07.

## 1. Submission

Proposals must be received no later than 16:00 Europe/Berlin on 20 September 2031. Late proposals will not be considered.

The bidder shall submit one signed original of the proposal.

## 2. Staff

The contractor shall name a lead engineer within 10 days of the award.

The contractor shall keep two engineers on call at night.
`;
const cover = `# Covering note

Proposals must be received no later than 16:00 Europe/Berlin on 22 September 2031.

The contractor shall keep a log of all repairs.
`;

async function aTender(ctx: WorkspaceContext) {
  const begun = await beginImport(ctx, { name: "Harbour_lifts" });
  const first = await addFile(ctx, "Harbour_lifts/RFP.md", instructions, begun.collectionId);
  const second = await addFile(ctx, "Harbour_lifts/Cover.md", cover, begun.collectionId);
  return { ...begun, rfp: first.documentId, cover: second.documentId, opportunity: await untilRead(ctx, begun.id) };
}

test("a dropped folder becomes an opportunity whose every statement and requirement opens its own words", async () => {
  const ctx = await aWorkspace();
  const { id, opportunity } = await aTender(ctx);
  expect(opportunity.documents).toHaveLength(2);
  expect(opportunity.documents.every(({ isShredded, role }) => isShredded && role !== null)).toBe(true);
  const found = await demands(ctx, id);
  expect(found.map(({ text }) => text).join("\n")).toContain("keep two engineers on call at night");
  expect(new Set(found.map(({ number }) => number)).size).toBe(found.length);
  for (const { citation, text } of found) {
    expect(citation).toMatchObject({ freshness: "current" });
    const rendition = await getRendition(ctx, {
      documentId: citation?.documentId ?? "",
      renditionId: citation?.renditionId,
    });
    expect(rendition.text.slice(citation?.start, citation?.end)).toBe(citation?.quote);
    expect(text.replace(/\s+/g, " ")).toContain((citation?.quote ?? "").replace(/\s+/g, " "));
  }
  const progress = await getImport(ctx, id);
  expect(progress.counts).toMatchObject({ files: 2, read: 2, failed: 0, shredded: 2, requirements: found.length });
  expect(await brokenRows(database(), "product")).toEqual([]);
});

test("dates that disagree are shown as a contradiction, the earlier one drives, and a person settles it", async () => {
  const ctx = await aWorkspace();
  const { id, opportunity } = await aTender(ctx);
  expect(opportunity.isSubmissionContradicted).toBe(true);
  expect(new Date(opportunity.submissionAt ?? 0).toISOString()).toBe("2031-09-20T14:00:00.000Z");
  const submission = opportunity.deadlines.find(({ kind }) => kind === "submission");
  const late = submission?.statements.find(({ localDate }) => localDate === "2031-09-22");
  expect(opportunity.contradictions).toHaveLength(1);

  const decided = await decideDeadline(ctx, { opportunityId: id, kind: "submission", statementId: late?.id ?? "" });
  const after = await getOpportunity(ctx, id);
  expect(after).toMatchObject({ isSubmissionContradicted: false, contradictions: [] });
  expect(new Date(after.submissionAt ?? 0).toISOString()).toBe("2031-09-22T14:00:00.000Z");
  // Another reading of the same papers changes nothing of it.
  await readAgain(ctx, id);
  expect(await untilRead(ctx, id)).toMatchObject({ isSubmissionContradicted: false });

  await decideDeadline(ctx, { opportunityId: id, kind: "submission", statementId: decided.previousId });
  expect(await getOpportunity(ctx, id)).toMatchObject({ isSubmissionContradicted: true });
  const viewer = await aMember(ctx, "viewer");
  await expect(
    decideDeadline(viewer, { opportunityId: id, kind: "submission", statementId: late?.id ?? "" }),
  ).rejects.toThrow(ForbiddenError);
});

test("a new version is compared: untouched rows keep all, changed ones have history, dates that moved are told", async () => {
  const ctx = await aWorkspace();
  const begun = await beginImport(ctx, { name: "Lifts" });
  await updateOpportunity(ctx, { id: begun.id, ownerId: (await aMember(ctx, "member")).userId });
  await addFile(ctx, "RFP.md", instructions, begun.collectionId);
  await untilRead(ctx, begun.id);
  const before = await demands(ctx, begun.id);
  const night = before.find(({ text }) => text.includes("on call at night"));
  const lead = before.find(({ text }) => text.includes("lead engineer"));
  await inWorkspace(ctx, (tx) =>
    tx
      .update(requirements)
      .set({ note: "Ask Ada", kind: "security", editedBy: ctx.userId })
      .where(and(eq(requirements.workspaceId, ctx.workspace.id), eq(requirements.id, night?.id ?? ""))),
  );
  const second = instructions
    .replace("within 10 days", "within 5 days")
    .replace("on 20 September 2031", "on 4 October 2031")
    .replace("The bidder shall submit one signed original of the proposal.\n", "")
    .concat("\nThe contractor shall insure every lift against flooding.\n");
  const { documentId } = await addFile(ctx, "RFP.md", second, begun.collectionId);
  // As a screen does with all that was dropped, new or not.
  await addDocuments(ctx, { id: begun.id, documentIds: [documentId] });
  await expect.poll(async () => (await getOpportunity(ctx, begun.id)).amendments.length, { timeout: 240_000 }).toBe(1);
  const after = await untilRead(ctx, begun.id);

  const rows = await demands(ctx, begun.id, { state: ["active", "removed"] });
  expect(rows.find(({ id }) => id === night?.id)).toMatchObject({
    note: "Ask Ada",
    kind: "security",
    revision: 1,
    state: "active",
  });
  expect(rows.find(({ id }) => id === lead?.id)).toMatchObject({
    text: expect.stringContaining("within 5 days"),
    revision: 2,
  });
  expect(rows.find(({ text }) => text.includes("one signed original"))).toMatchObject({ state: "removed" });
  expect(rows.find(({ text }) => text.includes("against flooding"))).toMatchObject({ state: "active" });
  expect(new Date(after.submissionAt ?? 0).toISOString()).toBe("2031-10-04T14:00:00.000Z");
  const submission = after.deadlines.find(({ kind }) => kind === "submission");
  expect(submission?.statements.map(({ localDate, state }) => [localDate, state]).sort()).toEqual([
    ["2031-09-20", "superseded"],
    ["2031-10-04", "in_force"],
  ]);
  const [amendment] = after.amendments;
  expect(amendment).toMatchObject({ state: "to_review", counts: { added: 1, removed: 1, deadline: 1 } });
  const detail = await getAmendment(ctx, amendment?.id ?? "");
  expect(detail.items.find(({ what }) => what === "deadline")).toMatchObject({
    detail: "submission",
    before: expect.stringContaining("2031-09-20"),
  });
  await approveAmendment(ctx, detail.id);
  expect((await getOpportunity(ctx, begun.id)).amendmentsToReview).toBe(0);
  const told = await inWorkspace({ ...ctx, actor: { kind: "job", userId: null, jobId: "test" } }, (tx) =>
    tx.select().from(notifications).where(eq(notifications.workspaceId, ctx.workspace.id)),
  );
  expect(told.map(({ kind }) => kind)).toContain("deadline_moved");

  const versions = detail.beforeSnapshotId ?? "";
  const comparison = await compareVersions(ctx, {
    before: { documentId, snapshotId: versions },
    after: { documentId },
  });
  expect(comparison.counts).toMatchObject({ added: 1, removed: 1 });
  expect(comparison.deadlines).toEqual([expect.objectContaining({ kind: "submission" })]);
  const stranger = await aWorkspace();
  await expect(compareVersions(stranger, { before: { documentId }, after: { documentId } })).rejects.toThrow(
    NotFoundError,
  );
  await expect(getAmendment(stranger, detail.id)).rejects.toThrow(NotFoundError);
  expect(await brokenRows(database(), "product")).toEqual([]);
});

test("what an amendment says it changed is what its rows tell, those merged into one and split from one among them", async () => {
  const ctx = await aWorkspace();
  const begun = await beginImport(ctx, { name: "Lifts" });
  await addFile(ctx, "RFP.md", instructions, begun.collectionId);
  await untilRead(ctx, begun.id);
  const merged = instructions.replace(
    "within 10 days of the award.\n\nThe contractor shall keep two engineers",
    "within 10 days of the award and shall keep two engineers",
  );
  const counted = async (version: string, amendments: number) => {
    await addFile(ctx, "RFP.md", version, begun.collectionId);
    await expect
      .poll(async () => (await getOpportunity(ctx, begun.id)).amendments.length, { timeout: 240_000 })
      .toBe(amendments);
    const [amendment] = (await untilRead(ctx, begun.id)).amendments;
    const { items } = await getAmendment(ctx, amendment?.id ?? "");
    const count = (what: string) => items.filter((item) => item.what === what).length;
    const counts = { added: count("added"), removed: count("removed"), changed: count("changed") };
    expect(amendment?.counts).toMatchObject(counts);
    return { counts, summary: amendment?.summary };
  };
  const joined = await counted(merged, 1);
  expect(joined.counts).toEqual({ added: 0, removed: 1, changed: 1 });
  expect(joined.summary).toMatch(/^1 requirement taken out and 1 changed\. /);
  const parted = await counted(instructions, 2);
  expect(parted.counts).toEqual({ added: 1, removed: 0, changed: 1 });
  expect(parted.summary).toMatch(/^1 requirement added and 1 changed\. /);
});

test("an archive brings its files, a file that cannot be read is told and keeps the rest going", async () => {
  const ctx = await aWorkspace();
  const zip = makeZip({ "tender/RFP.md": instructions, "tender/broken.pdf": "%PDF-1.7 nothing else" });
  const { documentId } = await addFile(ctx, "Lifts.zip", zip, ctx.collectionId);
  await addFile(ctx, "Unrelated.md", "The contractor shall have nothing to do with it.", ctx.collectionId);
  const { id } = await importTender(ctx, { documentIds: [documentId] });
  await untilRead(ctx, id);
  const progress = await getImport(ctx, id);
  expect(progress.files.map(({ path, status }) => [path, status]).sort()).toEqual([
    ["Lifts/tender/RFP.md", "ready"],
    ["Lifts/tender/broken.pdf", "failed"],
  ]);
  expect(progress.files.find(({ status }) => status === "failed")?.reason).toBeTruthy();
  expect(progress.counts.requirements).toBeGreaterThan(2);
});

test("a restricted opportunity is invisible to others, and no other workspace or viewer can touch it", async () => {
  const ctx = await aWorkspace();
  const { id } = await aTender(ctx);
  const colleague = await aMember(ctx, "admin");
  expect((await listOpportunities(colleague, listOpportunitiesInput.parse({}))).total).toBe(1);
  await setVisibility(ctx, { id, visibility: "restricted", memberIds: [] });
  expect(await listOpportunities(colleague, listOpportunitiesInput.parse({}))).toMatchObject({
    total: 0,
    opportunities: [],
  });
  await expect(getOpportunity(colleague, id)).rejects.toThrow(NotFoundError);
  await expect(demands(colleague, id)).rejects.toThrow(NotFoundError);
  expect((await listOpportunities(ctx, listOpportunitiesInput.parse({}))).total).toBe(1);
  const stranger = await aWorkspace();
  for (const attempt of [
    () => getImport(stranger, id),
    () => cancelImport(stranger, id),
    () => updateOpportunity(stranger, { id, tags: ["x"] }),
    () => setVisibility(stranger, { id, visibility: "workspace", memberIds: [] }),
    () => removeDocuments(stranger, { id, documentIds: [id] }),
  ]) {
    await expect(attempt()).rejects.toThrow(NotFoundError);
  }
  const viewer = await aMember(ctx, "viewer");
  for (const attempt of [
    () => beginImport(viewer, { name: "x" }),
    () => updateOpportunity(viewer, { id, tags: ["x"] }),
    () => setVisibility(viewer, { id, visibility: "workspace", memberIds: [] }),
  ]) {
    await expect(attempt()).rejects.toThrow(ForbiddenError);
  }
});

test("a date that the draft left open is told once the final version states it", async () => {
  const ctx = await aWorkspace();
  const begun = await beginImport(ctx, { name: "Lifts" });
  const draft = instructions.replace("16:00 Europe/Berlin on 20 September 2031", "XX:XX on XXXX XX, 2031");
  await addFile(ctx, "Lifts/RFP.md", draft, begun.collectionId);
  expect((await untilRead(ctx, begun.id)).submissionAt).toBeNull();
  await addFile(ctx, "Lifts/RFP.md", instructions, begun.collectionId);
  const summaries = async () =>
    (await listAmendments(ctx, listAmendmentsInput.parse({ opportunityId: begun.id }))).amendments.map(
      (one) => one.summary,
    );
  await expect.poll(summaries, { timeout: 300_000, interval: 200 }).toHaveLength(1);
  expect((await summaries())[0]).toContain("Submission date is now stated: 2031-09-20 16:00");
});

test("a removed document takes its words out of the opportunity; one that was taken out does not come back by itself", async () => {
  const ctx = await aWorkspace();
  const tender = await aTender(ctx);
  await removeDocuments(ctx, { id: tender.id, documentIds: [tender.cover] });
  const without = await getOpportunity(ctx, tender.id);
  expect(without).toMatchObject({ isSubmissionContradicted: false });
  expect((await demands(ctx, tender.id)).map(({ text }) => text).join()).not.toContain("log of all repairs");
  await readAgain(ctx, tender.id);
  expect((await untilRead(ctx, tender.id)).documents).toHaveLength(1);
  await deleteDocument(ctx, tender.rfp);
  await expect.poll(async () => (await demands(ctx, tender.id)).length, { timeout: 120_000 }).toBe(0);
  expect(await getOpportunity(ctx, tender.id)).toMatchObject({ requirementCount: 0, submissionAt: null });
  await expect.poll(() => brokenRows(database(), "product"), { timeout: 120_000 }).toEqual([]);
});

test("a reading survives the end of its server: what was done is not done twice, and the rest follows", async () => {
  const ctx = await aWorkspace();
  const begun = await beginImport(ctx, { name: "Lifts" });
  await addFile(ctx, "RFP.md", instructions, begun.collectionId);
  await addFile(ctx, "Cover.md", cover, begun.collectionId);
  await expect
    .poll(async () => (await getImport(ctx, begun.id)).phase, { timeout: 240_000, interval: 20 })
    .not.toBe("idle");
  await engine.stop();
  await start();
  await untilRead(ctx, begun.id);
  const found = await demands(ctx, begun.id);
  expect(new Set(found.map(({ text }) => text)).size).toBe(found.length);
  expect(found.map(({ number }) => number).sort((a, b) => a - b)).toEqual(found.map((_, index) => index + 1));
  expect(await brokenRows(database(), "product")).toEqual([]);
});
