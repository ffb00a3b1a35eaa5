import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, documentPolicy, id, workspaceId } from "../columns";
import { renditions } from "./renditions";

/** A literal quote at a place in one rendition of one snapshot: what every assertion of the product points at. */
export const evidence = pgTable(
  "evidence",
  {
    workspaceId: workspaceId(),
    id: id(),
    documentId: uuid("document_id").notNull(),
    snapshotId: uuid("snapshot_id").notNull(),
    renditionId: uuid("rendition_id").notNull(),
    /** UTF-16 units in the rendition's text, half open. */
    start: integer("start").notNull(),
    end: integer("end").notNull(),
    page: integer("page"),
    quote: text("quote").notNull(),
    quoteHash: text("quote_hash").notNull(),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("evidence_document").on(t.workspaceId, t.documentId),
    foreignKey({
      columns: [t.workspaceId, t.renditionId],
      foreignColumns: [renditions.workspaceId, renditions.id],
    }).onDelete("cascade"),
    documentPolicy("evidence"),
  ],
);
export type Evidence = typeof evidence.$inferSelect;
