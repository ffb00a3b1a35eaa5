import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Opportunity, opportunities } from "@/drizzle/schema";
import { recordActivity } from "@/server/collaboration";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { NotFoundError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { moveOpportunity } from "../pipeline/move-opportunity";
import { opportunitySubject } from "../pipeline/opportunity-subject";
import { giveTo } from "../pipeline/set-owner";
import { searchText } from "../refresh/refresh-opportunity";
import type { UpdateManyInput } from "./schemas";

/**
 * Does the same to many opportunities, all or none: stage, owner, tags, archive, removal. Archive and removal are taken back by their
 * opposite. Throws NotFoundError when one of them is not there, InvalidInputError (owner).
 */
export async function updateMany(ctx: WorkspaceContext, input: UpdateManyInput): Promise<{ changed: number }> {
  authorize(ctx, "opportunities:write");
  if (input.isDeleted !== undefined) authorize(ctx, "opportunities:delete");
  const ids = [...new Set(input.ids)].sort();
  return inWorkspace(ctx, async (tx) => {
    const found = await tx
      .select()
      .from(opportunities)
      .where(
        and(
          eq(opportunities.workspaceId, ctx.workspace.id),
          inArray(opportunities.id, ids),
          isNull(opportunities.mergedIntoId),
          // What was removed can only be brought back.
          input.isDeleted === false ? undefined : isNull(opportunities.deletedAt),
        ),
      )
      .orderBy(opportunities.id)
      .for("update");
    if (found.length !== ids.length) throw new NotFoundError("opportunity");
    await setColumns(tx, ctx, found, input);
    for (const opportunity of found) {
      if (input.ownerId !== undefined) await giveTo(tx, ctx, opportunity, input.ownerId);
      if (input.stage !== undefined && input.stage !== opportunity.stage) {
        await moveOpportunity(ctx, { id: opportunity.id, stage: input.stage, afterId: null, beforeId: null });
      }
      const said = words(input);
      if (said) await recordActivity(tx, ctx, opportunitySubject(opportunity), said);
      announceLive(ctx, "opportunity", opportunity.id);
    }
    const { ids: _, ...given } = input;
    await recordAudit(tx, ctx, { action: "opportunity.update_many", detail: { ids, ...given } });
    return { changed: found.length };
  });
}

async function setColumns(tx: Tx, ctx: WorkspaceContext, found: Opportunity[], input: UpdateManyInput): Promise<void> {
  const now = new Date();
  const marks = {
    ...(input.isArchived === undefined ? {} : { archivedAt: input.isArchived ? now : null }),
    ...(input.isDeleted === undefined ? {} : { deletedAt: input.isDeleted ? now : null }),
  };
  if (Object.keys(marks).length > 0) {
    await tx
      .update(opportunities)
      .set(marks)
      .where(
        and(
          eq(opportunities.workspaceId, ctx.workspace.id),
          inArray(
            opportunities.id,
            found.map(({ id }) => id),
          ),
        ),
      );
  }
  if (!input.addTags?.length && !input.removeTags?.length) return;
  for (const opportunity of found) {
    const kept = opportunity.tags.filter((tag) => !input.removeTags?.includes(tag));
    const tags = [...new Set([...kept, ...(input.addTags ?? [])])].slice(0, 40);
    await tx
      .update(opportunities)
      .set({ tags, searchText: searchText({ ...opportunity, tags }), updatedAt: sql`now()` })
      .where(and(eq(opportunities.workspaceId, ctx.workspace.id), eq(opportunities.id, opportunity.id)));
  }
}

function words(input: UpdateManyInput) {
  if (input.isDeleted !== undefined) {
    return input.isDeleted
      ? { deed: "opportunity.delete", text: "removed it" }
      : { deed: "opportunity.restore", text: "brought it back" };
  }
  if (input.isArchived !== undefined) {
    return input.isArchived
      ? { deed: "opportunity.archive", text: "archived it" }
      : { deed: "opportunity.unarchive", text: "took it out of the archive" };
  }
  return null;
}
