import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { opportunities, opportunityFields } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import type { FieldName } from "@/lib/vocabulary/opportunities";
import { recordActivity } from "@/server/collaboration";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { opportunitySubject } from "../pipeline/opportunity-subject";
import { giveTo } from "../pipeline/set-owner";
import { lockOpportunity } from "../queries";
import { refreshOpportunity } from "../refresh/refresh-opportunity";
import type { UpdateOpportunityInput } from "./schemas";

const columnNames = { setAside: "set_aside" } as const;
type Entered = NonNullable<UpdateOpportunityInput["fields"]>;

/**
 * Changes what is given and leaves the rest. A field that a person states is one more statement, and the chosen one; null takes the person's own
 * statement back, and the buyer's words hold again. Throws NotFoundError (opportunity, statement), InvalidInputError (owner).
 */
export async function updateOpportunity(ctx: WorkspaceContext, input: UpdateOpportunityInput): Promise<void> {
  authorize(ctx, "opportunities:write");
  await inWorkspace(ctx, async (tx) => {
    const before = await lockOpportunity(tx, ctx, input.id);
    if (input.ownerId !== undefined) await giveTo(tx, ctx, before, input.ownerId);
    if (input.tags) {
      await tx
        .update(opportunities)
        .set({ tags: [...new Set(input.tags)] })
        .where(and(eq(opportunities.workspaceId, ctx.workspace.id), eq(opportunities.id, input.id)));
    }
    if (input.chooseStatementId) await chooseStatement(tx, ctx, input.id, input.chooseStatementId);
    for (const [key, value] of Object.entries(input.fields ?? {}) as [keyof Entered, Entered[keyof Entered]][]) {
      if (value === undefined) continue;
      const name: FieldName = key === "setAside" ? columnNames.setAside : key;
      await stateField(tx, ctx, input.id, name, value);
    }
    const { after } = await refreshOpportunity(tx, ctx, input.id);
    const changed = Object.keys(input.fields ?? {});
    if (input.chooseStatementId || changed.length > 0) {
      await recordActivity(tx, ctx, opportunitySubject(after), {
        deed: "opportunity.update",
        text: input.chooseStatementId ? "chose what holds among several statements" : `changed ${changed.join(", ")}`,
        detail: { fields: changed, statementId: input.chooseStatementId ?? null },
      });
    }
    const { id: _, ...given } = input;
    await recordAudit(tx, ctx, {
      action: "opportunity.update",
      subjectId: input.id,
      detail: { fields: [...Object.keys(given), ...changed] },
    });
  });
}

const ofName = (ctx: WorkspaceContext, opportunityId: string, name: FieldName) =>
  and(
    eq(opportunityFields.workspaceId, ctx.workspace.id),
    eq(opportunityFields.opportunityId, opportunityId),
    eq(opportunityFields.name, name),
  );

async function chooseStatement(tx: Tx, ctx: WorkspaceContext, opportunityId: string, id: string): Promise<void> {
  const [statement] = await tx
    .select({ name: opportunityFields.name })
    .from(opportunityFields)
    .where(
      and(
        eq(opportunityFields.workspaceId, ctx.workspace.id),
        eq(opportunityFields.opportunityId, opportunityId),
        eq(opportunityFields.id, id),
      ),
    );
  if (!statement) throw new NotFoundError("statement");
  await releaseChoice(tx, ctx, opportunityId, statement.name);
  await tx
    .update(opportunityFields)
    // Null would mean that nobody has chosen; a job has no person, so the opportunity's own id stands for it.
    .set({ chosenBy: ctx.actor.userId ?? opportunityId })
    .where(and(eq(opportunityFields.workspaceId, ctx.workspace.id), eq(opportunityFields.id, id)));
}

async function releaseChoice(tx: Tx, ctx: WorkspaceContext, opportunityId: string, name: FieldName): Promise<void> {
  await tx
    .update(opportunityFields)
    .set({ chosenBy: null })
    .where(ofName(ctx, opportunityId, name));
}

/** One statement of a person at a time: another one takes its place. */
async function stateField(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  name: FieldName,
  value: Entered[keyof Entered],
): Promise<void> {
  await tx
    .delete(opportunityFields)
    .where(and(ofName(ctx, opportunityId, name), eq(opportunityFields.origin, "person")));
  if (value === null || value === undefined) return;
  await releaseChoice(tx, ctx, opportunityId, name);
  await tx.insert(opportunityFields).values({
    workspaceId: ctx.workspace.id,
    id: newId(),
    opportunityId,
    name,
    value,
    text: typeof value === "string" ? value : `${value.amount} ${value.currency}`,
    origin: "person",
    statedBy: ctx.actor.userId,
  });
}
