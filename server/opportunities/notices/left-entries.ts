import { and, eq, ne } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type SourceRecord, sourcePages, sourceRecords } from "@/drizzle/schema";
import { isDateText } from "@/server/crawling/listings";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { statusOfWords } from "./pages/status-words";

/** So many at most in one run: an entry leaves its list once. */
const mostLeft = 100;

/**
 * Entries that a run did not meet on their list any more, whose pages said something else in it: what was cancelled or awarded leaves the list of
 * what is open. Of the entry only what does not age is kept, so that its old dates and state do not speak against the page.
 */
export async function findLeftEntries(
  tx: Tx,
  ctx: WorkspaceContext,
  { sourceId, runId, hashOfPage }: { sourceId: string; runId: string; hashOfPage: (record: SourceRecord) => string },
): Promise<SourceRecord[]> {
  const changed = await tx
    .select({ hash: sourcePages.urlHash, fetchedAt: sourcePages.lastFetchedAt })
    .from(sourcePages)
    .where(
      and(
        eq(sourcePages.workspaceId, ctx.workspace.id),
        eq(sourcePages.sourceId, sourceId),
        eq(sourcePages.lastRunId, runId),
        eq(sourcePages.kind, "page"),
        eq(sourcePages.lastChangedAt, sourcePages.lastFetchedAt),
      ),
    );
  if (changed.length === 0) return [];
  const readAt = new Map(changed.map(({ hash, fetchedAt }) => [hash, fetchedAt]));
  const unmet = await tx
    .select()
    .from(sourceRecords)
    .where(
      and(
        eq(sourceRecords.workspaceId, ctx.workspace.id),
        eq(sourceRecords.sourceId, sourceId),
        ne(sourceRecords.lastRunId, runId),
      ),
    );
  return unmet
    .flatMap((record) => {
      // What its page says is said now, not when the list was last seen to lead to it.
      const lastSeenAt = readAt.get(hashOfPage(record));
      return lastSeenAt ? [{ ...record, lastSeenAt, text: "", fields: ofNoAge(record.fields) }] : [];
    })
    .slice(0, mostLeft);
}

function ofNoAge(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => !isDateText(value) && statusOfWords(value) === null),
  );
}
