import { and, desc, eq, isNotNull, isNull, notInArray, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/drizzle/client";
import { crawlFrontier, type Source, sourcePages, sourceRuns } from "@/drizzle/schema";
import type { SourceKind } from "@/lib/vocabulary/sources";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { recordPageRemoved } from "../changes/record-change";
import { updatePage } from "../pages/find-page";

/** Steps away from the source of a page that nothing leads to: beyond any that is walked. */
export const unlinkedDepth = 1_000;

/** Of these a page that nothing leads to any more is withdrawn; news and notices only grow old. */
export const kindsThatWithdraw: readonly SourceKind[] = ["site", "pricing", "jobs"];

/** When so much of a site is without a way to it, the way has broken and not the pages. */
const largestShare = 1 / 3;

/**
 * Tells pages as gone that still answer though nothing has led to them in this run and the one before. Not after a run in which a page that we know
 * could not be read, or the room ran out: it may be what leads there.
 */
export async function recordUnlinked(tx: Tx, ctx: WorkspaceContext, source: Source, runId: string): Promise<void> {
  if (!kindsThatWithdraw.includes(source.kind)) return;
  const before = await findRunBefore(tx, source, runId);
  if (!before || (await hasMissed(tx, source, runId))) return;
  const earlier = alias(crawlFrontier, "earlier");
  const isUnlinked = and(eq(crawlFrontier.depth, unlinkedDepth), eq(crawlFrontier.state, "done"));
  const rows = await tx
    .select({ page: sourcePages })
    .from(crawlFrontier)
    .innerJoin(
      earlier,
      and(
        eq(earlier.workspaceId, crawlFrontier.workspaceId),
        eq(earlier.runId, before),
        eq(earlier.urlHash, crawlFrontier.urlHash),
        eq(earlier.depth, unlinkedDepth),
      ),
    )
    .innerJoin(
      sourcePages,
      and(
        eq(sourcePages.workspaceId, crawlFrontier.workspaceId),
        eq(sourcePages.sourceId, source.id),
        eq(sourcePages.urlHash, crawlFrontier.urlHash),
      ),
    )
    .where(
      and(
        eq(crawlFrontier.workspaceId, source.workspaceId),
        eq(crawlFrontier.runId, runId),
        isUnlinked,
        eq(sourcePages.kind, "page"),
        isNull(sourcePages.goneAt),
        isNotNull(sourcePages.snapshotId),
      ),
    );
  const known = await tx.$count(
    sourcePages,
    and(
      eq(sourcePages.workspaceId, source.workspaceId),
      eq(sourcePages.sourceId, source.id),
      isNotNull(sourcePages.snapshotId),
      isNull(sourcePages.goneAt),
    ),
  );
  if (rows.length > known * largestShare) return;
  // One thing is met under parameters of many kinds; that one of them is used no more says nothing of the thing.
  for (const { page } of rows.filter(({ page }) => source.kind === "jobs" || !URL.parse(page.url)?.search)) {
    await recordPageRemoved(tx, ctx, { source, runId }, page, { isUnlinked: true });
    await updatePage(tx, page, { goneAt: new Date() });
  }
}

/** The last run before this one that came to its end; `but`: without these. */
export async function findRunBefore(
  tx: Tx,
  source: Pick<Source, "workspaceId" | "id">,
  runId: string,
  but: readonly string[] = [],
): Promise<string | null> {
  const [last] = await tx
    .select({ id: sourceRuns.id })
    .from(sourceRuns)
    .where(
      and(
        eq(sourceRuns.workspaceId, source.workspaceId),
        eq(sourceRuns.sourceId, source.id),
        eq(sourceRuns.status, "finished"),
        notInArray(sourceRuns.id, [runId, ...but]),
      ),
    )
    .orderBy(desc(sourceRuns.createdAt))
    .limit(1);
  return last?.id ?? null;
}

async function hasMissed(tx: Tx, source: Source, runId: string): Promise<boolean> {
  const missed = await tx
    .select({ hash: crawlFrontier.urlHash })
    .from(crawlFrontier)
    .leftJoin(
      sourcePages,
      and(
        eq(sourcePages.workspaceId, crawlFrontier.workspaceId),
        eq(sourcePages.sourceId, source.id),
        eq(sourcePages.urlHash, crawlFrontier.urlHash),
      ),
    )
    .where(
      and(
        eq(crawlFrontier.workspaceId, source.workspaceId),
        eq(crawlFrontier.runId, runId),
        or(
          and(eq(crawlFrontier.state, "failed"), isNotNull(sourcePages.snapshotId)),
          eq(crawlFrontier.reasonCode, "not_reached"),
        ),
      ),
    )
    .limit(1);
  if (missed.length > 0) return true;
  const ofRun = and(eq(crawlFrontier.workspaceId, source.workspaceId), eq(crawlFrontier.runId, runId));
  return (await tx.$count(crawlFrontier, ofRun)) >= source.budget.pages;
}
