import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { documents, streamEvents } from "@/drizzle/schema";
import { busReachesEveryProcess, liveBus } from "@/server/platform/ports";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireQuery } from "../queries";
import type { StreamEventView } from "../schemas";
import { streamTopic } from "./append-stream-events";
import { JoinedReads } from "./joined-reads";

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
        const page = await readPageTogether(ctx, streamId, afterSeq);
        for (const event of page.events) {
          yield event;
          afterSeq = event.seq;
          if (event.type === "done" || event.type === "failed") return;
        }
        afterSeq = page.lastSeq;
        if (page.isFull) {
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

const joined = new JoinedReads<Awaited<ReturnType<typeof readPage>>>();

/** The same page for the same reader is read once, however many of their connections came back for it. */
function readPageTogether(ctx: WorkspaceContext, streamId: string, afterSeq: number) {
  const key = JSON.stringify([ctx.workspace.id, ctx.actor, ctx.role, streamId, afterSeq]);
  return joined.read(key, () => readPage(ctx, streamId, afterSeq));
}

/**
 * The next events of a stream after `afterSeq`, at most 200. Sources in documents that the actor may not see, or that were removed,
 * are left out, and so is every sentence that rests on one. Throws NotFoundError for a query that the actor may not see.
 */
export async function readStream(
  ctx: WorkspaceContext,
  streamId: string,
  afterSeq: number,
): Promise<StreamEventView[]> {
  const { events } = await readPage(ctx, streamId, afterSeq);
  return events;
}

/** As `readStream`, and the number of the last event looked at, shown or not; `isFull` when there may be more. */
async function readPage(ctx: WorkspaceContext, streamId: string, afterSeq: number) {
  return inWorkspace(ctx, async (tx) => {
    await requireQuery(tx, ctx, streamId);
    const rows = await tx
      .select({
        seq: streamEvents.seq,
        generation: streamEvents.generation,
        type: streamEvents.type,
        data: streamEvents.data,
      })
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
    const hides = await findHidden(tx, ctx, streamId, rows);
    const events = rows
      .filter((row) => !hides(row))
      .map(({ seq, type, data }): StreamEventView => ({ seq, type, data }));
    return { events, lastSeq: rows.at(-1)?.seq ?? afterSeq, isFull: rows.length === pageSize };
  });
}

interface WrittenEvent {
  generation: number;
  type: StreamEventView["type"];
  data: Record<string, unknown>;
}

/** Tells which sources and sentences of the stream rest on a document that the actor may not see or that is gone. */
async function findHidden(
  tx: Tx,
  ctx: WorkspaceContext,
  streamId: string,
  rows: WrittenEvent[],
): Promise<(event: WrittenEvent) => boolean> {
  if (!rows.some((row) => row.type === "source" || row.type === "sentence")) return () => false;
  const sources = await tx
    .select({
      place: sql<string>`${streamEvents.generation} || ' ' || (${streamEvents.data} ->> 'n')`,
      isVisible: sql<boolean>`${documents.id} is not null`,
    })
    .from(streamEvents)
    .leftJoin(
      documents,
      and(
        eq(documents.workspaceId, streamEvents.workspaceId),
        sql`${documents.id} = (${streamEvents.data} ->> 'documentId')::uuid`,
        isNull(documents.deletedAt),
      ),
    )
    .where(
      and(
        eq(streamEvents.workspaceId, ctx.workspace.id),
        eq(streamEvents.streamId, streamId),
        eq(streamEvents.type, "source"),
      ),
    );
  const hidden = new Set(sources.filter((source) => !source.isVisible).map((source) => source.place));
  return ({ generation, type, data }) => {
    const isHidden = (n: unknown) => hidden.has(`${generation} ${n}`);
    if (type === "source") return isHidden(data.n);
    return type === "sentence" && Array.isArray(data.citations) && data.citations.some(isHidden);
  };
}
