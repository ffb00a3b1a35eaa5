import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { captures, changes, snapshots, sourcePages, sources } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { alignInWorker } from "../pages/analyse-in-worker";
import { readLastRevision } from "../pages/read-last-revision";
import { readSeenUntil, selectChanges } from "./list-changes";
import type { ChangeDetail } from "./schemas";

/** A change with both revisions block beside block, and what rested on it. Throws NotFoundError. */
export async function getChange(ctx: WorkspaceContext, id: string): Promise<ChangeDetail> {
  authorize(ctx, "sources:read");
  const found = await inWorkspace(ctx, async (tx) => {
    const filter = and(eq(changes.workspaceId, ctx.workspace.id), eq(changes.id, id));
    const [summary] = await selectChanges(tx, filter);
    const [row] = await tx
      .select({ items: changes.items, scope: sources.scope, isRoot: sql<boolean>`${sources.url} = ${sourcePages.url}` })
      .from(changes)
      .innerJoin(sources, and(eq(sources.workspaceId, changes.workspaceId), eq(sources.id, changes.sourceId)))
      .innerJoin(sourcePages, and(eq(sourcePages.workspaceId, changes.workspaceId), eq(sourcePages.id, changes.pageId)))
      .where(filter);
    if (!summary || !row) throw new NotFoundError("change");
    const seenUntil = await readSeenUntil(tx, ctx);
    return {
      summary: { ...summary, isNew: seenUntil === null || summary.detectedAt > seenUntil },
      items: row.items,
      // Only the source's own page is narrowed to a part.
      scope: row.isRoot ? row.scope : {},
      before: summary.beforeSnapshotId ? await readCapture(tx, ctx, summary.beforeSnapshotId) : null,
      after: summary.afterSnapshotId ? await readCapture(tx, ctx, summary.afterSnapshotId) : null,
      dependents: summary.beforeSnapshotId ? await countDependents(tx, ctx, summary.beforeSnapshotId) : 0,
    };
  });
  const { before, after } = found;
  const isMarkup = (before?.isMarkup ?? false) && (after?.isMarkup ?? false);
  const { beforeSnapshotId, afterSnapshotId } = found.summary;
  const beforeHtml = isMarkup && beforeSnapshotId ? await readLastRevision(ctx, beforeSnapshotId) : null;
  const afterHtml = isMarkup && afterSnapshotId ? await readLastRevision(ctx, afterSnapshotId) : null;
  const url = found.summary.page.url;
  return {
    ...found.summary,
    items: found.items,
    before: before?.shown ?? null,
    after: after?.shown ?? null,
    rows:
      beforeHtml !== null && afterHtml !== null
        ? (
            await alignInWorker({
              before: { html: beforeHtml, url },
              after: { html: afterHtml, url },
              scope: found.scope,
            })
          ).map(({ before, after, words }) => ({
            before: before ?? null,
            after: after ?? null,
            ...(words ? { words } : {}),
          }))
        : [],
    dependents: found.dependents,
  };
}

async function readCapture(tx: Tx, ctx: WorkspaceContext, snapshotId: string) {
  const [row] = await tx
    .select({
      fetchedAt: snapshots.fetchedAt,
      revision: snapshots.revision,
      removedAt: snapshots.removedAt,
      fileName: snapshots.fileName,
      screenshotKey: captures.screenshotKey,
    })
    .from(snapshots)
    .leftJoin(captures, and(eq(captures.workspaceId, snapshots.workspaceId), eq(captures.snapshotId, snapshots.id)))
    .where(and(eq(snapshots.workspaceId, ctx.workspace.id), eq(snapshots.id, snapshotId)));
  if (!row) throw new NotFoundError("version");
  return {
    isMarkup: /\.x?html?$/i.test(row.fileName),
    shown: {
      fetchedAt: row.fetchedAt,
      revision: row.revision,
      removedAt: row.removedAt,
      screenshot: row.screenshotKey ? `/api/v1/files/${snapshotId}/screenshot` : null,
    },
  };
}

async function countDependents(tx: Tx, ctx: WorkspaceContext, snapshotId: string): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from dependents d join evidence e on e.workspace_id = d.workspace_id and e.id = d.evidence_id
        where d.workspace_id = ${ctx.workspace.id} and e.snapshot_id = ${snapshotId} and d.freshness <> 'current'`,
  );
  return row?.count ?? 0;
}
