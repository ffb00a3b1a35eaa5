import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Source, type SourcePage, sourcePages } from "@/drizzle/schema";

/** A source's pages at addresses with these hashes (`urlHash`), in no order; none for none. */
export async function pagesByHash(tx: Tx, source: Source, hashes: readonly string[]): Promise<SourcePage[]> {
  if (hashes.length === 0) return [];
  return tx
    .select()
    .from(sourcePages)
    .where(
      and(
        eq(sourcePages.workspaceId, source.workspaceId),
        eq(sourcePages.sourceId, source.id),
        inArray(sourcePages.urlHash, [...hashes]),
      ),
    );
}
