import { doublePrecision, foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { collectionPolicy, id, timestamps, workspaceId } from "../columns";
import { collections } from "./collections";

/** Something that somebody is to do about a subject. Visible to those who see its collection. */
export const tasks = pgTable(
  "tasks",
  {
    workspaceId: workspaceId(),
    id: id(),
    collectionId: uuid("collection_id").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: uuid("subject_id").notNull(),
    /** Where it leads inside the workspace ("/opportunities/…"). */
    path: text("path").notNull(),
    title: text("title").notNull(),
    assigneeId: uuid("assignee_id"),
    dueAt: timestamp("due_at", { withTimezone: true }),
    position: doublePrecision("position").notNull().default(0),
    doneAt: timestamp("done_at", { withTimezone: true }),
    doneBy: uuid("done_by"),
    createdBy: uuid("created_by"),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("tasks_of").on(t.workspaceId, t.subjectKind, t.subjectId),
    index("tasks_assignee").on(t.workspaceId, t.assigneeId, t.dueAt),
    foreignKey({
      columns: [t.workspaceId, t.collectionId],
      foreignColumns: [collections.workspaceId, collections.id],
    }).onDelete("cascade"),
    collectionPolicy("tasks"),
  ],
);
export type Task = typeof tasks.$inferSelect;
