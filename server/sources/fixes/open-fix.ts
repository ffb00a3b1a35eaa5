import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type FixTask, fixTasks, type Source, type SourcePage } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import type { FixReason } from "@/lib/vocabulary/sources";
import { notifyMembers, whoMaySee } from "@/server/notifications";
import { announceLive } from "@/server/platform/live";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

export interface NewFix {
  source: Source;
  page: Pick<SourcePage, "id" | "snapshotId">;
  reason: FixReason;
  /** What makes it the same task. */
  matter: string;
  /** One sentence for people. */
  detail: string;
  recordId?: string;
}

/**
 * Asks for a person, in the caller's transaction, once for each matter: a task that is open stays as it is, and one that a person has
 * dismissed is opened again only by a person. Returns the task's id, or null when it stays dismissed.
 */
export async function openFix(tx: Tx, ctx: WorkspaceContext, fix: NewFix): Promise<string | null> {
  const { source, page, reason, matter, detail } = fix;
  const openedBy = ctx.actor.kind === "job" ? null : ctx.actor.userId;
  const [known] = await tx
    .select({ id: fixTasks.id, status: fixTasks.status })
    .from(fixTasks)
    .where(
      and(
        eq(fixTasks.workspaceId, ctx.workspace.id),
        eq(fixTasks.sourceId, source.id),
        eq(fixTasks.matter, matter),
        inArray(fixTasks.status, ["open", "dismissed"]),
      ),
    );
  if (known?.status === "open") return known.id;
  if (known && openedBy === null) return null;
  const values = {
    pageId: page.id,
    snapshotId: page.snapshotId,
    reason,
    detail,
    recordId: fix.recordId ?? null,
    openedBy,
  };
  const id = known?.id ?? newId();
  if (known) {
    await tx
      .update(fixTasks)
      .set({ ...values, status: "open", endedAt: null, endedBy: null })
      .where(and(eq(fixTasks.workspaceId, ctx.workspace.id), eq(fixTasks.id, known.id)));
  } else {
    const added = await tx
      .insert(fixTasks)
      .values({ ...values, workspaceId: ctx.workspace.id, id, sourceId: source.id, matter })
      .onConflictDoNothing()
      .returning({ id: fixTasks.id });
    // Another process has just opened it.
    if (added.length === 0) return null;
  }
  await notifyMembers(
    tx,
    ctx,
    "sources:manage",
    {
      kind: "source_to_fix",
      title: `${source.name} needs a person to look at it`,
      body: detail,
      path: `/sources/fixes/${id}`,
      occasion: `fix ${id}`,
    },
    await whoMaySee(tx, ctx, source.collectionId),
    openedBy,
  );
  announceLive(ctx, "fix_task", id);
  return id;
}

export async function findOpenFixes(tx: Tx, ctx: WorkspaceContext, sourceId: string): Promise<FixTask[]> {
  return tx
    .select()
    .from(fixTasks)
    .where(
      and(eq(fixTasks.workspaceId, ctx.workspace.id), eq(fixTasks.sourceId, sourceId), eq(fixTasks.status, "open")),
    );
}

const filledAgain = 0.5;

/** Closes what runs have asked for and a later run reads again, also when a person had dismissed it: the next fault is a new matter. */
export async function mendFixes(
  tx: Tx,
  ctx: WorkspaceContext,
  source: Source,
  records: readonly { url: string | null; fields: Record<string, string> }[],
): Promise<void> {
  if (records.length === 0) return;
  const unmended = await tx
    .select({ id: fixTasks.id, matter: fixTasks.matter })
    .from(fixTasks)
    .where(
      and(
        eq(fixTasks.workspaceId, ctx.workspace.id),
        eq(fixTasks.sourceId, source.id),
        inArray(fixTasks.status, ["open", "dismissed"]),
        isNull(fixTasks.openedBy),
      ),
    );
  const rate = (name: string) =>
    records.filter(({ url, fields }) => (name === "url" || name === "address" ? url : fields[name])).length /
    records.length;
  for (const { id, matter } of unmended) {
    const isMended = matter === "no_records" || (matter.startsWith("field ") && rate(matter.slice(6)) >= filledAgain);
    if (!isMended) continue;
    await tx
      .update(fixTasks)
      .set({ status: "mended", endedAt: new Date() })
      .where(and(eq(fixTasks.workspaceId, ctx.workspace.id), eq(fixTasks.id, id)));
    announceLive(ctx, "fix_task", id);
  }
}
