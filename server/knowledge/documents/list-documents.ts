import { and, asc, desc, eq, ilike, isNull, or, type SQL, sql } from "drizzle-orm";
import { collections, documents, snapshots } from "@/drizzle/schema";
import { containing } from "@/lib/like-pattern";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { isNewestVersion } from "./queries";
import type { ListDocumentsInput, ListDocumentsOutput } from "./schemas";
import { toSummary } from "./to-summary";

const sortColumns = {
  updated: documents.updatedAt,
  title: documents.title,
  size: snapshots.byteSize,
  kind: documents.kind,
} as const;

/** One page of the documents that the actor may see, with the counts of each facet over the whole filtered set. */
export async function listDocuments(ctx: WorkspaceContext, input: ListDocumentsInput): Promise<ListDocumentsOutput> {
  authorize(ctx, "documents:read");
  const filter = and(
    eq(documents.workspaceId, ctx.workspace.id),
    isNull(documents.deletedAt),
    ...(input.collectionId ? [eq(documents.collectionId, input.collectionId)] : []),
    ...(input.kind ? [eq(documents.kind, input.kind)] : []),
    ...(input.status ? [eq(snapshots.status, input.status)] : []),
    ...(input.tag ? [sql`${input.tag} = any(${documents.tags})`] : []),
    ...(input.text ? [matches(input.text)] : []),
  );
  const newest = and(
    eq(snapshots.workspaceId, documents.workspaceId),
    eq(snapshots.documentId, documents.id),
    isNewestVersion,
  );
  const inCollection = and(
    eq(collections.workspaceId, documents.workspaceId),
    eq(collections.id, documents.collectionId),
  );
  const order = input.descending ? desc : asc;
  return inWorkspace(ctx, async (tx) => {
    const rows = await tx
      .select({ document: documents, snapshot: snapshots, collection: collections })
      .from(documents)
      .innerJoin(snapshots, newest)
      .innerJoin(collections, inCollection)
      .where(filter)
      .orderBy(order(sortColumns[input.sort]), asc(documents.id))
      .limit(input.limit)
      .offset(input.offset);
    const counted = async (value: SQL, label: SQL, from?: SQL) =>
      tx.execute<{ value: string; label: string; count: number }>(
        sql`select ${value} as value, ${label} as label, count(*)::int as count from ${documents}
            join ${snapshots} on ${newest} join ${collections} on ${inCollection} ${from ?? sql``}
            where ${filter} and ${value} is not null group by 1, 2 order by 3 desc, 2 limit 50`,
      );
    const [total] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(documents)
      .innerJoin(snapshots, newest)
      .where(filter);
    const facets = {
      collections: await counted(sql`${collections.id}::text`, sql`${collections.name}`),
      kinds: await counted(sql`${documents.kind}`, sql`${documents.kind}`),
      statuses: await counted(sql`${snapshots.status}`, sql`${snapshots.status}`),
      tags: await counted(sql`t.tag`, sql`t.tag`, sql`cross join lateral unnest(${documents.tags}) as t(tag)`),
    };
    return {
      documents: rows.map((row) => toSummary(row.document, row.snapshot, row.collection)),
      total: total?.count ?? 0,
      facets: {
        collections: [...facets.collections],
        kinds: [...facets.kinds],
        statuses: [...facets.statuses],
        tags: [...facets.tags],
      },
    };
  });
}

function matches(text: string): SQL | undefined {
  const pattern = containing(text);
  return or(ilike(documents.title, pattern), ilike(documents.path, pattern));
}
