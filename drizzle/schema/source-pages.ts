import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { captureHealths, fetchRungs, frontierKinds } from "@/lib/vocabulary/sources";
import { id, sourcePolicy, timestamps, workspaceId } from "../columns";
import { sources } from "./sources";

/** An address that a source has brought, and what we know of it between runs. Its revisions are the snapshots of its document. */
export const sourcePages = pgTable(
  "source_pages",
  {
    workspaceId: workspaceId(),
    id: id(),
    sourceId: uuid("source_id").notNull(),
    url: text("url").notNull(),
    urlHash: text("url_hash").notNull(),
    kind: text("kind", { enum: frontierKinds }).notNull(),
    title: text("title"),
    /** Null until a good revision was kept. No foreign key: the document may be erased, the address stays known. */
    documentId: uuid("document_id"),
    snapshotId: uuid("snapshot_id"),
    /** Of the last good answer, for the next conditional request. */
    etag: text("etag"),
    lastModified: text("last_modified"),
    textHash: text("text_hash"),
    /** What the last captures said, from a change on until the page has settled; see settle-with-history. */
    history: jsonb("history")
      .$type<{ said: string[]; forms: [string, string | null][]; words: number }[]>()
      .notNull()
      .default([]),
    words: integer("words").notNull().default(0),
    rung: text("rung", { enum: fetchRungs }),
    needsBrowser: boolean("needs_browser").notNull().default(false),
    /** Of the newest capture; the kept revision is always a good one. */
    health: text("health", { enum: captureHealths }),
    healthReason: text("health_reason"),
    lastRunId: uuid("last_run_id"),
    lastFetchedAt: timestamp("last_fetched_at", { withTimezone: true }),
    lastChangedAt: timestamp("last_changed_at", { withTimezone: true }),
    goneAt: timestamp("gone_at", { withTimezone: true }),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("source_pages_url").on(t.workspaceId, t.sourceId, t.urlHash),
    index("source_pages_document").on(t.workspaceId, t.documentId),
    foreignKey({
      columns: [t.workspaceId, t.sourceId],
      foreignColumns: [sources.workspaceId, sources.id],
    }).onDelete("cascade"),
    sourcePolicy("source_pages"),
  ],
);
export type SourcePage = typeof sourcePages.$inferSelect;
