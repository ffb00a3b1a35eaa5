import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type SourcePage, sourcePages } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { one } from "@/lib/one";
import type { FrontierKind } from "@/lib/vocabulary/sources";

/** What is known of an address of this source, made on the first meeting. */
export async function ensurePage(
  tx: Tx,
  at: { workspaceId: string; sourceId: string; urlHash: string; url: string; title: string | null; kind: FrontierKind },
): Promise<SourcePage> {
  const find = () =>
    tx
      .select()
      .from(sourcePages)
      .where(
        and(
          eq(sourcePages.workspaceId, at.workspaceId),
          eq(sourcePages.sourceId, at.sourceId),
          eq(sourcePages.urlHash, at.urlHash),
        ),
      );
  const [known] = await find();
  if (known) return known;
  await tx
    .insert(sourcePages)
    .values({ ...at, id: newId() })
    .onConflictDoNothing();
  return one(await find());
}

/** Another page of the same source, when it has been read well and has not gone. */
export async function findKnownPage(
  tx: Tx,
  { workspaceId, sourceId }: Pick<SourcePage, "workspaceId" | "sourceId">,
  urlHash: string,
): Promise<SourcePage | null> {
  const [known] = await tx
    .select()
    .from(sourcePages)
    .where(
      and(
        eq(sourcePages.workspaceId, workspaceId),
        eq(sourcePages.sourceId, sourceId),
        eq(sourcePages.urlHash, urlHash),
        isNotNull(sourcePages.textHash),
        isNull(sourcePages.goneAt),
      ),
    );
  return known ?? null;
}

export async function updatePage(
  tx: Tx,
  page: Pick<SourcePage, "workspaceId" | "id">,
  values: Partial<typeof sourcePages.$inferInsert>,
): Promise<void> {
  await tx
    .update(sourcePages)
    .set(values)
    .where(and(eq(sourcePages.workspaceId, page.workspaceId), eq(sourcePages.id, page.id)));
}

/** Of an address of which nothing was ever kept. */
export async function forgetPage(tx: Tx, page: Pick<SourcePage, "workspaceId" | "id">): Promise<void> {
  await tx
    .delete(sourcePages)
    .where(
      and(eq(sourcePages.workspaceId, page.workspaceId), eq(sourcePages.id, page.id), isNull(sourcePages.snapshotId)),
    );
}
