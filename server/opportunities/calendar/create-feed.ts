import { and, eq, isNull } from "drizzle-orm";
import { calendarFeeds } from "@/drizzle/schema";
import { baseUrl } from "@/lib/env";
import { newId, newSecret } from "@/lib/ids";
import { tokenHash } from "@/lib/token-hash";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError, ForbiddenError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

const mostFeeds = 10;

/**
 * A new address under which a calendar program reads what the person may see. It is told this once; only its hash is kept. Throws ForbiddenError
 * for keys and jobs: whoever holds the address reads on after the key is gone.
 */
export async function createFeed(ctx: WorkspaceContext): Promise<{ id: string; address: string }> {
  authorize(ctx, "opportunities:read");
  const { actor } = ctx;
  if (actor.kind !== "user") throw new ForbiddenError("Only a signed-in person can make a calendar address.");
  const token = newSecret();
  return inWorkspace(ctx, async (tx) => {
    const open = await tx
      .select({ id: calendarFeeds.id })
      .from(calendarFeeds)
      .where(and(eq(calendarFeeds.workspaceId, ctx.workspace.id), isNull(calendarFeeds.revokedAt)));
    if (open.length >= mostFeeds)
      throw new ConflictError(`You have ${mostFeeds} calendar addresses. Revoke one first.`);
    const id = newId();
    await tx
      .insert(calendarFeeds)
      .values({ workspaceId: ctx.workspace.id, id, userId: actor.userId, tokenHash: tokenHash(token) });
    await recordAudit(tx, ctx, { action: "calendar_feed.create", subjectId: id });
    return { id, address: `${baseUrl}/api/calendar/${token}.ics` };
  });
}
