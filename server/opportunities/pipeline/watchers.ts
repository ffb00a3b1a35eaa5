import { and, asc, eq } from "drizzle-orm";
import { members, opportunityWatchers } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { ForbiddenError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireOpportunity } from "../queries";
import type { ListWatchersOutput, WatchOpportunityInput } from "./schemas";

/** The person wants to be told what happens to it, or no more. Throws NotFoundError. */
export async function watchOpportunity(ctx: WorkspaceContext, input: WatchOpportunityInput): Promise<void> {
  authorize(ctx, "opportunities:read");
  const { userId } = ctx.actor;
  if (!userId) throw new ForbiddenError("Only a person can watch an opportunity.");
  await inWorkspace(ctx, async (tx) => {
    const { id: opportunityId } = await requireOpportunity(tx, ctx, input.id);
    const row = { workspaceId: ctx.workspace.id, opportunityId, userId };
    if (input.isWatching) await tx.insert(opportunityWatchers).values(row).onConflictDoNothing();
    else {
      await tx
        .delete(opportunityWatchers)
        .where(
          and(
            eq(opportunityWatchers.workspaceId, row.workspaceId),
            eq(opportunityWatchers.opportunityId, opportunityId),
            eq(opportunityWatchers.userId, userId),
          ),
        );
    }
    announceLive(ctx, "opportunity", opportunityId);
  });
}

/** Throws NotFoundError. */
export async function listWatchers(ctx: WorkspaceContext, id: string): Promise<ListWatchersOutput> {
  authorize(ctx, "opportunities:read");
  return inWorkspace(ctx, async (tx) => {
    await requireOpportunity(tx, ctx, id);
    const watchers = await tx
      .select({ id: opportunityWatchers.userId, name: members.name, since: opportunityWatchers.createdAt })
      .from(opportunityWatchers)
      .innerJoin(
        members,
        and(eq(members.workspaceId, opportunityWatchers.workspaceId), eq(members.userId, opportunityWatchers.userId)),
      )
      .where(and(eq(opportunityWatchers.workspaceId, ctx.workspace.id), eq(opportunityWatchers.opportunityId, id)))
      .orderBy(asc(members.name));
    return { watchers, isWatching: watchers.some((watcher) => watcher.id === ctx.actor.userId) };
  });
}
