import { and, eq, isNotNull, isNull, ne, notInArray, or, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import {
  crawlFrontier,
  type FrontierEntry,
  type Source,
  type SourcePage,
  sourcePages,
  sourceRuns,
} from "@/drizzle/schema";
import { isArrangement } from "../pages/is-arrangement";
import { kindsOfNotices } from "../pages/links-to-follow";

/** Reasons for which an address that led nowhere before was not there, and not merely out of reach. */
const wasNotThere = ["http_404", "http_410", "soft_404"];

/**
 * Whether a page has come to the site since an earlier run, or has come back: one that is read for the first time although an earlier run had read all of
 * the site, and met no such address. What a budget, a fault or a list that could not be read had kept away from us is not new.
 */
export async function isNewPage(
  tx: Tx,
  { source, runId }: { source: Source; runId: string },
  entry: FrontierEntry,
  page: Pick<SourcePage, "workspaceId" | "snapshotId" | "goneAt">,
): Promise<boolean> {
  if (entry.kind !== "page" || kindsOfNotices.includes(source.kind)) return false;
  if (page.snapshotId !== null) return page.goneAt !== null;
  if (entry.form === null && isArrangement(entry.url)) return false;
  const ofRun = and(eq(crawlFrontier.workspaceId, sourceRuns.workspaceId), eq(crawlFrontier.runId, sourceRuns.id));
  const missed = tx
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
        ofRun,
        or(
          eq(crawlFrontier.reasonCode, "not_reached"),
          // It failed then and has been read since: what it leads to may have been there all along.
          and(eq(crawlFrontier.state, "failed"), isNotNull(sourcePages.snapshotId)),
        ),
      ),
    );
  const met = tx
    .select({ hash: crawlFrontier.urlHash })
    .from(crawlFrontier)
    .where(
      and(
        ofRun,
        eq(crawlFrontier.urlHash, entry.urlHash),
        or(isNull(crawlFrontier.reasonCode), notInArray(crawlFrontier.reasonCode, wasNotThere)),
      ),
    );
  const size = sql`(select count(*) from ${crawlFrontier} where ${ofRun})`;
  const [before] = await tx
    .select({ id: sourceRuns.id })
    .from(sourceRuns)
    .where(
      and(
        eq(sourceRuns.workspaceId, page.workspaceId),
        eq(sourceRuns.sourceId, source.id),
        ne(sourceRuns.id, runId),
        eq(sourceRuns.status, "finished"),
        sql`not exists ${missed}`,
        sql`not exists ${met}`,
        sql`${size} between 1 and ${source.budget.pages - 1}`,
      ),
    )
    .limit(1);
  return before !== undefined;
}
