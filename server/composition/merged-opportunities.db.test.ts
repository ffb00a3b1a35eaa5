import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { brokenRows } from "@/drizzle/checks/broken-rows";
import { getDatabase } from "@/drizzle/client";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { opportunityDocuments } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import type { RunningEngine } from "@/server/jobs/engine";
import { mergeOpportunities, unmergeOpportunity } from "@/server/opportunities";
import { addBuyerQuestion } from "@/server/opportunities/buyer-questions/add-buyer-question";
import { editBuyerQuestion } from "@/server/opportunities/buyer-questions/edit-buyer-question";
import { listBuyerQuestions } from "@/server/opportunities/buyer-questions/list-buyer-questions";
import { decideDeadline } from "@/server/opportunities/deadlines/decide-deadline";
import { createOpportunity } from "@/server/opportunities/deeds/create-opportunity";
import { createOpportunityInput } from "@/server/opportunities/deeds/schemas";
import { updateOpportunity } from "@/server/opportunities/deeds/update-opportunity";
import { getOpportunity } from "@/server/opportunities/detail/get-opportunity";
import { addDocuments } from "@/server/opportunities/documents/add-documents";
import { removeDocuments } from "@/server/opportunities/documents/remove-documents";
import { decide } from "@/server/opportunities/fit/decide";
import { listDecisions } from "@/server/opportunities/fit/decisions";
import { decideInput } from "@/server/opportunities/fit/schemas";
import { listOpportunities } from "@/server/opportunities/list/list-opportunities";
import { listOpportunitiesInput } from "@/server/opportunities/list/schemas";
import { recordNotices } from "@/server/opportunities/notices/record-notices";
import { splitNotice } from "@/server/opportunities/notices/split-notice";
import { lampFacts } from "@/server/opportunities/notices/testing/recorded";
import { listWatchers, watchOpportunity } from "@/server/opportunities/pipeline/watchers";
import { beginImport } from "@/server/opportunities/reading/import-tender";
import { addRequirement } from "@/server/opportunities/requirements/add-requirement";
import { dropRequirements } from "@/server/opportunities/requirements/drop-requirements";
import { editRequirement } from "@/server/opportunities/requirements/edit-requirement";
import { mergeRequirements } from "@/server/opportunities/requirements/merge-requirements";
import { addRequirementInput } from "@/server/opportunities/requirements/schemas";
import { splitRequirement } from "@/server/opportunities/requirements/split-requirement";
import { listRequirementHistory, undoRequirements } from "@/server/opportunities/requirements/undo-requirements";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
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

const call = `# Request for Proposals: Harbour lifts

Port of Exampleton invites proposals for the maintenance of lifts. Reference: POE-2031-07.

Proposals must be received no later than 16:00 Europe/Berlin on 20 September 2031.

The bidder shall submit one signed original of the proposal.

The contractor shall name a lead engineer within 10 days of the award.
`;
const annex = `# Annex: service levels

Questions must be received no later than 12:00 Europe/Berlin on 1 September 2031.

The contractor shall keep two engineers on call at night.

The contractor shall keep a log of all repairs.

The contractor shall answer every call within 30 minutes.
`;
const cover = `# Covering note

Proposals must be received no later than 16:00 Europe/Berlin on 22 September 2031.

The bidder shall name a contact for questions.
`;

/** The same tender found twice: one has the call, the other what belongs to it. */
async function twoOf(ctx: WorkspaceContext, second: Record<string, string> = { "Annex.md": annex }) {
  const into = await beginImport(ctx, { name: "Harbour lifts" });
  const from = await beginImport(ctx, { name: "Lifts in the harbour" });
  const { documentId: rfp } = await addFile(ctx, "RFP.md", call, into.collectionId);
  const papers: string[] = [];
  for (const [path, text] of Object.entries(second)) {
    papers.push((await addFile(ctx, path, text, from.collectionId)).documentId);
  }
  await untilRead(ctx, into.id);
  await untilRead(ctx, from.id);
  return {
    into: into.id,
    from: from.id,
    rfp,
    papers,
    collectionOf: { into: into.collectionId, from: from.collectionId },
  };
}

