import { and, eq, like } from "drizzle-orm";
import { unzipSync } from "fflate";
import { expect, test, vi } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { anOpportunity } from "@/drizzle/factories/opportunity";
import { auditEvents, evidence, opportunityDeadlines, renditions, requirements } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { linkDependents, recordEvidence } from "@/server/evidence";
import { anIndexedDocument } from "@/server/knowledge/retrieval/an-indexed-document";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { asCaller, signedIn } from "./testing/as-caller";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();

type Home = WorkspaceContext & { userId: string; collectionId: string };
const callerOf = async (person: Home) => asCaller(await signedIn(person.userId, person.workspace.slug));

/** An opportunity with two unclear demands (one of them told twice), a clear one, and a submission date stated in two ways. */
async function anUnclearTender(ctx: Home) {
  const { db } = await getDatabase();
  const workspaceId = ctx.workspace.id;
  const opportunity = await anOpportunity(ctx, { title: "Roofs", reference: "=1+1", buyer: "City of Bremen" });
  const text = "The vendor shall provide adequate staffing. Offers are due 3 May 2031.";
  const { documentId } = await anIndexedDocument(ctx, {
    collectionId: ctx.collectionId,
    title: "Scope",
    texts: [text],
  });
  const [rendition] = await db.select().from(renditions).where(eq(renditions.documentId, documentId));
  const renditionId = rendition?.id ?? "";
  const quote = "The vendor shall provide adequate staffing.";
  const base = {
    workspaceId,
    opportunityId: opportunity.id,
    kind: "staffing" as const,
    obliged: "contractor" as const,
    origin: "document" as const,
    section: "Scope › Staffing",
  };
  const first = newId();
  const cited = await inWorkspace(ctx, async (tx) => {
    const rows = await recordEvidence(tx, ctx, [{ renditionId, start: 0, end: quote.length, quote }]);
    const evidenceId = rows[0]?.id ?? "";
    await linkDependents(tx, ctx, [{ evidenceId, kind: "requirement", dependentId: first }]);
    return evidenceId;
  });
  await db.insert(requirements).values([
    {
      ...base,
      id: newId(),
      number: 2,
      text: "See Attachment K.",
      isMandatory: false,
      position: 2,
      fingerprint: "b",
      unclear: "It points to Attachment K, which is not in the documents.",
    },
    {
      ...base,
      id: first,
      number: 1,
      ref: "C.3",
      text: quote,
      isMandatory: true,
      position: 1,
      fingerprint: "a",
      unclear: '"adequate" leaves open what is enough.',
      evidenceId: cited,
    },
    { ...base, id: newId(), number: 3, text: "Paint the roof.", isMandatory: true, position: 3, fingerprint: "c" },
    {
      ...base,
      id: newId(),
      number: 4,
      text: quote,
      isMandatory: true,
      position: 4,
      fingerprint: "a",
      unclear: '"adequate" leaves open what is enough.',
      duplicateOfId: first,
    },
    {
      ...base,
      id: newId(),
      number: 5,
      text: "Gone.",
      isMandatory: true,
      position: 5,
      fingerprint: "d",
      state: "removed",
      unclear: "x",
    },
  ]);
  for (const [day, quoted] of [
    ["2031-05-03", "due 3 May 2031"],
    ["2031-05-05", "no later than 5 May 2031"],
  ] as const) {
    await db.insert(opportunityDeadlines).values({
      workspaceId,
      id: newId(),
      opportunityId: opportunity.id,
      kind: "submission",
      state: "contradicted",
      quote: quoted,
      localDate: day,
      origin: "document",
    });
  }
  return { id: opportunity.id, renditionId, text };
}

