import { and, desc, eq, gt, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { changes, changeViews, sourcePages, sources } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { ListChangesInput, ListChangesOutput } from "./schemas";

export const changeColumns = {
  id: changes.id,
  source: { id: sources.id, name: sources.name },
  page: { id: sourcePages.id, url: sourcePages.url, title: sourcePages.title },
  documentId: changes.documentId,
  beforeSnapshotId: changes.beforeSnapshotId,
  afterSnapshotId: changes.afterSnapshotId,
  verdict: changes.verdict,
  severity: changes.severity,
  kinds: changes.kinds,
  summary: changes.summary,
  engine: changes.engine,
  detectedAt: changes.detectedAt,
  isArchived: sql<boolean>`${changes.archivedAt} is not null`,
};

/** What changed, newest first, and how much of it this person has not looked at. */
export async function listChanges(ctx: WorkspaceContext, input: ListChangesInput): Promise<ListChangesOutput> {
  authorize(ctx, "sources:read");
  return inWorkspace(ctx, async (tx) => {
    const seenUntil = await readSeenUntil(tx, ctx);
    const isUnseen = seenUntil ? gt(changes.detectedAt, seenUntil) : sql`true`;
    const filter = and(
      eq(changes.workspaceId, ctx.workspace.id),
      ...(input.sourceId ? [eq(changes.sourceId, input.sourceId)] : []),
      ...(input.pageId ? [eq(changes.pageId, input.pageId)] : []),
      ...(input.verdict ? [eq(changes.verdict, input.verdict)] : []),
      ...(input.severity ? [eq(changes.severity, input.severity)] : []),
      ...(input.unseen ? [isUnseen] : []),
      ...(input.archived === "include"
        ? []
        : [input.archived === "only" ? isNotNull(changes.archivedAt) : isNull(changes.archivedAt)]),
    );
    const rows = await selectChanges(tx, filter).limit(input.limit).offset(input.offset);
    const count = async (where: SQL | undefined) => {
      const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(changes).where(where);
      return row?.count ?? 0;
    };
    return {
      changes: rows.map((row) => ({ ...row, isNew: seenUntil === null || row.detectedAt > seenUntil })),
      total: await count(filter),
      unseen: await count(and(eq(changes.workspaceId, ctx.workspace.id), isUnseen, isNull(changes.archivedAt))),
      seenUntil,
    };
  });
}

export function selectChanges(tx: Tx, filter: SQL | undefined) {
  return tx
    .select(changeColumns)
    .from(changes)
    .innerJoin(sources, and(eq(sources.workspaceId, changes.workspaceId), eq(sources.id, changes.sourceId)))
    .innerJoin(sourcePages, and(eq(sourcePages.workspaceId, changes.workspaceId), eq(sourcePages.id, changes.pageId)))
    .where(filter)
    .orderBy(desc(changes.detectedAt), desc(changes.id));
}

export async function readSeenUntil(tx: Tx, ctx: WorkspaceContext): Promise<Date | null> {
  if (!ctx.actor.userId) return null;
  const [row] = await tx
    .select({ seenUntil: changeViews.seenUntil })
    .from(changeViews)
    .where(and(eq(changeViews.workspaceId, ctx.workspace.id), eq(changeViews.userId, ctx.actor.userId)));
  return row?.seenUntil ?? null;
}
