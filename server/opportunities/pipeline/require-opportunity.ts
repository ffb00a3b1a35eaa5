import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Opportunity, opportunities } from "@/drizzle/schema";
import { NotFoundError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** The opportunity, as far as the actor may see it; merged and removed ones are not there. Throws NotFoundError. */
export async function requireOpportunity(tx: Tx, ctx: WorkspaceContext, id: string): Promise<Opportunity> {
  const [opportunity] = await tx
    .select()
    .from(opportunities)
    .where(
      and(
        eq(opportunities.workspaceId, ctx.workspace.id),
        eq(opportunities.id, id),
        isNull(opportunities.deletedAt),
        isNull(opportunities.mergedIntoId),
      ),
    );
  if (!opportunity) throw new NotFoundError("opportunity");
  return opportunity;
}

/** As `requireOpportunity`, and nobody else changes it until the transaction ends. */
export async function lockOpportunity(tx: Tx, ctx: WorkspaceContext, id: string): Promise<Opportunity> {
  const [locked] = await tx
    .select({ id: opportunities.id })
    .from(opportunities)
    .where(and(eq(opportunities.workspaceId, ctx.workspace.id), eq(opportunities.id, id)))
    .for("update");
  if (!locked) throw new NotFoundError("opportunity");
  return requireOpportunity(tx, ctx, id);
}
