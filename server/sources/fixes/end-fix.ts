import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { fixTasks } from "@/drizzle/schema";
import type { FixStatus } from "@/lib/vocabulary/sources";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { loadKeptPage } from "../rules/load-kept-page";
import { assertUsable, putRule } from "../rules/set-rule";
import { tryOn } from "../rules/test-rule";
import { requireOpenFix } from "./queries";
import type { ApplyFixInput } from "./schemas";

/**
 * Reads the source by this rule from the next run on. It is tried first, on the page and on its earlier revisions. Throws NotFoundError,
 * ConflictError (dealt with already; does not fit the past and nobody has said that this is right), InvalidInputError (finds nothing).
 */
export async function applyFix(ctx: WorkspaceContext, input: ApplyFixInput): Promise<void> {
  authorize(ctx, "sources:manage");
  const { pageId, sourceId } = await inWorkspace(ctx, (tx) => requireOpenFix(tx, ctx, input.id));
  const test = await tryOn(await loadKeptPage(ctx, { sourceId, pageId }), input.rule);
  assertUsable(test, input.evenIfPastDiffers);
  await inWorkspace(ctx, async (tx) => {
    await requireOpenFix(tx, ctx, input.id);
    await putRule(tx, ctx, sourceId, input.rule, test, "person");
    const outcome = { rule: input.rule, count: test.count, past: test.past.map(({ count }) => count) };
    await end(tx, ctx, input.id, "applied", outcome);
  });
}

/** Leaves the source as it is. A run does not ask again for the same matter until it has been well in between. Throws NotFoundError, ConflictError. */
export async function dismissFix(ctx: WorkspaceContext, id: string): Promise<void> {
  authorize(ctx, "sources:manage");
  await inWorkspace(ctx, async (tx) => {
    await requireOpenFix(tx, ctx, id);
    await end(tx, ctx, id, "dismissed", null);
  });
}

async function end(
  tx: Tx,
  ctx: WorkspaceContext,
  id: string,
  status: Extract<FixStatus, "applied" | "dismissed">,
  outcome: object | null,
): Promise<void> {
  await tx
    .update(fixTasks)
    .set({ status, outcome, endedAt: new Date(), endedBy: ctx.actor.userId })
    .where(and(eq(fixTasks.workspaceId, ctx.workspace.id), eq(fixTasks.id, id)));
  await recordAudit(tx, ctx, { action: `fix_task.${status === "applied" ? "apply" : "dismiss"}`, subjectId: id });
  announceLive(ctx, "fix_task", id);
}
