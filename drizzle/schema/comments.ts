import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { collectionPolicy, id, timestamps, workspaceId } from "../columns";
import { collections } from "./collections";

/** What a person says about a subject (a kind and an id: this floor knows no product word). Visible to those who see its collection. */
export const comments = pgTable(
  "comments",
  {
    workspaceId: workspaceId(),
    id: id(),
    collectionId: uuid("collection_id").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: uuid("subject_id").notNull(),
    body: text("body").notNull(),
    mentions: uuid("mentions").array().notNull().default(sql`'{}'`),
    /** A document that was attached. */
    documentId: uuid("document_id"),
    userId: uuid("user_id"),
    editedAt: timestamp("edited_at", { withTimezone: true }),
    deletedAt: timestamp("deleted_at", { withTimezone: true }),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("comments_of").on(t.workspaceId, t.subjectKind, t.subjectId, t.createdAt),
    foreignKey({
      columns: [t.workspaceId, t.collectionId],
      foreignColumns: [collections.workspaceId, collections.id],
    }).onDelete("cascade"),
    collectionPolicy("comments"),
  ],
);
export type Comment = typeof comments.$inferSelect;
