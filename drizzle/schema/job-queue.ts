import { sql } from "drizzle-orm";
import { index, integer, text, timestamp } from "drizzle-orm/pg-core";
import { jobRuns } from "./job-runs";
import { jobsSchema } from "./job-schema";

/**
 * What is to be done next, and when. The id says what it is (run, kind, step), so that planning the same thing twice is one
 * row. `generation` grows with every claim: an answer that carries an older one is thrown away.
 */
export const jobQueue = jobsSchema.table(
  "queue",
  {
    id: text("id").primaryKey(),
    runId: text("run_id")
      .notNull()
      .references(() => jobRuns.id, { onDelete: "cascade" }),
    functionId: text("function_id").notNull(),
    /** `call` goes to the function; `sleep` and `timeout` are timers. */
    kind: text("kind").notNull(),
    /** Null asks the function what to do next. */
    stepId: text("step_id"),
    shareKey: text("share_key").notNull(),
    keys: text("keys").array().notNull(),
    limits: integer("limits").array().notNull(),
    rankAt: timestamp("rank_at", { withTimezone: true }).notNull(),
    dueAt: timestamp("due_at", { withTimezone: true }).notNull(),
    attempt: integer("attempt").notNull().default(0),
    generation: integer("generation").notNull().default(0),
    leasedUntil: timestamp("leased_until", { withTimezone: true }),
    leaseOwner: text("lease_owner"),
  },
  (t) => [
    index("queue_run").on(t.runId),
    index("queue_waiting").on(t.shareKey, t.rankAt, t.id).where(sql`leased_until is null and kind = 'call'`),
    index("queue_timers").on(t.dueAt).where(sql`kind <> 'call'`),
    index("queue_leased").on(t.leasedUntil).where(sql`leased_until is not null`),
  ],
);
export type JobQueueItem = typeof jobQueue.$inferSelect;
