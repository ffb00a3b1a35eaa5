import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { anOpportunity } from "@/drizzle/factories/opportunity";
import {
  type AmendmentItem,
  activities,
  auditEvents,
  type Opportunity,
  opportunityDeadlines,
  requirements,
} from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { recordAmendment } from "@/server/opportunities/amendments/record-amendment";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { asCaller, signedIn } from "./testing/as-caller";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();

type Home = WorkspaceContext & { userId: string; collectionId: string };
const callerOf = async (person: Home) => asCaller(await signedIn(person.userId, person.workspace.slug));

/** A tender with three demands, a decision, questions, tasks and a decided date. */
async function aWorkedOnTender(owner: Home) {
  const { db } = await getDatabase();
  const opportunity = await anOpportunity(owner, { title: "Harbour lifts" });
  const base = {
    workspaceId: owner.workspace.id,
    opportunityId: opportunity.id,
    kind: "service" as const,
    obliged: "contractor" as const,
    origin: "document" as const,
    isMandatory: true,
  };
  const rows = ["Lifts are greased weekly.", "A guard stands at the tower.", "All doors have one key."].map(
    (text, index) => ({ ...base, id: newId(), number: index + 1, text, position: index, fingerprint: text }),
  );
  await db.insert(requirements).values(rows);
  const deadlineId = newId();
  await db.insert(opportunityDeadlines).values({
    workspaceId: owner.workspace.id,
    opportunityId: opportunity.id,
    id: deadlineId,
    kind: "submission",
    state: "in_force",
    origin: "document",
    quote: "Offers are due 3 May 2031.",
    localDate: "2031-05-03",
    decidedAt: new Date(),
  });
  const caller = await callerOf(owner);
  await caller.fit.decide({ opportunityId: opportunity.id, decision: "go", reason: "We know the port." });
  const subject = { subjectKind: "opportunity", subjectId: opportunity.id };
  const tasks = {
    named: await caller.tasks.add({ ...subject, title: "Price the guard of R-2" }),
    dated: await caller.tasks.add({ ...subject, title: "Print the offer", dueAt: "2031-05-02T10:00:00Z" }),
    free: await caller.tasks.add({ ...subject, title: "Call the port" }),
  };
  const asked = await caller.buyerQuestions.add({
    opportunityId: opportunity.id,
    text: "Which grease?",
    requirementId: rows[0]?.id,
  });
  await caller.buyerQuestions.add({ opportunityId: opportunity.id, text: "May we visit?" });
  await caller.requirements.edit({ id: rows[0]?.id ?? "", note: "Our fitters do this." });
  return { opportunity, rows, deadlineId, caller, tasks, asked };
}

function amend(ctx: Home, opportunity: Opportunity, items: AmendmentItem[]) {
  return inWorkspace(ctx, (tx) =>
    recordAmendment(tx, ctx, opportunity, {
      documentId: newId(),
      beforeSnapshotId: null,
      afterSnapshotId: newId(),
      items,
      changes: [],
      fields: [],
      changedIds: [],
    }),
  );
}

async function anAmendedTender(owner: Home) {
  const made = await aWorkedOnTender(owner);
  const id = (index: number) => made.rows[index]?.id ?? "";
  await amend(owner, { ...made.opportunity, decision: "go" }, [
    { what: "changed", requirementId: id(0), before: "Lifts are greased weekly.", after: "Lifts are greased daily." },
    { what: "removed", requirementId: id(1), before: "A guard stands at the tower.", after: null },
    {
      what: "affected",
      requirementId: id(2),
      before: "All doors have one key.",
      after: null,
      quote: "The tower is gone.",
    },
    { what: "deadline", requirementId: null, detail: "submission", before: "2031-05-03", after: "2031-05-10" },
  ]);
  return made;
}