test("questions are drafted from what is unclear and what is contradicted, the mandatory first, and never twice", async () => {
  const owner = await aWorkspace();
  const { id } = await anUnclearTender(owner);
  const caller = await callerOf(owner);
  const drafted = await caller.buyerQuestions.draft({ opportunityId: id });
  expect(drafted.added).toBe(3);
  expect(drafted.questions.map(({ number, state }) => [number, state])).toEqual([
    [1, "draft"],
    [2, "draft"],
    [3, "draft"],
  ]);
  const [date, staffing, attachment] = drafted.questions.map(({ text }) => text);
  expect(date).toContain("“due 3 May 2031” and “no later than 5 May 2031”");
  expect(staffing).toBe(
    "Regarding C.3, Scope: “The vendor shall provide adequate staffing.”\nCould you please tell us what would satisfy “adequate” here, so that all bidders understand it alike?",
  );
  expect(attachment).toContain("Attachment K, which we could not find");
  const [first] = drafted.questions;
  await caller.buyerQuestions.edit({ id: first?.id ?? "", text: "Which date holds?" });
  await caller.buyerQuestions.withdraw({ id: drafted.questions[1]?.id ?? "" });
  expect((await caller.buyerQuestions.draft({ opportunityId: id })).added).toBe(0);
  expect((await caller.buyerQuestions.add({ opportunityId: id, text: "May we visit?" })).number).toBe(4);
});

test("a question that was withdrawn or marked as sent too early is a draft again, one that was answered is not", async () => {
  const owner = await aWorkspace();
  const { id } = await anUnclearTender(owner);
  const caller = await callerOf(owner);
  const asked = await caller.buyerQuestions.add({ opportunityId: id, text: "When are offers due?" });
  await caller.buyerQuestions.withdraw({ id: asked.id });
  expect(await caller.buyerQuestions.reopen({ id: asked.id })).toMatchObject({ state: "draft", number: asked.number });
  await caller.buyerQuestions.markSent({ ids: [asked.id] });
  expect(await caller.buyerQuestions.reopen({ id: asked.id })).toMatchObject({ state: "draft", sentAt: null });
  await caller.buyerQuestions.markSent({ ids: [asked.id] });
  await caller.buyerQuestions.recordAnswer({ id: asked.id, answer: "3 May" });
  await expect(caller.buyerQuestions.reopen({ id: asked.id })).rejects.toMatchObject({ code: "CONFLICT" });
  const { items } = await caller.activities.list({ subjectKind: "opportunity", subjectId: id });
  expect(items.map((item) => item.type === "activity" && item.text)).toContain(
    "made question 1 to the buyer a draft again",
  );
});

test("a question goes from draft to sent to answered, and the answer rests on the buyer's own words", async () => {
  const owner = await aWorkspace();
  const { id, renditionId, text } = await anUnclearTender(owner);
  const caller = await callerOf(owner);
  const asked = await caller.buyerQuestions.add({ opportunityId: id, text: "When are offers due?" });
  const { questions } = await caller.buyerQuestions.markSent({ ids: [asked.id], at: "2031-04-01T10:00:00+02:00" });
  expect(questions).toMatchObject([{ state: "sent", sentAt: "2031-04-01T08:00:00.000Z" }]);
  await expect(caller.buyerQuestions.edit({ id: asked.id, text: "x" })).rejects.toMatchObject({ code: "CONFLICT" });
  const quote = "Offers are due 3 May 2031.";
  const start = text.indexOf(quote);
  const place = { renditionId, start, end: start + quote.length, quote };
  await expect(
    caller.buyerQuestions.recordAnswer({
      id: asked.id,
      answer: "3 May",
      place: { ...place, quote: "Offers are due 4 May 2031." },
    }),
  ).rejects.toMatchObject({ code: "BAD_REQUEST" });
  const answered = await caller.buyerQuestions.recordAnswer({ id: asked.id, answer: "3 May", place });
  expect(answered).toMatchObject({
    state: "answered",
    answer: "3 May",
    answerPlace: { quote, title: "Scope", start },
  });
  await expect(caller.buyerQuestions.withdraw({ id: asked.id })).rejects.toMatchObject({ code: "CONFLICT" });
  const { items } = await caller.activities.list({ subjectKind: "opportunity", subjectId: id });
  expect(items.map((item) => item.type === "activity" && item.text)).toEqual([
    "recorded the buyer's answer to question 1",
    "sent question 1 to the buyer",
    "wrote question 1 to the buyer",
  ]);
  const { db } = await getDatabase();
  expect(await db.select().from(evidence).where(eq(evidence.quote, quote))).toHaveLength(1);
});

