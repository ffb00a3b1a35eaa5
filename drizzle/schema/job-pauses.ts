import { index, text, timestamp } from "drizzle-orm/pg-core";
import { jobRuns } from "./job-runs";
import { jobsSchema } from "./job-schema";

/** What a run waits for: an event (`wait`), the end of a run it invoked (`invoke`), or an event that ends it (`cancel`). */
export const jobPauses = jobsSchema.table(
  "pauses",
  {
    id: text("id").primaryKey(),
    runId: text("run_id")
      .notNull()
      .references(() => jobRuns.id, { onDelete: "cascade" }),
    stepId: text("step_id"),
    kind: text("kind").notNull(),
    eventName: text("event_name"),
    expression: text("expression"),
    /** A necessary part of the expression, "this field of the event equals this text", that the database can test. */
    matchPath: text("match_path").array(),
    matchValue: text("match_value"),
    expiresAt: timestamp("expires_at", { withTimezone: true }),
  },
  (t) => [index("pauses_run").on(t.runId), index("pauses_event").on(t.eventName, t.matchValue)],
);
export type JobPause = typeof jobPauses.$inferSelect;
