import { foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { documentPolicy, id, workspaceId } from "../columns";
import { documents } from "./documents";
import { renditions } from "./renditions";
import { snapshots } from "./snapshots";

/** The unit of retrieval: a stretch of one rendition, with what ranking needs to know about it. */
export const chunks = pgTable(
  "chunks",
  {
    workspaceId: workspaceId(),
    id: id(),
    /** Dense in the workspace and never used twice; postings, lengths and vectors name the chunk by it. */
    number: integer("number").notNull(),
    documentId: uuid("document_id").notNull(),
    snapshotId: uuid("snapshot_id").notNull(),
    renditionId: uuid("rendition_id").notNull(),
    /** Place in the rendition, from 0. */
    ordinal: integer("ordinal").notNull(),
    /** What the document was called when it was indexed; counts as the chunk's title. */
    title: text("title").notNull(),
    headingPath: text("heading_path").array().notNull(),
    language: text("language").notNull(),
    page: integer("page"),
    /** UTF-16 offsets in the rendition's text, half open. */
    start: integer("start_offset").notNull(),
    end: integer("end_offset").notNull(),
    text: text("text").notNull(),
    /** Stems by sentence (stored-tokens.ts), so that ranking need not cut the text again. */
    tokens: text("tokens").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("chunks_number").on(t.workspaceId, t.number),
    index("chunks_document").on(t.workspaceId, t.documentId),
    index("chunks_snapshot").on(t.workspaceId, t.snapshotId),
    foreignKey({
      columns: [t.workspaceId, t.documentId],
      foreignColumns: [documents.workspaceId, documents.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.snapshotId],
      foreignColumns: [snapshots.workspaceId, snapshots.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.renditionId],
      foreignColumns: [renditions.workspaceId, renditions.id],
    }).onDelete("cascade"),
    documentPolicy("chunks"),
  ],
);
export type ChunkRow = typeof chunks.$inferSelect;
