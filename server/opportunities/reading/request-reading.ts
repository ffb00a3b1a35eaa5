import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { opportunityReadings } from "@/drizzle/schema";
import { announce } from "@/server/jobs/announce";
import { opportunityReadingRequested } from "@/server/jobs/events";
import { announceLive } from "@/server/platform/live";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/**
 * Asks for the documents of an opportunity to be read. One that is being read is not asked for twice: its job looks again before it ends.
 * In the caller's transaction.
 */
export async function requestReading(tx: Tx, ctx: WorkspaceContext, opportunityId: string): Promise<void> {
  const workspaceId = ctx.workspace.id;
  await tx
    .insert(opportunityReadings)
    .values({ workspaceId, opportunityId, phase: "reading", startedBy: ctx.actor.userId })
    .onConflictDoUpdate({
      target: [opportunityReadings.workspaceId, opportunityReadings.opportunityId],
      set: {
        generation: sql`${opportunityReadings.generation} + 1`,
        phase: sql`case when ${opportunityReadings.phase} in ('fields', 'shredding') then ${opportunityReadings.phase} else 'reading' end`,
        startedAt: sql`case when ${opportunityReadings.finishedAt} is null then ${opportunityReadings.startedAt} else now() end`,
        finishedAt: null,
        problem: null,
        shreddedCount: 0,
      },
    });
  await announce(
    tx,
    // Reading is the workspace's own work: it goes on when the person who brought the files has left.
    opportunityReadingRequested.create({ workspaceId, userId: null, opportunityId }),
  );
  announceLive(ctx, "opportunity", opportunityId);
}

export function ofReading(ctx: WorkspaceContext, opportunityId: string) {
  return and(
    eq(opportunityReadings.workspaceId, ctx.workspace.id),
    eq(opportunityReadings.opportunityId, opportunityId),
  );
}
