import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { sourcePages, sourceRecords } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireSource } from "../queries";
import { urlHash } from "../runs/frontier";
import type { ListRecordsInput } from "../schemas";

/** The entries of a source's listings, newest first. `isGone`: its page has been read since and no longer shows it. Throws NotFoundError. */
export async function listRecords(ctx: WorkspaceContext, input: ListRecordsInput) {
  authorize(ctx, "sources:read");
  const filter = and(eq(sourceRecords.workspaceId, ctx.workspace.id), eq(sourceRecords.sourceId, input.sourceId));
  return inWorkspace(ctx, async (tx) => {
    await requireSource(tx, ctx, input.sourceId);
    const records = await tx
      .select({
        id: sourceRecords.id,
        title: sourceRecords.title,
        url: sourceRecords.url,
        fields: sourceRecords.fields,
        rung: sourceRecords.rung,
        isGone: sql<boolean>`coalesce(${sourcePages.lastFetchedAt} > ${sourceRecords.lastSeenAt} + interval '1 minute', false)`,
        firstSeenAt: sourceRecords.createdAt,
        lastSeenAt: sourceRecords.lastSeenAt,
      })
      .from(sourceRecords)
      .leftJoin(
        sourcePages,
        and(eq(sourcePages.workspaceId, sourceRecords.workspaceId), eq(sourcePages.id, sourceRecords.pageId)),
      )
      .where(filter)
      .orderBy(desc(sourceRecords.createdAt), desc(sourceRecords.id))
      .limit(input.limit)
      .offset(input.offset);
    const hashes = records.flatMap(({ url }) => (url ? [urlHash(url)] : []));
    const kept = hashes.length
      ? await tx
          .select({ hash: sourcePages.urlHash, documentId: sourcePages.documentId })
          .from(sourcePages)
          .where(
            and(
              eq(sourcePages.workspaceId, ctx.workspace.id),
              eq(sourcePages.sourceId, input.sourceId),
              inArray(sourcePages.urlHash, hashes),
            ),
          )
      : [];
    const documents = new Map(kept.map(({ hash, documentId }) => [hash, documentId]));
    const [total] = await tx.select({ count: sql<number>`count(*)::int` }).from(sourceRecords).where(filter);
    return {
      records: records.map((record) => ({
        ...record,
        documentId: record.url ? (documents.get(urlHash(record.url)) ?? null) : null,
      })),
      total: total?.count ?? 0,
    };
  });
}
