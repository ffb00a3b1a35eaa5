import { and, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { crawlFrontier, type Source, sourcePages, sourceRecords } from "@/drizzle/schema";
import { isSameSite } from "@/lib/canonical-url";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { isFile, kindsOfEntries } from "../pages/links-to-follow";
import { addToFrontier, type FoundUrl } from "./frontier";
import { findRunBefore, kindsThatWithdraw, unlinkedDepth } from "./record-unlinked";

/**
 * Adds the pages that an earlier run found and that nothing leads to any more, to be looked at once. That a vacancy is closed or a product no longer
 * sold shows only in its own page being gone; the list just stops mentioning it. Returns how many addresses were added; safe to do twice.
 */
export async function addVanished(
  ctx: WorkspaceContext,
  source: Source,
  at: { sourceId: string; runId: string },
): Promise<number> {
  const key = { workspaceId: ctx.workspace.id, ...at };
  return inWorkspace(ctx, async (tx) => {
    if (!(await hasReadRoot(tx, key))) return 0;
    const urls = kindsOfEntries.includes(source.kind)
      ? await entriesOfLastRun(tx, key, kindsThatWithdraw.includes(source.kind))
      : source.kind === "site" || source.kind === "pricing"
        ? await pagesNotMet(tx, key)
        : [];
    const found = urls.flatMap((url): FoundUrl[] =>
      isSameSite(url, source.url) ? [{ url, kind: isFile(url) ? "file" : "page", depth: unlinkedDepth }] : [],
    );
    return (await addToFrontier(tx, key, found, source.budget.pages)).added;
  });
}

interface RunKey {
  workspaceId: string;
  sourceId: string;
  runId: string;
}

/** A run that could not read the source's own address knows nothing of what has vanished. */
async function hasReadRoot(tx: Tx, { workspaceId, runId }: RunKey): Promise<boolean> {
  const roots = await tx
    .select({ state: crawlFrontier.state })
    .from(crawlFrontier)
    .where(
      and(eq(crawlFrontier.workspaceId, workspaceId), eq(crawlFrontier.runId, runId), eq(crawlFrontier.kind, "root")),
    );
  return roots.some(({ state }) => state === "done");
}

async function pagesNotMet(tx: Tx, { workspaceId, sourceId, runId }: RunKey): Promise<string[]> {
  const rows = await tx
    .select({ url: sourcePages.url })
    .from(sourcePages)
    .where(
      and(
        eq(sourcePages.workspaceId, workspaceId),
        eq(sourcePages.sourceId, sourceId),
        eq(sourcePages.kind, "page"),
        isNotNull(sourcePages.snapshotId),
        isNull(sourcePages.goneAt),
        ne(sourcePages.lastRunId, runId),
      ),
    );
  return rows.map(({ url }) => url);
}

/**
 * Only entries that the last run still saw, so that thousands of old entries are not asked for in every run; `twice`: and those of which it looked for the
 * page because it did not see them.
 */
async function entriesOfLastRun(tx: Tx, { workspaceId, sourceId, runId }: RunKey, twice: boolean): Promise<string[]> {
  const last = await findRunBefore(tx, { workspaceId, id: sourceId }, runId);
  if (!last) return [];
  const lookedFor = !twice
    ? []
    : await tx
        .select({ url: sourcePages.url })
        .from(crawlFrontier)
        .innerJoin(
          sourcePages,
          and(
            eq(sourcePages.workspaceId, crawlFrontier.workspaceId),
            eq(sourcePages.sourceId, sourceId),
            eq(sourcePages.urlHash, crawlFrontier.urlHash),
          ),
        )
        .where(
          and(
            eq(crawlFrontier.workspaceId, workspaceId),
            eq(crawlFrontier.runId, last),
            eq(crawlFrontier.depth, unlinkedDepth),
            isNotNull(sourcePages.snapshotId),
            isNull(sourcePages.goneAt),
            ne(sourcePages.lastRunId, runId),
          ),
        );
  const rows = await tx
    .select({ url: sourceRecords.url })
    .from(sourceRecords)
    .where(
      and(
        eq(sourceRecords.workspaceId, workspaceId),
        eq(sourceRecords.sourceId, sourceId),
        eq(sourceRecords.lastRunId, last),
        isNotNull(sourceRecords.url),
        sql`exists (select 1 from ${sourcePages} where ${sourcePages.workspaceId} = ${workspaceId} and ${sourcePages.sourceId} = ${sourceId} and ${sourcePages.url} = ${sourceRecords.url} and ${sourcePages.snapshotId} is not null and ${sourcePages.goneAt} is null)`,
      ),
    );
  return [...rows, ...lookedFor].flatMap(({ url }) => url ?? []);
}
