import { index, integer, jsonb, text, timestamp } from "drizzle-orm/pg-core";
import { jobRuns } from "./job-runs";
import { jobsSchema } from "./job-schema";

/** Runs that failed for good, with the reason, until somebody replays them. */
export const jobDeadLetters = jobsSchema.table(
  "dead_letters",
  {
    id: text("id").primaryKey(),
    runId: text("run_id")
      .notNull()
      .references(() => jobRuns.id, { onDelete: "cascade" }),
    functionId: text("function_id").notNull(),
    shareKey: text("share_key").notNull(),
    stepName: text("step_name"),
    reason: text("reason").notNull(),
    error: jsonb("error").$type<Record<string, unknown>>().notNull(),
    attempts: integer("attempts").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    replayedAt: timestamp("replayed_at", { withTimezone: true }),
    replayRunId: text("replay_run_id"),
  },
  (t) => [index("dead_letters_created").on(t.createdAt, t.id), index("dead_letters_run").on(t.runId)],
);
export type JobDeadLetter = typeof jobDeadLetters.$inferSelect;
