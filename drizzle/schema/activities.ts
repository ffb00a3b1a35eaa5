import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { collectionPolicy, createdAt, id, workspaceId } from "../columns";
import { collections } from "./collections";

/** What happened to a subject, for the people who work on it; the audit trail is for those who answer for it. */
export const activities = pgTable(
  "activities",
  {
    workspaceId: workspaceId(),
    id: id(),
    collectionId: uuid("collection_id").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: uuid("subject_id").notNull(),
    /** "stage.move", "decision.take", "comment.add" ... */
    deed: text("deed").notNull(),
    /** One plain sentence without the person's name ("moved it to Review"). */
    text: text("text").notNull(),
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull(),
    /** Null: the product itself. */
    userId: uuid("user_id"),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("activities_of").on(t.workspaceId, t.subjectKind, t.subjectId, t.createdAt),
    foreignKey({
      columns: [t.workspaceId, t.collectionId],
      foreignColumns: [collections.workspaceId, collections.id],
    }).onDelete("cascade"),
    collectionPolicy("activities"),
  ],
);
export type Activity = typeof activities.$inferSelect;