const texts = async (ctx: WorkspaceContext, id: string) => (await demands(ctx, id)).map(({ text }) => text).sort();
const paths = async (ctx: WorkspaceContext, id: string) =>
  (await getOpportunity(ctx, id)).documents.map(({ path }) => path).sort();
const find = async (ctx: WorkspaceContext, id: string, words: string, more: object = {}) => {
  const found = (await demands(ctx, id, more)).find(({ text }) => text.includes(words));
  if (!found) throw new Error(`nothing demands "${words}"`);
  return found;
};

test("papers that come by a merge are read where they came: their demands, fields and dates are there, and go when it is taken apart", async () => {
  const ctx = await aWorkspace();
  const { into, from } = await twoOf(ctx);
  const [ofInto, ofFrom] = [await texts(ctx, into), await texts(ctx, from)];
  expect(ofFrom.length).toBeGreaterThan(2);
  await mergeOpportunities(ctx, { fromId: from, intoId: into });
  const merged = await untilRead(ctx, into);
  expect(await texts(ctx, into)).toEqual([...ofInto, ...ofFrom].sort());
  expect(merged.requirementCount).toBe(ofInto.length + ofFrom.length);
  expect(merged.documents.map(({ path, isShredded }) => [path, isShredded])).toEqual([
    ["Annex.md", true],
    ["RFP.md", true],
  ]);
  expect(merged.deadlines.map(({ kind }) => kind).sort()).toEqual(["questions", "submission"]);
  const numbers = (await demands(ctx, into)).map(({ number }) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(await brokenRows(database(), "product")).toEqual([]);

  await unmergeOpportunity(ctx, from);
  const [apart, back] = [await untilRead(ctx, into), await untilRead(ctx, from)];
  expect(apart.documents.map(({ path }) => path)).toEqual(["RFP.md"]);
  expect(apart.deadlines.map(({ kind }) => kind)).toEqual(["submission"]);
  expect(back.documents.map(({ path }) => path)).toEqual(["Annex.md"]);
  expect(back.deadlines.map(({ kind }) => kind)).toEqual(["questions"]);
  expect(await texts(ctx, into)).toEqual(ofInto);
  expect(await texts(ctx, from)).toEqual(ofFrom);
  expect([apart.requirementCount, back.requirementCount]).toEqual([ofInto.length, ofFrom.length]);
  expect(await brokenRows(database(), "product")).toEqual([]);
});

test("what the surviving one states of itself stands, whatever the papers that come along state", async () => {
  const ctx = await aWorkspace();
  const other = call.replace("POE-2031-07", "DRAFT-99-12345").replace("Harbour lifts", "Lifts (draft)");
  const { into, from } = await twoOf(ctx, { "Amendment to the RFP.md": other });
  const before = await getOpportunity(ctx, into);
  expect(before.reference).toBe("POE-2031-07");
  await mergeOpportunities(ctx, { fromId: from, intoId: into });
  const merged = await untilRead(ctx, into);
  expect(merged).toMatchObject({ reference: "POE-2031-07", title: before.title });
  const repeats = (await demands(ctx, into)).filter(({ duplicateOf }) => duplicateOf !== null);
  expect(new Set(repeats.map(({ document }) => document?.title)).size).toBe(1);
  expect(repeats.length).toBeGreaterThan(1);
});

test("what people made of requirements is there after a merge with its history, and what they do then goes back with it", async () => {
  const ctx = await aWorkspace();
  const { into, from } = await twoOf(ctx);
  const night = await find(ctx, from, "on call at night");
  await editRequirement(ctx, { id: night.id, note: "Ask Ada", kind: "security" });
  const log = await find(ctx, from, "log of all repairs");
  await dropRequirements(ctx, { ids: [log.id] });
  const answer = await find(ctx, from, "within 30 minutes");
  await splitRequirement(ctx, { id: answer.id, parts: [{ text: "Answer calls." }, { text: "Within 30 minutes." }] });
  await addRequirement(ctx, addRequirementInput.parse({ opportunityId: from, text: "Bring our own tools." }));
  const numbers = new Map((await demands(ctx, from)).map(({ id, number }) => [id, number]));
  const before = await texts(ctx, from);

  await mergeOpportunities(ctx, { fromId: from, intoId: into });
  await untilRead(ctx, into);
  const rows = await demands(ctx, into);
  expect(rows.find(({ id }) => id === night.id)).toMatchObject({ note: "Ask Ada", kind: "security" });
  expect(rows.map(({ text }) => text)).toEqual(expect.arrayContaining(before));
  expect(rows.map(({ text }) => text)).not.toContain(log.text);
  expect(rows.map(({ text }) => text)).not.toContain(answer.text);
  expect((await listRequirementHistory(ctx, night.id)).revisions.map(({ deed }) => deed)).toEqual(["edit"]);
  const edited = await editRequirement(ctx, { id: night.id, text: "Two engineers at night." });
  await undoRequirements(ctx, { opportunityId: into, batchId: edited.batchId });
  await editRequirement(ctx, { id: night.id, text: "Three engineers at night." });
  const mine = await addRequirement(ctx, addRequirementInput.parse({ opportunityId: into, text: "Said of both." }));

  await unmergeOpportunity(ctx, from);
  await Promise.all([untilRead(ctx, into), untilRead(ctx, from)]);
  const home = await demands(ctx, from);
  expect(home.map(({ text }) => text).sort()).toEqual(
    before.map((text) => (text === night.text ? "Three engineers at night." : text)).sort(),
  );
  expect(home.find(({ id }) => id === night.id)).toMatchObject({ note: "Ask Ada", kind: "security" });
  expect(new Map(home.map(({ id, number }) => [id, number]))).toEqual(numbers);
  expect((await listRequirementHistory(ctx, night.id)).revisions.map(({ deed }) => deed)).toEqual([
    "edit",
    "undo",
    "edit",
    "edit",
  ]);
  const left = await demands(ctx, into);
  expect(left.filter(({ text }) => before.includes(text))).toEqual([]);
  expect(left.map(({ id }) => id)).toContain(mine.requirements[0]?.id);
  expect(await brokenRows(database(), "product")).toEqual([]);
});

test("a document that both had before stays with both when the merge is taken apart, and is listed and read once while they are one", async () => {
  const ctx = await aWorkspace();
  const { into, from, rfp } = await twoOf(ctx);
  await addDocuments(ctx, { id: from, documentIds: [rfp] });
  await untilRead(ctx, from);
  const signed = await find(ctx, from, "signed original");
  await editRequirement(ctx, { id: signed.id, note: "On paper" });
  const [ofInto, ofFrom] = [await texts(ctx, into), await texts(ctx, from)];
  await mergeOpportunities(ctx, { fromId: from, intoId: into });
  await untilRead(ctx, into);
  expect(await paths(ctx, into)).toEqual(["Annex.md", "RFP.md"]);
  expect(await texts(ctx, into)).toEqual([...new Set([...ofInto, ...ofFrom])].sort());
  expect(await find(ctx, into, "signed original")).toMatchObject({ note: "On paper" });
  await unmergeOpportunity(ctx, from);
  await Promise.all([untilRead(ctx, into), untilRead(ctx, from)]);
  expect(await paths(ctx, into)).toEqual(["RFP.md"]);
  expect(await paths(ctx, from)).toEqual(["Annex.md", "RFP.md"]);
  expect(await texts(ctx, into)).toEqual(ofInto);
  expect(await texts(ctx, from)).toEqual(ofFrom);
  expect(await find(ctx, from, "signed original")).toMatchObject({ note: "On paper" });
  expect(await brokenRows(database(), "product")).toEqual([]);
});

test("a paper that somebody took out does not come back by a merge, and one taken out while they were one is back after", async () => {
  const ctx = await aWorkspace();
  const { into, from, papers } = await twoOf(ctx, { "Annex.md": annex, "Cover.md": cover });
  const [first = "", second = ""] = papers;
  await removeDocuments(ctx, { id: from, documentIds: [second] });
  const ofFrom = await texts(ctx, from);
  await mergeOpportunities(ctx, { fromId: from, intoId: into });
  await untilRead(ctx, into);
  expect(await paths(ctx, into)).toEqual(["Annex.md", "RFP.md"]);
  await removeDocuments(ctx, { id: into, documentIds: [first] });
  expect(await paths(ctx, into)).toEqual(["RFP.md"]);
  await unmergeOpportunity(ctx, from);
  await untilRead(ctx, from);
  expect(await paths(ctx, from)).toEqual(["Annex.md"]);
  expect(await texts(ctx, from)).toEqual(ofFrom);
  expect(await brokenRows(database(), "product")).toEqual([]);
});

test("questions to the buyer, decisions and whoever watches come along and go back", async () => {
  const ctx = await aWorkspace();
  const { into, from } = await twoOf(ctx);
  const ada = await aMember(ctx, "member");
  await watchOpportunity(ada, { id: from, isWatching: true });
  await addBuyerQuestion(ctx, { opportunityId: into, text: "May bids be sent by mail?" });
  const night = await find(ctx, from, "on call at night");
  await decide(ctx, decideInput.parse({ opportunityId: from, decision: "go", reason: "We know the port." }));
  const asked = await addBuyerQuestion(ctx, { opportunityId: from, text: "Which nights?", requirementId: night.id });
  await mergeOpportunities(ctx, { fromId: from, intoId: into });
  await untilRead(ctx, into);
  const questions = async (id: string) =>
    (await listBuyerQuestions(ctx, id)).questions.map(({ number, text }) => [number, text]);
  expect(await questions(into)).toEqual([
    [1, "May bids be sent by mail?"],
    [2, "Which nights?"],
  ]);
  const { number } = (await getOpportunity(ctx, into)).merged[0] ?? {};
  expect(await listDecisions(ctx, into)).toMatchObject([{ reason: "We know the port.", mergedFrom: { number } }]);
  expect((await getOpportunity(ctx, into)).decision).toBeNull();
  await editBuyerQuestion(ctx, { id: asked.id, text: "Which nights of the week?" });
  expect((await listWatchers(ctx, into)).watchers.map(({ id }) => id)).toEqual([ada.userId]);
  await unmergeOpportunity(ctx, from);
  expect(await questions(into)).toEqual([[1, "May bids be sent by mail?"]]);
  expect(await questions(from)).toEqual([[1, "Which nights of the week?"]]);
  expect([await listDecisions(ctx, into), await listDecisions(ctx, from)]).toMatchObject([
    [],
    [{ decision: "go", mergedFrom: null }],
  ]);
  expect((await listWatchers(ctx, into)).watchers).toEqual([]);
  expect((await listWatchers(ctx, from)).watchers.map(({ id }) => id)).toEqual([ada.userId]);
});

test("a requirement that was drawn together with one of the other stands on its own again when they part", async () => {
  const ctx = await aWorkspace();
  const { into, from } = await twoOf(ctx);
  await mergeOpportunities(ctx, { fromId: from, intoId: into });
  await untilRead(ctx, into);
  const [lead, night] = [await find(ctx, into, "lead engineer"), await find(ctx, into, "on call at night")];
  const [signed, log] = [await find(ctx, into, "signed original"), await find(ctx, into, "log of all repairs")];
  await mergeRequirements(ctx, { ids: [lead.id, night.id], text: "A lead engineer, and two at night." });
  await mergeRequirements(ctx, { ids: [log.id, signed.id], text: "A log, and a signed original." });
  await unmergeOpportunity(ctx, from);
  await Promise.all([untilRead(ctx, into), untilRead(ctx, from)]);
  expect(await texts(ctx, into)).toEqual(expect.arrayContaining(["A lead engineer, and two at night.", signed.text]));
  expect(await texts(ctx, from)).toEqual(expect.arrayContaining([night.text, "A log, and a signed original."]));
  expect(await brokenRows(database(), "product")).toEqual([]);
});

test("a newer version that arrives while two are one goes home with the paper that it replaces", async () => {
  const ctx = await aWorkspace();
  const { into, from, collectionOf } = await twoOf(ctx);
  await mergeOpportunities(ctx, { fromId: from, intoId: into });
  await untilRead(ctx, into);
  const night = await find(ctx, into, "on call at night");
  const newer = annex
    .replace("two engineers", "three engineers")
    .concat("\nThe contractor shall insure every lift against flooding.\n");
  await addFile(ctx, "Annex.md", newer, collectionOf.from);
  await expect.poll(async () => (await getOpportunity(ctx, into)).amendments.length, { timeout: 240_000 }).toBe(1);
  await untilRead(ctx, into);
  expect((await find(ctx, into, "three engineers")).id).toBe(night.id);
  await unmergeOpportunity(ctx, from);
  const [left, home] = [await untilRead(ctx, into), await untilRead(ctx, from)];
  expect(left.amendments).toEqual([]);
  expect(home.amendments).toHaveLength(1);
  expect((await find(ctx, from, "three engineers")).id).toBe(night.id);
  expect(await find(ctx, from, "against flooding")).toBeTruthy();
  expect(await brokenRows(database(), "product")).toEqual([]);
});

test("a date that somebody settled stays settled, and what was entered by hand is kept where the other says nothing of it", async () => {
  const ctx = await aWorkspace();
  const made = await createOpportunity(ctx, createOpportunityInput.parse({ title: "Lifts" }));
  const { from } = await twoOf(ctx, { "RFP copy.md": call, "Cover.md": cover });
  const open = await getOpportunity(ctx, from);
  expect(open.isSubmissionContradicted).toBe(true);
  const late = open.deadlines
    .find(({ kind }) => kind === "submission")
    ?.statements.find(({ localDate }) => localDate === "2031-09-22");
  await decideDeadline(ctx, { opportunityId: from, kind: "submission", statementId: late?.id ?? "" });
  await updateOpportunity(ctx, { id: from, fields: { place: "Exampleton" } });
  await updateOpportunity(ctx, { id: made.id, fields: { summary: "Ours" } });

  await mergeOpportunities(ctx, { fromId: from, intoId: made.id });
  const merged = await untilRead(ctx, made.id);
  expect(merged).toMatchObject({
    title: "Lifts",
    summary: "Ours",
    place: "Exampleton",
    isSubmissionContradicted: false,
  });
  expect(merged.submissionAt?.toISOString()).toBe("2031-09-22T14:00:00.000Z");

  await unmergeOpportunity(ctx, from);
  const [left, home] = [await getOpportunity(ctx, made.id), await untilRead(ctx, from)];
  expect(left).toMatchObject({ summary: "Ours", place: null, submissionAt: null, deadlines: [] });
  expect(home).toMatchObject({ place: "Exampleton", isSubmissionContradicted: false });
  expect(home.submissionAt?.toISOString()).toBe("2031-09-22T14:00:00.000Z");
  expect(await brokenRows(database(), "product")).toEqual([]);
});

test("three that became one come apart in turn, each with its own", async () => {
  const ctx = await aWorkspace();
  const { into: second, from: first } = await twoOf(ctx);
  const third = await beginImport(ctx, { name: "Lifts once more" });
  await addFile(ctx, "Cover.md", cover, third.collectionId);
  await untilRead(ctx, third.id);
  const own = new Map<string, string[]>();
  for (const id of [first, second, third.id]) own.set(id, await texts(ctx, id));
  await mergeOpportunities(ctx, { fromId: first, intoId: second });
  await untilRead(ctx, second);
  await mergeOpportunities(ctx, { fromId: second, intoId: third.id });
  await untilRead(ctx, third.id);
  expect(await texts(ctx, third.id)).toEqual([...own.values()].flat().sort());
  await expect(unmergeOpportunity(ctx, first)).rejects.toMatchObject({ code: "conflict" });
  await unmergeOpportunity(ctx, second);
  await Promise.all([untilRead(ctx, second), untilRead(ctx, third.id)]);
  expect(await texts(ctx, third.id)).toEqual(own.get(third.id));
  expect(await texts(ctx, second)).toEqual([...(own.get(first) ?? []), ...(own.get(second) ?? [])].sort());
  await unmergeOpportunity(ctx, first);
  await Promise.all([untilRead(ctx, first), untilRead(ctx, second)]);
  for (const id of [first, second, third.id]) expect(await texts(ctx, id)).toEqual(own.get(id));
  const { db } = await getDatabase();
  const links = await db
    .select()
    .from(opportunityDocuments)
    .where(
      and(
        eq(opportunityDocuments.workspaceId, ctx.workspace.id),
        inArray(opportunityDocuments.opportunityId, [first, second, third.id]),
      ),
    );
  expect(links).toHaveLength(3);
  expect(await brokenRows(database(), "product")).toEqual([]);
});

test("a notice that is split off takes along the papers that it alone brought, and what was made of their demands", async () => {
  const ctx = await aWorkspace();
  const papers = {
    one: (await addFile(ctx, "Call.md", call, ctx.collectionId)).documentId,
    two: (await addFile(ctx, "Annex.md", annex, ctx.collectionId)).documentId,
  };
  const publish = (key: string, documentId: string) =>
    recordNotices(ctx, {
      collectionId: ctx.collectionId,
      readAt: new Date("2031-01-02T00:00:00Z"),
      sourceId: newId(),
      notices: [
        {
          facts: lampFacts(`https://${key}.example/1`, { scheme: "portal", procedureKey: null }),
          documentId,
          attachmentIds: [documentId],
        },
      ],
    });
  await publish("a", papers.one);
  await publish("b", papers.two);
  const [joined] = (await listOpportunities(ctx, listOpportunitiesInput.parse({}))).opportunities;
  const id = joined?.id ?? "";
  const before = await untilRead(ctx, id);
  expect(before.documents).toHaveLength(2);
  const night = await find(ctx, id, "on call at night");
  await editRequirement(ctx, { id: night.id, note: "Ask Ada" });
  const ofNotice = before.notices.find(({ documentId }) => documentId === papers.two);
  const { opportunityId } = await splitNotice(ctx, ofNotice?.id ?? "");
  const [left, split] = [await untilRead(ctx, id), await untilRead(ctx, opportunityId)];
  expect(left.documents.map(({ documentId }) => documentId)).toEqual([papers.one]);
  expect(split.documents.map(({ documentId }) => documentId)).toEqual([papers.two]);
  expect(left.deadlines.map(({ kind }) => kind)).not.toContain("questions");
  expect(split.deadlines.map(({ kind }) => kind)).toContain("questions");
  expect(await find(ctx, opportunityId, "on call at night")).toMatchObject({ id: night.id, note: "Ask Ada" });
  expect(await texts(ctx, id)).not.toContain(night.text);

  await mergeOpportunities(ctx, { fromId: opportunityId, intoId: id });
  expect((await untilRead(ctx, id)).documents).toHaveLength(2);
  expect(await find(ctx, id, "on call at night")).toMatchObject({ id: night.id, note: "Ask Ada" });
  expect(await brokenRows(database(), "product")).toEqual([]);
});
