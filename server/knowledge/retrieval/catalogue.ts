import { sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { cached } from "./index-cache";
import type { IndexState } from "./read-index";

export interface CatalogueDocument {
  id: string;
  collectionId: string;
  kind: string | null;
  tags: string[];
  title: string;
  path: string;
  fetchedAt: number;
}

/** The documents that this person sees, and which chunk number belongs to which of them. */
export interface Catalogue {
  documents: CatalogueDocument[];
  /** By chunk number: index into `documents`, or -1 for what is hidden from the person or gone. */
  documentOf: Int32Array;
}

/** What is said of a passage's document; the title that the passage was kept with, where the document is not in the catalogue. */
export function documentOfChunk(catalogue: Catalogue, chunk: { number: number; title: string }) {
  const document = catalogue.documents[catalogue.documentOf[chunk.number] ?? -1];
  return {
    title: document?.title ?? chunk.title,
    path: document?.path ?? "",
    collectionId: document?.collectionId ?? null,
  };
}

/** A change that slipped past the stamps (a clock set back) is seen after this long at the latest; texts are read under row-level security anyway. */
const MAX_AGE_MS = 60_000;

export async function readCatalogue(tx: Tx, ctx: WorkspaceContext, state: IndexState): Promise<Catalogue> {
  return cached(ctx, {
    kind: "catalogue",
    scope: state.scope,
    stamp: `${state.version} ${state.touched}`,
    maxAgeMs: MAX_AGE_MS,
    sizeOf: (value) => value.documentOf.length * 4 + value.documents.length * 400,
    load: async () => {
      const rows = await tx.execute<{
        id: string;
        collection_id: string;
        kind: string | null;
        tags: string[];
        title: string;
        path: string;
        fetched_at: string;
        first_number: number;
        chunk_count: number;
      }>(sql`
        select d.id, d.collection_id, d.kind, d.tags, d.title, d.path, i.fetched_at, i.first_number, i.chunk_count
        from documents d join indexed_snapshots i on i.workspace_id = d.workspace_id and i.document_id = d.id
        where d.workspace_id = ${ctx.workspace.id}::uuid and d.deleted_at is null`);
      const documentOf = new Int32Array(state.nextNumber).fill(-1);
      const documents: CatalogueDocument[] = [];
      for (const row of rows) {
        documentOf.fill(documents.length, row.first_number, row.first_number + row.chunk_count);
        documents.push({
          id: row.id,
          collectionId: row.collection_id,
          kind: row.kind,
          tags: row.tags,
          title: row.title,
          path: row.path,
          fetchedAt: new Date(row.fetched_at).getTime(),
        });
      }
      return { documents, documentOf };
    },
  });
}

export interface SearchFilters {
  collectionIds?: readonly string[] | undefined;
  documentIds?: readonly string[] | undefined;
  kinds?: readonly string[] | undefined;
  tags?: readonly string[] | undefined;
  languages?: readonly string[] | undefined;
  /** When the snapshot was fetched: from inclusive, to exclusive. */
  from?: Date | undefined;
  to?: Date | undefined;
}

/** Per document of the catalogue: 1 when the filters let it through. Null without document filters. */
export function filterDocuments(catalogue: Catalogue, filters: SearchFilters): Uint8Array | null {
  const { collectionIds, documentIds, kinds, tags, from, to } = filters;
  if (!collectionIds?.length && !documentIds?.length && !kinds?.length && !tags?.length && !from && !to) return null;
  const collections = collectionIds?.length ? new Set(collectionIds) : null;
  const ids = documentIds?.length ? new Set(documentIds) : null;
  const passed = new Uint8Array(catalogue.documents.length);
  for (const [index, document] of catalogue.documents.entries()) {
    if (collections && !collections.has(document.collectionId)) continue;
    if (ids && !ids.has(document.id)) continue;
    if (kinds?.length && !(document.kind !== null && kinds.includes(document.kind))) continue;
    if (tags?.length && !tags.some((tag) => document.tags.includes(tag))) continue;
    if (from && document.fetchedAt < from.getTime()) continue;
    if (to && document.fetchedAt >= to.getTime()) continue;
    passed[index] = 1;
  }
  return passed;
}