test("what was built on what the buyer changed is opened again, each with its reason, and nothing else", async () => {
  const owner = await aWorkspace();
  const { opportunity, rows, deadlineId, caller, tasks, asked } = await anAmendedTender(owner);
  const { reopened } = await caller.opportunities.get({ id: opportunity.id });
  expect(reopened.map(({ kind, label, reasons }) => [kind, label, ...reasons])).toEqual([
    [
      "decision",
      "Go",
      "Since it was taken, the submission date moved, 1 requirement changed, 1 requirement was taken out and 1 requirement named what was taken out.",
    ],
    ["question", "Question 1: Which grease?", "It asks about R-1, which was changed by the buyer."],
    ["task", "Price the guard of R-2", "It names R-2, which was taken out by the buyer."],
    ["task", "Print the offer", "It was given its day before the submission date moved."],
    ["requirement", "R-1: Lifts are greased weekly.", "It carries a note of ours before it was changed by the buyer."],
    ["requirement", "R-3: All doors have one key.", "It names something that the buyer has taken out."],
    ["deadline", "Submission date", "One of us had decided it before the buyer stated another date."],
  ]);
  expect(reopened.map(({ id }) => id).slice(1)).toEqual([
    asked.id,
    tasks.named.id,
    tasks.dated.id,
    rows[0]?.id,
    rows[2]?.id,
    deadlineId,
  ]);
});

test("one click says that it still holds; a decision is confirmed as a decision, by whoever may decide", async () => {
  const owner = await aWorkspace();
  const { opportunity, caller } = await anAmendedTender(owner);
  const opportunityId = opportunity.id;
  const waiting = async () => (await caller.opportunities.get({ id: opportunityId })).reopened;
  const [decision, question] = await waiting();
  const member = await callerOf({ ...owner, ...(await aMember(owner, "viewer")) } as Home);
  await expect(
    member.reopened.confirm({ opportunityId, kind: "question", id: question?.id ?? "" }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
  await caller.reopened.confirm({ opportunityId, kind: "question", id: question?.id ?? "" });
  await caller.reopened.confirm({ opportunityId, kind: "decision", id: decision?.id ?? "" });
  expect((await waiting()).map(({ kind }) => kind)).toEqual(["task", "task", "requirement", "requirement", "deadline"]);
  const { decisions } = await caller.fit.decisions({ opportunityId });
  expect(decisions.map((one) => [one.decision, one.reason.slice(0, 12)])).toEqual([
    ["go", "Still holds."],
    ["go", "We know the "],
  ]);
  await expect(
    caller.reopened.confirm({ opportunityId, kind: "question", id: question?.id ?? "" }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
  const { db } = await getDatabase();
  const trail = await db.select().from(auditEvents).where(eq(auditEvents.action, "opportunity.confirm_reopened"));
  expect(trail).toHaveLength(2);
  const told = await db.select().from(activities).where(eq(activities.deed, "reopened.confirm"));
  expect(told.map(({ text }) => text)).toContain("confirmed that it still holds: Question 1: Which grease?");
  const stranger = await callerOf(await aWorkspace());
  await expect(
    stranger.reopened.confirm({ opportunityId, kind: "task", id: (await waiting())[0]?.id ?? "" }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("what is done, changed or decided anew waits for nobody", async () => {
  const owner = await aWorkspace();
  const { opportunity, rows, caller, tasks, asked } = await anAmendedTender(owner);
  await caller.tasks.update({ id: tasks.named.id, isDone: true });
  await caller.tasks.remove({ id: tasks.dated.id });
  await caller.buyerQuestions.edit({ id: asked.id, text: "Which grease, and how often?" });
  await caller.requirements.edit({ id: rows[0]?.id ?? "", note: "Daily is no problem either." });
  await caller.fit.decide({ opportunityId: opportunity.id, decision: "no_go", reason: "Too much grease." });
  await caller.opportunities.decideDeadline({
    opportunityId: opportunity.id,
    kind: "submission",
    entered: { date: "2031-05-10" },
  });
  const { reopened } = await caller.opportunities.get({ id: opportunity.id });
  expect(reopened.map(({ kind, id }) => [kind, id])).toEqual([["requirement", rows[2]?.id]]);
});

test("an amendment that only changes wording opens nothing again", async () => {
  const owner = await aWorkspace();
  const { opportunity, rows, caller } = await aWorkedOnTender(owner);
  await amend(owner, { ...opportunity, decision: "go" }, [
    { what: "changed", requirementId: rows[0]?.id ?? null, before: "a", after: "b", detail: "wording" },
  ]);
  expect((await caller.opportunities.get({ id: opportunity.id })).reopened).toEqual([]);
});
