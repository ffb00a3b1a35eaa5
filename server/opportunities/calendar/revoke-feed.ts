import { and, eq, isNull } from "drizzle-orm";
import { calendarFeeds } from "@/drizzle/schema";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

/** The address stops working at once. Throws NotFoundError, also for somebody else's. */
export async function revokeFeed(ctx: WorkspaceContext, id: string): Promise<void> {
  authorize(ctx, "opportunities:read");
  await inWorkspace(ctx, async (tx) => {
    const [revoked] = await tx
      .update(calendarFeeds)
      .set({ revokedAt: new Date() })
      .where(
        and(eq(calendarFeeds.workspaceId, ctx.workspace.id), eq(calendarFeeds.id, id), isNull(calendarFeeds.revokedAt)),
      )
      .returning({ id: calendarFeeds.id });
    if (!revoked) throw new NotFoundError("calendar address");
    await recordAudit(tx, ctx, { action: "calendar_feed.revoke", subjectId: id });
  });
}
