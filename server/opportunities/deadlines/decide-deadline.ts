import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type OpportunityDeadline, opportunityDeadlines } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { recordActivity } from "@/server/collaboration";
import { announce } from "@/server/jobs/announce";
import { opportunityChanged } from "@/server/jobs/events";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { InvalidInputError, NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { DecideDeadlineInput } from "../deeds/schemas";
import { opportunitySubject } from "../pipeline/opportunity-subject";
import { lockOpportunity } from "../queries";
import { refreshOpportunity } from "../refresh/refresh-opportunity";
import { settleReopened } from "../reopened/record-reopenings";
import { enteredDeadline } from "./entered-deadline";
import { decidedStatement, disagree } from "./settle-deadlines";

/**
 * Says which statement of a date holds; the others stay, rejected. Null takes the decision back: statements that disagree contradict each
 * other again. Returns what held before, for Undo. Throws NotFoundError, InvalidInputError.
 */
export async function decideDeadline(
  ctx: WorkspaceContext,
  input: DecideDeadlineInput,
): Promise<{ statementId: string | null; previousId: string | null }> {
  authorize(ctx, "opportunities:write");
  if ((input.statementId === undefined) === (input.entered === undefined)) {
    throw new InvalidInputError("Choose one of the statements, or enter a date.");
  }
  return inWorkspace(ctx, async (tx) => {
    const opportunity = await lockOpportunity(tx, ctx, input.opportunityId);
    const statements = await readStatements(tx, ctx, input);
    const previous = decidedStatement(statements);
    const chosen = input.entered
      ? await enter(tx, ctx, input, input.entered)
      : input.statementId
        ? requireStatement(statements, input.statementId)
        : null;
    await takeBack(tx, ctx, input, statements);
    if (chosen) await decide(tx, ctx, statements, chosen);
    const ids = statements.map(({ id }) => id);
    await settleReopened(tx, ctx, "deadline", ids, ctx.actor.userId);
    await refreshOpportunity(tx, ctx, opportunity.id);
    const kind = input.kind.replaceAll("_", " ");
    await recordActivity(tx, ctx, opportunitySubject(opportunity), {
      deed: "deadline.decide",
      text: chosen
        ? `decided that the ${kind} date is ${[chosen.localDate, chosen.localTime, chosen.zoneStated].filter(Boolean).join(" ")}`
        : `took back the decision on the ${kind} date`,
      detail: { kind: input.kind, from: previous?.id ?? null, to: chosen?.id ?? null },
    });
    await recordAudit(tx, ctx, {
      action: "opportunity.decide_deadline",
      subjectId: opportunity.id,
      detail: { kind: input.kind, from: previous?.id ?? null, to: chosen?.id ?? null },
    });
    // How much time is left is weighed by the date that holds.
    const changes = [{ what: "deadline", before: previous?.localDate ?? null, after: chosen?.localDate ?? null }];
    const { id: opportunityId } = opportunity;
    await announce(
      tx,
      opportunityChanged.create({
        workspaceId: ctx.workspace.id,
        userId: ctx.actor.userId,
        opportunityId,
        noticeId: null,
        changes,
      }),
    );
    return { statementId: chosen?.id ?? null, previousId: previous?.id ?? null };
  });
}

const ofWorkspace = (ctx: WorkspaceContext) => eq(opportunityDeadlines.workspaceId, ctx.workspace.id);

function readStatements(tx: Tx, ctx: WorkspaceContext, input: DecideDeadlineInput): Promise<OpportunityDeadline[]> {
  return tx
    .select()
    .from(opportunityDeadlines)
    .where(
      and(
        ofWorkspace(ctx),
        eq(opportunityDeadlines.opportunityId, input.opportunityId),
        eq(opportunityDeadlines.kind, input.kind),
      ),
    );
}

function requireStatement(statements: OpportunityDeadline[], id: string): OpportunityDeadline {
  const found = statements.find((one) => one.id === id);
  if (!found) throw new NotFoundError("statement");
  if (found.localDate === null) throw new InvalidInputError("This statement names no date, so it cannot hold.");
  return found;
}

async function enter(
  tx: Tx,
  ctx: WorkspaceContext,
  input: DecideDeadlineInput,
  entered: NonNullable<DecideDeadlineInput["entered"]>,
): Promise<OpportunityDeadline> {
  const [row] = await tx
    .insert(opportunityDeadlines)
    .values({
      workspaceId: ctx.workspace.id,
      id: newId(),
      opportunityId: input.opportunityId,
      kind: input.kind,
      origin: "person",
      ...enteredDeadline(entered),
    })
    .returning();
  if (!row) throw new Error("the date was not stored");
  return row;
}

/** Undoes earlier decisions. A date that a person entered was itself a decision, so taking that back deletes it. */
async function takeBack(
  tx: Tx,
  ctx: WorkspaceContext,
  input: DecideDeadlineInput,
  statements: OpportunityDeadline[],
): Promise<void> {
  const touched = statements.filter((one) => one.decidedAt !== null);
  if (touched.length === 0) return;
  const reopened = touched.filter((one) => one.state !== "superseded").map(({ id }) => id);
  if (reopened.length > 0) {
    await tx
      .update(opportunityDeadlines)
      // Whether they still contradict each other is settled from all of them.
      .set({ state: "contradicted", decidedAt: null, decidedBy: null })
      .where(and(ofWorkspace(ctx), inArray(opportunityDeadlines.id, reopened)));
  }
  const entered = touched.filter((one) => one.origin === "person" && one.id !== input.statementId).map(({ id }) => id);
  if (entered.length > 0 && input.statementId === null) {
    await tx.delete(opportunityDeadlines).where(and(ofWorkspace(ctx), inArray(opportunityDeadlines.id, entered)));
  }
}

async function decide(
  tx: Tx,
  ctx: WorkspaceContext,
  statements: OpportunityDeadline[],
  chosen: OpportunityDeadline,
): Promise<void> {
  const by = { decidedBy: ctx.actor.userId, decidedAt: new Date() };
  await tx
    .update(opportunityDeadlines)
    .set({ ...by, state: "in_force" })
    .where(and(ofWorkspace(ctx), eq(opportunityDeadlines.id, chosen.id)));
  const against = statements
    .filter((one) => one.id !== chosen.id && one.state !== "superseded" && disagree(one, chosen))
    // What the reading set aside stays so, and comes back as such when the decision is taken back.
    .filter((one) => one.state !== "rejected" || one.decidedAt !== null)
    .map(({ id }) => id);
  if (against.length === 0) return;
  await tx
    .update(opportunityDeadlines)
    .set({ ...by, state: "rejected" })
    .where(and(ofWorkspace(ctx), inArray(opportunityDeadlines.id, against)));
}
