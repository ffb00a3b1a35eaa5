import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { fetchRungs } from "@/lib/vocabulary/sources";
import { createdAt, documentPolicy, workspaceId } from "../columns";
import { snapshots } from "./snapshots";

/** How a snapshot came from the web: the address that answered, what it said, and what it looked like. */
export const captures = pgTable(
  "captures",
  {
    workspaceId: workspaceId(),
    snapshotId: uuid("snapshot_id").notNull(),
    documentId: uuid("document_id").notNull(),
    sourceId: uuid("source_id").notNull(),
    runId: uuid("run_id").notNull(),
    pageId: uuid("page_id").notNull(),
    url: text("url").notNull(),
    finalUrl: text("final_url").notNull(),
    status: integer("status").notNull(),
    /** Those that say something about the page; never cookies. */
    headers: jsonb("headers").$type<Record<string, string>>().notNull(),
    rung: text("rung", { enum: fetchRungs }).notNull(),
    screenshotKey: text("screenshot_key"),
    fetchedAt: timestamp("fetched_at", { withTimezone: true }).notNull(),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.snapshotId] }),
    index("captures_page").on(t.workspaceId, t.pageId, t.fetchedAt),
    foreignKey({
      columns: [t.workspaceId, t.snapshotId],
      foreignColumns: [snapshots.workspaceId, snapshots.id],
    }).onDelete("cascade"),
    documentPolicy("captures"),
  ],
);
export type Capture = typeof captures.$inferSelect;
