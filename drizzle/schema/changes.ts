import { foreignKey, index, jsonb, pgTable, primaryKey, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { type Engine, engines } from "@/lib/vocabulary/ask";
import { type ChangeKind, changeVerdicts, severities } from "@/lib/vocabulary/sources";
import { createdAt, id, sourcePolicy, workspaceId } from "../columns";
import { sources } from "./sources";

/** One place in which two revisions differ; offsets are not kept, because the viewer aligns the revisions anew. */
export interface ChangeItemRow {
  kind: ChangeKind;
  before: string | null;
  after: string | null;
  heading: string | null;
  /** Where its links lead, of what came or went. */
  leadsTo?: string[];
  /** The page of the listed entry that it belongs to. */
  entry?: string;
  /** What the page calls the value that changed, and all of it. */
  value?: { of: string; before: string; after: string };
  words?: { op: "same" | "added" | "removed"; text: string }[];
}

/** A difference between two revisions of a page that a reader would want to know. Noise never gets here. */
export const changes = pgTable(
  "changes",
  {
    workspaceId: workspaceId(),
    id: id(),
    sourceId: uuid("source_id").notNull(),
    runId: uuid("run_id").notNull(),
    pageId: uuid("page_id").notNull(),
    documentId: uuid("document_id").notNull(),
    /** Null when the page is new. */
    beforeSnapshotId: uuid("before_snapshot_id"),
    /** Null when the page is gone. */
    afterSnapshotId: uuid("after_snapshot_id"),
    verdict: text("verdict", { enum: changeVerdicts }).notNull(),
    severity: text("severity", { enum: severities }).notNull(),
    kinds: text("kinds").array().notNull().$type<ChangeKind[]>(),
    summary: text("summary").notNull(),
    /** Who wrote the summary. */
    engine: text("engine", { enum: engines }).notNull().default("extractive").$type<Engine>(),
    items: jsonb("items").$type<ChangeItemRow[]>().notNull(),
    detectedAt: timestamp("detected_at", { withTimezone: true }).notNull(),
    /** Dealt with: out of the list, and its revisions may go when the rule of the source says so. */
    archivedAt: timestamp("archived_at", { withTimezone: true }),
    archivedBy: uuid("archived_by"),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    // A step that runs twice tells a change once.
    unique("changes_once").on(t.workspaceId, t.runId, t.pageId),
    index("changes_newest").on(t.workspaceId, t.detectedAt),
    index("changes_source").on(t.workspaceId, t.sourceId, t.detectedAt),
    foreignKey({
      columns: [t.workspaceId, t.sourceId],
      foreignColumns: [sources.workspaceId, sources.id],
    }).onDelete("cascade"),
    sourcePolicy("changes"),
  ],
);
export type Change = typeof changes.$inferSelect;
