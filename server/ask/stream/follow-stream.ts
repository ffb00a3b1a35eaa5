import { and, asc, eq, gt } from "drizzle-orm";
import { streamEvents } from "@/drizzle/schema";
import { liveBus } from "@/server/platform/ports";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { StreamEventView } from "../schemas";
import { streamTopic } from "./append-stream-event";

/** How long a follower trusts the bus before it looks for itself: a lost message then costs this much, and nothing else. */
const lookAnywayMs = 1000;
const pageSize = 200;

export interface FollowOptions {
  /** The last event that the follower has; 0 for all. */
  afterSeq: number;
  signal: AbortSignal;
  /** Read again before each look, so that a follower who may no longer see the stream is let go. Throws to end. */
  recheck: () => Promise<WorkspaceContext>;
}

/**
 * Replays a stream from the log and follows it until it is done or failed. Listens first and reads then, so that nothing falls
 * between. Slow readers hold nothing in memory: each page is read when the one before it has been taken.
 */
export async function* followStream(streamId: string, options: FollowOptions): AsyncGenerator<StreamEventView> {
  let afterSeq = options.afterSeq;
  let heard = true;
  let wake = () => {};
  const hear = () => {
    heard = true;
    wake();
  };
  const leave = liveBus().subscribe(streamTopic(streamId), hear);
  options.signal.addEventListener("abort", hear);
  try {
    while (!options.signal.aborted) {
      heard = false;
      const events = await readAfter(await options.recheck(), streamId, afterSeq);
      for (const event of events) {
        yield event;
        afterSeq = event.seq;
        if (event.type === "done" || event.type === "failed") return;
      }
      if (heard || events.length === pageSize) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, lookAnywayMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        if (heard) wake();
      });
    }
  } finally {
    leave();
    options.signal.removeEventListener("abort", hear);
  }
}

async function readAfter(ctx: WorkspaceContext, streamId: string, afterSeq: number): Promise<StreamEventView[]> {
  return inWorkspace(ctx, (tx) =>
    tx
      .select({ seq: streamEvents.seq, type: streamEvents.type, data: streamEvents.data })
      .from(streamEvents)
      .where(
        and(
          eq(streamEvents.workspaceId, ctx.workspace.id),
          eq(streamEvents.streamId, streamId),
          gt(streamEvents.seq, afterSeq),
        ),
      )
      .orderBy(asc(streamEvents.seq))
      .limit(pageSize),
  );
}
