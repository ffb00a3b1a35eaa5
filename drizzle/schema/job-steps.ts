import { bigint, boolean, integer, jsonb, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { jobRuns } from "./job-runs";
import { jobsSchema } from "./job-schema";

/** What a run has found to do. `status` is pending, done, failed or dropped; `output` is what the SDK gets back for it. */
export const jobSteps = jobsSchema.table(
  "steps",
  {
    runId: text("run_id")
      .notNull()
      .references(() => jobRuns.id, { onDelete: "cascade" }),
    /** SHA-1 of the step's name, as the SDK counts them. */
    id: text("id").notNull(),
    op: text("op").notNull(),
    name: text("name").notNull(),
    status: text("status").notNull(),
    /** The run goes on as soon as one of its kind is done, not when all are. */
    isRace: boolean("is_race").notNull().default(false),
    seq: bigint("seq", { mode: "number" }),
    output: jsonb("output").$type<unknown>(),
    attempts: integer("attempts").notNull().default(1),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    endedAt: timestamp("ended_at", { withTimezone: true }),
  },
  (t) => [primaryKey({ columns: [t.runId, t.id] })],
);
export type JobStep = typeof jobSteps.$inferSelect;
