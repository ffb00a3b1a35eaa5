import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { sourceRecords } from "@/drizzle/schema";
import type { KnownRecord } from "@/server/crawling/listings";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

const enough = 60;

/** The entries that a page showed last: by them a new layout is recognised. */
export async function listKnown(
  tx: Tx,
  ctx: WorkspaceContext,
  page: { sourceId: string; id: string },
): Promise<KnownRecord[]> {
  return tx
    .select({ title: sourceRecords.title, url: sourceRecords.url, fields: sourceRecords.fields })
    .from(sourceRecords)
    .where(
      and(
        eq(sourceRecords.workspaceId, ctx.workspace.id),
        eq(sourceRecords.sourceId, page.sourceId),
        eq(sourceRecords.pageId, page.id),
      ),
    )
    .orderBy(desc(sourceRecords.lastSeenAt), desc(sourceRecords.id))
    .limit(enough);
}
