import { desc, eq } from "drizzle-orm";
import { calendarFeeds } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { readInWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

/** The person's own, newest first. */
export async function listFeeds(ctx: WorkspaceContext) {
  authorize(ctx, "opportunities:read");
  return readInWorkspace(ctx, (tx) =>
    tx
      .select({
        id: calendarFeeds.id,
        createdAt: calendarFeeds.createdAt,
        lastReadAt: calendarFeeds.lastReadAt,
        revokedAt: calendarFeeds.revokedAt,
      })
      .from(calendarFeeds)
      .where(eq(calendarFeeds.workspaceId, ctx.workspace.id))
      .orderBy(desc(calendarFeeds.createdAt)),
  );
}
