import { sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { streamEvents } from "@/drizzle/schema";
import type { StreamEventType } from "@/lib/vocabulary/ask";
import { announceLive } from "@/server/platform/live";
import { liveBus } from "@/server/platform/ports";
import { afterCommit, type WorkspaceContext } from "@/server/platform/workspace-context";

export function streamTopic(streamId: string): string {
  return `stream:${streamId}`;
}

/** The generation of events that no attempt to write the answer takes back: phases, and an end that is none of its own. */
export const noAttempt = 0;

export interface NewStreamEvent {
  type: StreamEventType;
  data: Record<string, unknown>;
}

/**
 * Appends events to a durable stream with the next numbers, without gaps, and tells its followers after the commit. The caller holds
 * the query (`requireOpenQuery`, or its update), so that writers of one stream take turns.
 */
export async function appendStreamEvents(
  tx: Tx,
  ctx: WorkspaceContext,
  streamId: string,
  generation: number,
  events: NewStreamEvent[],
): Promise<void> {
  const workspaceId = ctx.workspace.id;
  const last = sql`(select coalesce(max(e.seq), 0) from stream_events e where e.workspace_id = ${workspaceId}::uuid and e.stream_id = ${streamId}::uuid)`;
  const written = await tx
    .insert(streamEvents)
    .values(
      events.map(({ type, data }, index) => ({
        workspaceId,
        streamId,
        seq: sql<number>`${last} + ${index + 1}::int`,
        generation,
        type,
        data,
      })),
    )
    .returning({ seq: streamEvents.seq });
  const newest = Math.max(...written.map((event) => event.seq));
  afterCommit(() => liveBus().publish(streamTopic(streamId), String(newest)));
  announceLive(ctx, "query", streamId);
}
