import { index, text, timestamp } from "drizzle-orm/pg-core";
import { jobsSchema } from "./job-schema";

/** When each scheduled function is next due. One row for all processes: whoever moves `next_at` on has fired it. */
export const jobSchedules = jobsSchema.table(
  "schedules",
  {
    id: text("id").primaryKey(),
    functionId: text("function_id").notNull(),
    cron: text("cron").notNull(),
    nextAt: timestamp("next_at", { withTimezone: true }).notNull(),
    lastAt: timestamp("last_at", { withTimezone: true }),
  },
  (t) => [index("schedules_next").on(t.nextAt)],
);
export type JobSchedule = typeof jobSchedules.$inferSelect;
