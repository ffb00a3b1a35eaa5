import type { Tx } from "@/drizzle/client";
import { type Opportunity, opportunities, opportunityDeadlines, opportunityFields } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { one } from "@/lib/one";
import { recordActivity } from "@/server/collaboration";
import { makeCollection } from "@/server/knowledge/collections";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { enteredDeadline } from "../deadlines/entered-deadline";
import { opportunitySubject } from "../pipeline/opportunity-subject";
import { giveTo } from "../pipeline/set-owner";
import { arrivalStage, requireStage } from "../pipeline/stages";
import { refreshOpportunity } from "../refresh/refresh-opportunity";
import { takeNumbers } from "../take-numbers";
import type { CreateOpportunityInput } from "./schemas";

/** Makes an opportunity by hand, with a collection of its own for its documents. Throws NotFoundError (stage), InvalidInputError (owner, zone). */
export async function createOpportunity(ctx: WorkspaceContext, input: CreateOpportunityInput): Promise<{ id: string }> {
  authorize(ctx, "opportunities:write");
  return inWorkspace(ctx, async (tx) => {
    if (input.stage) await requireStage(tx, ctx, input.stage);
    const collectionId = await makeCollection(tx, ctx, { name: input.title });
    const opportunity = await insertOpportunity(tx, ctx, {
      collectionId,
      ownsCollection: true,
      title: input.title,
      stage: input.stage ?? arrivalStage,
      tags: [...new Set(input.tags)],
    });
    const workspaceId = ctx.workspace.id;
    const stated = { workspaceId, opportunityId: opportunity.id, origin: "person" as const };
    const texts = { title: input.title, buyer: input.buyer, reference: input.reference, summary: input.summary };
    const fields = [
      ...Object.entries(texts).flatMap(([name, text]) =>
        text ? [{ name: name as keyof typeof texts, text, value: text }] : [],
      ),
      ...(input.kind === "other" ? [] : [{ name: "kind" as const, text: input.kind, value: input.kind }]),
    ];
    await tx
      .insert(opportunityFields)
      .values(fields.map((field) => ({ ...stated, ...field, id: newId(), statedBy: ctx.actor.userId })));
    if (input.submissionDate) {
      const date = { date: input.submissionDate, time: input.submissionTime, zone: input.submissionZone };
      await tx
        .insert(opportunityDeadlines)
        .values({ ...stated, ...enteredDeadline(date), id: newId(), kind: "submission", decidedBy: ctx.actor.userId });
    }
    const { after } = await refreshOpportunity(tx, ctx, opportunity.id);
    if (input.ownerId) await giveTo(tx, ctx, after, input.ownerId);
    return { id: opportunity.id };
  });
}

/** The row itself, with the next number of the workspace; its activity, audit event and live message too. In the caller's transaction. */
export async function insertOpportunity(
  tx: Tx,
  ctx: WorkspaceContext,
  columns: Pick<typeof opportunities.$inferInsert, "collectionId" | "title"> &
    Partial<typeof opportunities.$inferInsert>,
): Promise<Opportunity> {
  const number = await takeNumbers(tx, ctx);
  const row = one(
    await tx
      .insert(opportunities)
      .values({ ...columns, workspaceId: ctx.workspace.id, id: newId(), number, createdBy: ctx.actor.userId })
      .returning(),
  );
  await recordActivity(tx, ctx, opportunitySubject(row), {
    deed: "opportunity.create",
    text: "added this opportunity",
  });
  await recordAudit(tx, ctx, { action: "opportunity.create", subjectId: row.id, detail: { number: row.number } });
  announceLive(ctx, "opportunity", row.id);
  return row;
}
