import { and, asc, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { documents, opportunityDocuments, renditions } from "@/drizzle/schema";
import type { TenderRole } from "@/lib/vocabulary/opportunities";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { PackageDocument } from "./read-package";
import { inReadingOrder } from "./reading-order";

export interface LoadedDocument extends PackageDocument {
  snapshotId: string;
  renditionId: string;
  shreddedSnapshotId: string | null;
  /** The paper of which this one is a newer version under another name, while it is compared with it. */
  previousDocumentId: string | null;
  role: TenderRole | null;
  isRoleSetByPerson: boolean;
}

export interface LoadedPackage {
  readable: LoadedDocument[];
  /** Read as files and found to hold no words: they demand nothing. */
  wordless: { documentId: string; snapshotId: string }[];
}

/** The documents of an opportunity that can be read now, each in its current version and, where another one was shredded before, that one too. */
export async function loadPackage(tx: Tx, ctx: WorkspaceContext, opportunityId: string): Promise<LoadedPackage> {
  const workspaceId = ctx.workspace.id;
  const linked = await tx
    .select({ link: opportunityDocuments, path: documents.path, snapshotId: documents.currentSnapshotId })
    .from(opportunityDocuments)
    .innerJoin(
      documents,
      and(eq(documents.workspaceId, workspaceId), eq(documents.id, opportunityDocuments.documentId)),
    )
    .where(
      and(
        eq(opportunityDocuments.workspaceId, workspaceId),
        eq(opportunityDocuments.opportunityId, opportunityId),
        isNull(opportunityDocuments.detachedAt),
        isNull(documents.deletedAt),
        isNotNull(documents.currentSnapshotId),
      ),
    )
    .orderBy(asc(documents.path));
  const snapshotIds = linked
    .flatMap(({ link, snapshotId }) => [snapshotId, link.shreddedSnapshotId])
    .filter((id) => id !== null);
  if (snapshotIds.length === 0) return { readable: [], wordless: [] };
  const read = await tx
    .select({
      id: renditions.id,
      snapshotId: renditions.snapshotId,
      documentId: renditions.documentId,
      text: renditions.text,
      blocks: renditions.blocks,
      pages: renditions.pages,
    })
    .from(renditions)
    .where(and(eq(renditions.workspaceId, workspaceId), inArray(renditions.snapshotId, snapshotIds)))
    .orderBy(desc(renditions.id));
  const renditionOf = (snapshotId: string | null) => read.find((one) => one.snapshotId === snapshotId);
  const wordless: LoadedPackage["wordless"] = [];
  const readable = linked.flatMap(({ link, path, snapshotId }): LoadedDocument[] => {
    if (!snapshotId) return [];
    const rendition = renditionOf(snapshotId);
    if (!rendition || rendition.text.trim() === "") {
      wordless.push({ documentId: link.documentId, snapshotId });
      return [];
    }
    const before = link.shreddedSnapshotId !== snapshotId ? renditionOf(link.shreddedSnapshotId) : undefined;
    return [
      {
        id: link.documentId,
        path,
        snapshotId,
        renditionId: rendition.id,
        rendition: { text: rendition.text, blocks: rendition.blocks, pages: rendition.pages },
        previous: before ? { text: before.text, blocks: before.blocks, pages: before.pages } : null,
        isFresh: link.shreddedSnapshotId === null,
        isBrought: link.mergedFrom !== null,
        shreddedSnapshotId: link.shreddedSnapshotId,
        previousDocumentId: before && before.documentId !== link.documentId ? before.documentId : null,
        role: link.role,
        isRoleSetByPerson: link.roleSetBy !== null,
      },
    ];
  });
  return { readable: inReadingOrder(readable), wordless };
}

/** What the worker needs of it. */
export function toPackage(loaded: readonly LoadedDocument[]): PackageDocument[] {
  return loaded.map(({ id, path, rendition, previous, isFresh, isBrought }) => ({
    id,
    path,
    rendition,
    previous,
    isFresh: isFresh ?? false,
    isBrought: isBrought ?? false,
  }));
}
