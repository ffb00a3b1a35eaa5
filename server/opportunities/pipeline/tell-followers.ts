import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Opportunity, opportunityWatchers } from "@/drizzle/schema";
import { type NewNotification, notifyMembers, whoMaySee } from "@/server/notifications";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** Its owner and watchers who may still see it; without either nobody. */
async function followersOf(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunity: Pick<Opportunity, "id" | "ownerId" | "collectionId">,
): Promise<string[]> {
  const watchers = await tx
    .select({ userId: opportunityWatchers.userId })
    .from(opportunityWatchers)
    .where(
      and(eq(opportunityWatchers.workspaceId, ctx.workspace.id), eq(opportunityWatchers.opportunityId, opportunity.id)),
    );
  const following = new Set(watchers.map(({ userId }) => userId));
  if (opportunity.ownerId) following.add(opportunity.ownerId);
  const seeing = await whoMaySee(tx, ctx, opportunity.collectionId);
  return [...following].filter((userId) => !seeing || seeing.includes(userId));
}

/** Tells those who follow it, except whoever did it. In the caller's transaction. */
export async function tellFollowers(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunity: Pick<Opportunity, "id" | "ownerId" | "collectionId">,
  news: Omit<NewNotification, "path">,
): Promise<void> {
  const told = (await followersOf(tx, ctx, opportunity)).filter((userId) => userId !== ctx.actor.userId);
  if (told.length === 0) return;
  await notifyMembers(tx, ctx, "opportunities:read", { ...news, path: `/opportunities/${opportunity.id}` }, told);
}
