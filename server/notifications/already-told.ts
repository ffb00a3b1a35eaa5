import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { notifications } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** Which of these occasions the actor has been told of. */
export async function alreadyTold(tx: Tx, ctx: WorkspaceContext, occasions: string[]): Promise<Set<string>> {
  const { userId } = ctx.actor;
  if (!userId || occasions.length === 0) return new Set();
  const rows = await tx
    .select({ occasion: notifications.occasion })
    .from(notifications)
    .where(
      and(
        eq(notifications.workspaceId, ctx.workspace.id),
        eq(notifications.userId, userId),
        inArray(notifications.occasion, occasions),
      ),
    );
  return new Set(rows.map(({ occasion }) => occasion));
}
