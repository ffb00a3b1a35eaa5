import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type SourcePage, sourceRecords } from "@/drizzle/schema";

/** Whether a list used to lead to this page, and did so no more in this run. */
export async function isListedNoMore(tx: Tx, page: SourcePage, runId: string): Promise<boolean> {
  const listed = await tx
    .select({ lastRunId: sourceRecords.lastRunId })
    .from(sourceRecords)
    .where(
      and(
        eq(sourceRecords.workspaceId, page.workspaceId),
        eq(sourceRecords.sourceId, page.sourceId),
        eq(sourceRecords.url, page.url),
      ),
    );
  return listed.length > 0 && listed.every(({ lastRunId }) => lastRunId !== runId);
}
