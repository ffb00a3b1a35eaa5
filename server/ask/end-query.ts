import { and, eq, inArray } from "drizzle-orm";
import { queries, streamEvents } from "@/drizzle/schema";
import { announce } from "@/server/jobs/announce";
import { queryCancelled } from "@/server/jobs/events";
import { authorize } from "@/server/platform/authorize";
import { ConflictError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireQuery } from "./queries";
import { appendStreamEvents, noAttempt } from "./stream/append-stream-events";

const open = ["queued", "running"] as const;
const failureReason =
  "This answer could not be written. Ask again; if it fails again, the operator of this installation can see why under Jobs.";

/** Ends a query whose job gave up, and says so on its stream. */
export async function failQuery(ctx: WorkspaceContext, queryId: string): Promise<void> {
  await end(ctx, queryId, "failed", failureReason);
}

/** A question whose job gave up waits for its answer again; its job is started by the caller, and takes back what was written. */
export async function reopenQuery(ctx: WorkspaceContext, queryId: string): Promise<void> {
  await inWorkspace(ctx, async (tx) => {
    const [reopened] = await tx
      .update(queries)
      .set({ status: "queued", failureReason: null, finishedAt: null })
      .where(and(eq(queries.workspaceId, ctx.workspace.id), eq(queries.id, queryId), eq(queries.status, "failed")))
      .returning({ id: queries.id });
    if (!reopened) return;
    // Who follows the answer stops at its end, so the end has to go.
    await tx
      .delete(streamEvents)
      .where(
        and(
          eq(streamEvents.workspaceId, ctx.workspace.id),
          eq(streamEvents.streamId, queryId),
          eq(streamEvents.type, "failed"),
        ),
      );
    announceLive(ctx, "query", queryId);
  });
}

/** Calls a question off. What was written stays readable; nothing more is added. Throws ConflictError when it is over already. */
export async function cancelQuery(ctx: WorkspaceContext, queryId: string): Promise<void> {
  authorize(ctx, "ask:write");
  const ended = await end(ctx, queryId, "cancelled", "You stopped this answer.");
  if (!ended) throw new ConflictError("This answer is finished, so there is nothing to stop.");
}

async function end(
  ctx: WorkspaceContext,
  queryId: string,
  status: "failed" | "cancelled",
  reason: string,
): Promise<boolean> {
  return inWorkspace(ctx, async (tx) => {
    await requireQuery(tx, ctx, queryId);
    const [ended] = await tx
      .update(queries)
      .set({ status, failureReason: reason, finishedAt: new Date() })
      .where(
        and(eq(queries.workspaceId, ctx.workspace.id), eq(queries.id, queryId), inArray(queries.status, [...open])),
      )
      .returning({ id: queries.id });
    if (!ended) return false;
    await appendStreamEvents(tx, ctx, queryId, noAttempt, [{ type: "failed", data: { status, reason } }]);
    if (status === "cancelled") {
      await announce(tx, queryCancelled.create({ workspaceId: ctx.workspace.id, userId: ctx.actor.userId, queryId }));
    }
    announceLive(ctx, "query", queryId);
    return true;
  });
}
