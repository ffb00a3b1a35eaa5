import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { streamEvents } from "@/drizzle/schema";
import type { StreamEventType } from "@/lib/vocabulary/ask";
import { announceLive } from "@/server/platform/live";
import { liveBus } from "@/server/platform/ports";
import { afterCommit, type WorkspaceContext } from "@/server/platform/workspace-context";

export function streamTopic(streamId: string): string {
  return `stream:${streamId}`;
}

export interface NewStreamEvent {
  type: StreamEventType;
  data: Record<string, unknown>;
}

/** Appends events to a durable stream with the next numbers, without gaps, and tells its followers after the commit. */
export async function appendStreamEvents(
  tx: Tx,
  ctx: WorkspaceContext,
  streamId: string,
  generation: number,
  events: NewStreamEvent[],
): Promise<void> {
  // Numbers must not gap nor repeat, so writers of one stream take turns.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`stream ${streamId}`}, 0))`);
  const ofStream = and(eq(streamEvents.workspaceId, ctx.workspace.id), eq(streamEvents.streamId, streamId));
  const [last] = await tx
    .select({ seq: sql<number>`coalesce(max(${streamEvents.seq}), 0)` })
    .from(streamEvents)
    .where(ofStream);
  const from = last?.seq ?? 0;
  await tx.insert(streamEvents).values(
    events.map((event, index) => ({
      workspaceId: ctx.workspace.id,
      streamId,
      seq: from + index + 1,
      generation,
      type: event.type,
      data: event.data,
    })),
  );
  afterCommit(() => liveBus().publish(streamTopic(streamId), String(from + events.length)));
  announceLive(ctx, "query", streamId);
}
