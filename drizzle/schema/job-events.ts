import { index, jsonb, text, timestamp } from "drizzle-orm/pg-core";
import { jobsSchema } from "./job-schema";

/** Every event that was accepted. The primary key is what makes an event sent twice start its functions once. */
export const jobEvents = jobsSchema.table(
  "events",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
    receivedAt: timestamp("received_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index("events_received").on(t.receivedAt)],
);
export type JobEvent = typeof jobEvents.$inferSelect;