test("every deed on questions to the buyer is in the audit trail, with the questions that it touched", async () => {
  const owner = await aWorkspace();
  const { id } = await anUnclearTender(owner);
  const caller = await callerOf(owner);
  const { questions } = await caller.buyerQuestions.draft({ opportunityId: id });
  const added = await caller.buyerQuestions.add({ opportunityId: id, text: "May we visit?" });
  await caller.buyerQuestions.edit({ id: added.id, text: "May we visit the roof?" });
  await caller.buyerQuestions.markSent({ ids: [added.id] });
  await caller.buyerQuestions.recordAnswer({ id: added.id, answer: "Yes" });
  await caller.buyerQuestions.withdraw({ id: questions[0]?.id ?? "" });
  const { db } = await getDatabase();
  const trail = await db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.workspaceId, owner.workspace.id), like(auditEvents.action, "buyer_question.%")))
    .orderBy(auditEvents.seq);
  expect(trail.map(({ action, subjectId }) => [action, subjectId])).toEqual([
    ["buyer_question.draft", null],
    ["buyer_question.add", added.id],
    ["buyer_question.edit", added.id],
    ["buyer_question.send", added.id],
    ["buyer_question.answer", added.id],
    ["buyer_question.withdraw", questions[0]?.id],
  ]);
  expect(trail[0]?.detail).toEqual({ opportunityId: id, questionIds: questions.map((question) => question.id) });
});

test("the questions leave as a letter, a table and plain text, without our own reasons where a buyer reads them", async () => {
  const owner = await aWorkspace();
  const { id } = await anUnclearTender(owner);
  const caller = await callerOf(owner);
  await caller.buyerQuestions.draft({ opportunityId: id });
  await expect(caller.buyerQuestions.add({ opportunityId: id, text: "a\u0000b" })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  await caller.buyerQuestions.add({ opportunityId: id, text: "=cmd|' /C calc'!A0 \u0001 & <b>" });
  const text = await caller.buyerQuestions.export({ opportunityId: id, format: "text" });
  expect(text).toMatchObject({ questions: 4, base64: null });
  expect(text.text).toContain("2. Regarding C.3");
  expect(text.text).not.toContain("leaves open what is enough");
  const csv = await caller.buyerQuestions.export({ opportunityId: id, format: "csv" });
  expect(csv.text).toContain("'=cmd|");
  const docx = await caller.buyerQuestions.export({ opportunityId: id, format: "docx", onlyDrafts: true });
  const files = unzipSync(new Uint8Array(Buffer.from(docx.base64 ?? "", "base64")));
  const xml = new TextDecoder().decode(files["word/document.xml"]);
  expect(xml).toContain("Regarding C.3, Scope");
  expect(xml).toContain("&amp; &lt;b&gt;");
  expect(xml).not.toContain("leaves open what is enough");
  expect(xml).not.toContain("\u0001");
});

test("until when the buyer takes questions is told, with its doubts", async () => {
  const owner = await aWorkspace();
  const { id } = await anUnclearTender(owner);
  const { db } = await getDatabase();
  const caller = await callerOf(owner);
  expect((await caller.buyerQuestions.list({ opportunityId: id })).deadline).toBeNull();
  await db.insert(opportunityDeadlines).values({
    workspaceId: owner.workspace.id,
    id: newId(),
    opportunityId: id,
    kind: "questions",
    state: "in_force",
    quote: "by 1 April",
    at: new Date("2031-04-01T10:00:00Z"),
    localDate: "2031-04-01",
    origin: "document",
  });
  expect((await caller.buyerQuestions.list({ opportunityId: id })).deadline).toMatchObject({
    at: "2031-04-01T10:00:00.000Z",
    isContradicted: false,
    isPast: false,
  });
});
