import { and, asc, eq, gt } from "drizzle-orm";
import { streamEvents } from "@/drizzle/schema";
import { busReachesEveryProcess, liveBus } from "@/server/platform/ports";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireQuery } from "../queries";
import type { StreamEventView } from "../schemas";
import { streamTopic } from "./append-stream-event";

/** How often the follower's right to the stream is looked at again. */
const recheckMs = 1000;
/** How long a follower trusts the bus before it looks for itself: a lost message then costs this much, and nothing else. */
const lookAnywayMs = busReachesEveryProcess ? 10_000 : 1000;
const pageSize = 200;

export interface FollowOptions {
  /** The last event that the follower has; 0 for all. */
  afterSeq: number;
  signal: AbortSignal;
  /** Who follows, decided anew: throws once the follower may no longer be here. */
  recheck: () => Promise<WorkspaceContext>;
}

/**
 * Replays a stream from the log and follows it until it is done or failed. Listens first and reads then, so that nothing falls
 * between. Slow readers hold nothing in memory: each page is read when the one before it has been taken. Throws NotFoundError for a
 * query that the follower may not see, and what `recheck` throws.
 */
export async function* followStream(streamId: string, options: FollowOptions): AsyncGenerator<StreamEventView> {
  const bell = new Bell();
  const leave = liveBus().subscribe(streamTopic(streamId), () => bell.ring());
  const stop = () => bell.ring();
  options.signal.addEventListener("abort", stop);
  let afterSeq = options.afterSeq;
  let lookedAt = Number.NEGATIVE_INFINITY;
  try {
    while (!options.signal.aborted) {
      const ctx = await options.recheck();
      if (bell.take() || Date.now() - lookedAt >= lookAnywayMs) {
        lookedAt = Date.now();
        const events = await readStream(ctx, streamId, afterSeq);
        for (const event of events) {
          yield event;
          afterSeq = event.seq;
          if (event.type === "done" || event.type === "failed") return;
        }
        if (events.length === pageSize) {
          bell.ring();
          continue;
        }
      }
      await bell.wait(recheckMs);
    }
  } finally {
    leave();
    options.signal.removeEventListener("abort", stop);
  }
}

/** Remembers one ring, and lets one sleeper wait for it. */
class Bell {
  private rung = true;
  private wake = () => {};

  ring(): void {
    this.rung = true;
    this.wake();
  }

  take(): boolean {
    const rung = this.rung;
    this.rung = false;
    return rung;
  }

  async wait(ms: number): Promise<void> {
    if (this.rung) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = () => {};
  }
}

/** The next events of a stream after `afterSeq`, at most 200. Throws NotFoundError for a query that the actor may not see. */
export async function readStream(
  ctx: WorkspaceContext,
  streamId: string,
  afterSeq: number,
): Promise<StreamEventView[]> {
  return inWorkspace(ctx, async (tx) => {
    await requireQuery(tx, ctx, streamId);
    return tx
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
      .limit(pageSize);
  });
}
