import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { documentKinds, documentOrigins } from "@/lib/vocabulary/documents";
import { collectionPolicy, id, timestamps, workspaceId } from "../columns";
import { collections } from "./collections";

/** A file that people know by its path in a collection. Its contents are its snapshots; the newest readable one is current. */
export const documents = pgTable(
  "documents",
  {
    workspaceId: workspaceId(),
    id: id(),
    collectionId: uuid("collection_id").notNull(),
    /** Path as given ("RFQ/Attachment A.pdf"); a new file under the same path is a new version. */
    path: text("path").notNull(),
    title: text("title").notNull(),
    kind: text("kind", { enum: documentKinds }),
    origin: text("origin", { enum: documentOrigins }).notNull(),
    tags: text("tags").array().notNull().default(sql`'{}'`),
    /** The newest snapshot that could be read; null until the first one is. No foreign key: a snapshot points back here. */
    currentSnapshotId: uuid("current_snapshot_id"),
    createdBy: uuid("created_by"),
    deletedAt: timestamp("deleted_at", { withTimezone: true }),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("documents_path").on(t.workspaceId, t.collectionId, t.path),
    index("documents_updated").on(t.workspaceId, t.updatedAt),
    foreignKey({
      columns: [t.workspaceId, t.collectionId],
      foreignColumns: [collections.workspaceId, collections.id],
    }),
    collectionPolicy("documents"),
  ],
);
export type Document = typeof documents.$inferSelect;
