import { sql } from "drizzle-orm";
import { foreignKey, index, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { runStatuses, runTriggers } from "@/lib/vocabulary/sources";
import { id, sourcePolicy, timestamps, workspaceId } from "../columns";
import { sources } from "./sources";

/** Counts of one run; pages are counted once, whatever the number of attempts. */
export interface RunCounts {
  pages: number;
  /** Known and not yet read. */
  waiting: number;
  fetches: number;
  new: number;
  changed: number;
  same: number;
  gone: number;
  unhealthy: number;
  failed: number;
  skipped: number;
  changes: number;
  records: number;
  bytes: number;
  rungs: Record<string, number>;
}

export interface RunProblem {
  url: string;
  code: string;
  reason: string;
}

/** One scan of a source. Its pages wait in `crawl_frontier`. */
export const sourceRuns = pgTable(
  "source_runs",
  {
    workspaceId: workspaceId(),
    id: id(),
    sourceId: uuid("source_id").notNull(),
    trigger: text("trigger", { enum: runTriggers }).notNull(),
    status: text("status", { enum: runStatuses }).notNull().default("queued"),
    /** Why it failed, or what was odd about it ("the listing halved"), for people. */
    reason: text("reason"),
    counts: jsonb("counts").$type<RunCounts>().notNull(),
    /** The first hundred pages that did not come, each with its reason. */
    problems: jsonb("problems").$type<RunProblem[]>().notNull(),
    currentUrl: text("current_url"),
    requestedBy: uuid("requested_by"),
    startedAt: timestamp("started_at", { withTimezone: true }),
    finishedAt: timestamp("finished_at", { withTimezone: true }),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("source_runs_source").on(t.workspaceId, t.sourceId, t.createdAt),
    uniqueIndex("source_runs_live").on(t.workspaceId, t.sourceId).where(sql`status in ('queued', 'running')`),
    foreignKey({
      columns: [t.workspaceId, t.sourceId],
      foreignColumns: [sources.workspaceId, sources.id],
    }).onDelete("cascade"),
    sourcePolicy("source_runs"),
  ],
);
export type SourceRun = typeof sourceRuns.$inferSelect;
