import { foreignKey, index, jsonb, pgTable, primaryKey, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { extractionRungs } from "@/lib/vocabulary/sources";
import { id, sourcePolicy, timestamps, workspaceId } from "../columns";
import { sources } from "./sources";

/** One entry of a listing, feed or interface, as the source showed it; `rung` says how it was taken out. */
export const sourceRecords = pgTable(
  "source_records",
  {
    workspaceId: workspaceId(),
    id: id(),
    sourceId: uuid("source_id").notNull(),
    /** What makes it the same entry in the next run: its own id, else its address, else its title. */
    recordKey: text("record_key").notNull(),
    title: text("title").notNull(),
    url: text("url"),
    fields: jsonb("fields").$type<Record<string, string>>().notNull(),
    text: text("text").notNull(),
    rung: text("rung", { enum: extractionRungs }).notNull(),
    /** The page on which it was seen last. */
    pageId: uuid("page_id").notNull(),
    firstRunId: uuid("first_run_id").notNull(),
    lastRunId: uuid("last_run_id").notNull(),
    lastSeenAt: timestamp("last_seen_at", { withTimezone: true }).notNull().defaultNow(),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("source_records_key").on(t.workspaceId, t.sourceId, t.recordKey),
    index("source_records_seen").on(t.workspaceId, t.sourceId, t.lastSeenAt),
    foreignKey({
      columns: [t.workspaceId, t.sourceId],
      foreignColumns: [sources.workspaceId, sources.id],
    }).onDelete("cascade"),
    sourcePolicy("source_records"),
  ],
);
export type SourceRecord = typeof sourceRecords.$inferSelect;
