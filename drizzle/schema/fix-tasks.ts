import { sql } from "drizzle-orm";
import { foreignKey, index, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { fixReasons, fixStatuses } from "@/lib/vocabulary/sources";
import { id, sourcePolicy, timestamps, workspaceId } from "../columns";
import { sources } from "./sources";

/** Something about a source that only a person can mend: where on a page its entries stand. */
export const fixTasks = pgTable(
  "fix_tasks",
  {
    workspaceId: workspaceId(),
    id: id(),
    sourceId: uuid("source_id").notNull(),
    /** The page to be looked at, and the revision of it that could not be read. No foreign keys: both may be erased. */
    pageId: uuid("page_id").notNull(),
    snapshotId: uuid("snapshot_id"),
    reason: text("reason", { enum: fixReasons }).notNull(),
    /** What makes it the same task: `no_records`, `field <name>`, `entry <id>`, `asked`. */
    matter: text("matter").notNull(),
    /** What is wrong, in one sentence for people. */
    detail: text("detail").notNull(),
    recordId: uuid("record_id"),
    status: text("status", { enum: fixStatuses }).notNull().default("open"),
    /** The rule that was applied, and how it did on the revisions that were kept. */
    outcome: jsonb("outcome").$type<unknown>(),
    /** Null: opened by a run. */
    openedBy: uuid("opened_by"),
    endedBy: uuid("ended_by"),
    endedAt: timestamp("ended_at", { withTimezone: true }),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("fix_tasks_queue").on(t.workspaceId, t.status, t.createdAt),
    // A matter that was dismissed is not opened again by the next run.
    uniqueIndex("fix_tasks_matter").on(t.workspaceId, t.sourceId, t.matter).where(sql`status in ('open', 'dismissed')`),
    foreignKey({
      columns: [t.workspaceId, t.sourceId],
      foreignColumns: [sources.workspaceId, sources.id],
    }).onDelete("cascade"),
    sourcePolicy("fix_tasks"),
  ],
);
export type FixTask = typeof fixTasks.$inferSelect;
