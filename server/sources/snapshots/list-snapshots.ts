import { and, count, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { captures, snapshots, sourcePages } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { ListSnapshotsInput, ListSnapshotsOutput, SnapshotSummary } from "./schemas";

/** The revisions that were kept of watched pages, newest first. */
export async function listSnapshots(ctx: WorkspaceContext, input: ListSnapshotsInput): Promise<ListSnapshotsOutput> {
  authorize(ctx, "sources:read");
  const filter = and(
    eq(captures.workspaceId, ctx.workspace.id),
    ...(input.sourceId ? [eq(captures.sourceId, input.sourceId)] : []),
    ...(input.pageId ? [eq(captures.pageId, input.pageId)] : []),
  );
  return inWorkspace(ctx, async (tx) => {
    const rows = await selectSnapshots(tx, filter).limit(input.limit).offset(input.offset);
    const [total] = await tx.select({ count: count() }).from(captures).innerJoin(sourcePages, ofPage).where(filter);
    return { snapshots: rows.map(toSummary), total: total?.count ?? 0 };
  });
}

const ofPage = and(eq(sourcePages.workspaceId, captures.workspaceId), eq(sourcePages.id, captures.pageId));

export function selectSnapshots(tx: Tx, filter: SQL | undefined) {
  return tx
    .select({
      id: captures.snapshotId,
      sourceId: captures.sourceId,
      runId: captures.runId,
      documentId: captures.documentId,
      page: { id: sourcePages.id, url: sourcePages.url, title: sourcePages.title },
      revision: snapshots.revision,
      fetchedAt: captures.fetchedAt,
      sha256: snapshots.sha256,
      byteSize: snapshots.byteSize,
      mime: snapshots.mime,
      rung: captures.rung,
      isCurrent: sql<boolean>`${sourcePages.snapshotId} is not distinct from ${captures.snapshotId}`,
      removedAt: snapshots.removedAt,
      hasPicture: sql<boolean>`${captures.screenshotKey} is not null`,
      finalUrl: captures.finalUrl,
      status: captures.status,
      headers: captures.headers,
    })
    .from(captures)
    .innerJoin(snapshots, and(eq(snapshots.workspaceId, captures.workspaceId), eq(snapshots.id, captures.snapshotId)))
    .innerJoin(sourcePages, ofPage)
    .where(filter)
    .orderBy(desc(captures.fetchedAt), desc(captures.snapshotId));
}

export function toSummary(row: Awaited<ReturnType<typeof selectSnapshots>>[number]): SnapshotSummary {
  const { hasPicture, finalUrl: _finalUrl, status: _status, headers: _headers, ...about } = row;
  const file = `/api/v1/files/${row.id}`;
  return {
    ...about,
    file: row.removedAt ? null : file,
    screenshot: hasPicture && !row.removedAt ? `${file}/screenshot` : null,
  };
}
