import { and, eq, sql } from "drizzle-orm";
import { members } from "@/drizzle/schema";
import { isTimeZone } from "@/lib/zoned-day";
import { InvalidInputError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

/** In which zone the person is told dates; every member may say so of oneself. Throws InvalidInputError for what is no zone. */
export async function setOwnTimeZone(ctx: WorkspaceContext, { timeZone }: { timeZone: string }): Promise<void> {
  const { userId } = ctx.actor;
  if (!isTimeZone(timeZone)) throw new InvalidInputError("This is no time zone.");
  if (!userId) return;
  await inWorkspace(ctx, (tx) =>
    tx
      .update(members)
      .set({ timeZone })
      .where(
        and(
          eq(members.workspaceId, ctx.workspace.id),
          eq(members.userId, userId),
          // A browser tells it at every visit.
          sql`${members.timeZone} is distinct from ${timeZone}`,
        ),
      ),
  );
}
