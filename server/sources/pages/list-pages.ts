import { and, asc, desc, eq, sql } from "drizzle-orm";
import { sourcePages } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireSource } from "../queries";
import type { ListPagesInput } from "../schemas";

/** The addresses that a source has brought: what is in trouble first, then what changed last. Throws NotFoundError. */
export async function listPages(ctx: WorkspaceContext, input: ListPagesInput) {
  authorize(ctx, "sources:read");
  const filter = and(
    eq(sourcePages.workspaceId, ctx.workspace.id),
    eq(sourcePages.sourceId, input.sourceId),
    ...(input.health ? [eq(sourcePages.health, input.health)] : []),
  );
  return inWorkspace(ctx, async (tx) => {
    await requireSource(tx, ctx, input.sourceId);
    const pages = await tx
      .select({
        id: sourcePages.id,
        url: sourcePages.url,
        kind: sourcePages.kind,
        title: sourcePages.title,
        documentId: sourcePages.documentId,
        snapshotId: sourcePages.snapshotId,
        words: sourcePages.words,
        rung: sourcePages.rung,
        health: sourcePages.health,
        healthReason: sourcePages.healthReason,
        lastFetchedAt: sourcePages.lastFetchedAt,
        lastChangedAt: sourcePages.lastChangedAt,
        goneAt: sourcePages.goneAt,
      })
      .from(sourcePages)
      .where(filter)
      .orderBy(
        sql`(${sourcePages.health} is not distinct from 'good')`,
        sql`${sourcePages.lastChangedAt} desc nulls last`,
        desc(sourcePages.lastFetchedAt),
        asc(sourcePages.id),
      )
      .limit(input.limit)
      .offset(input.offset);
    const [total] = await tx.select({ count: sql<number>`count(*)::int` }).from(sourcePages).where(filter);
    return { pages, total: total?.count ?? 0 };
  });
}
