import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { jobsSchema } from "./job-schema";

/** One execution of a function. `status` is queued, running, completed, failed or cancelled; the last three never change. */
export const jobRuns = jobsSchema.table(
  "runs",
  {
    id: text("id").primaryKey(),
    functionId: text("function_id").notNull(),
    status: text("status").notNull().default("queued"),
    eventId: text("event_id").notNull(),
    events: jsonb("events").$type<Record<string, unknown>[]>().notNull(),
    /** Whose turn it uses up: capacity is dealt out between these, one each in turn. */
    shareKey: text("share_key").notNull(),
    concurrencyKeys: text("concurrency_keys").array().notNull(),
    concurrencyLimits: integer("concurrency_limits").array().notNull(),
    /** Steps found in parallel are planned one by one until all of them are done. */
    isPlanned: boolean("is_planned").notNull().default(false),
    idempotencyKey: text("idempotency_key"),
    /** `<run>.<step>` of the run that invoked this one. */
    correlationId: text("correlation_id"),
    /** The place in the queue of all its work: when it was made, less its priority. */
    rankAt: timestamp("rank_at", { withTimezone: true }).notNull(),
    output: jsonb("output").$type<unknown>(),
    error: jsonb("error").$type<Record<string, unknown>>(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    startedAt: timestamp("started_at", { withTimezone: true }),
    endedAt: timestamp("ended_at", { withTimezone: true }),
  },
  (t) => [
    uniqueIndex("runs_idempotency").on(t.functionId, t.idempotencyKey),
    index("runs_function").on(t.functionId, t.createdAt),
    index("runs_share").on(t.shareKey, t.createdAt),
    index("runs_created").on(t.createdAt, t.id),
    index("runs_event").on(t.eventId),
    index("runs_ended").on(t.endedAt).where(sql`ended_at is not null`),
  ],
);
export type JobRun = typeof jobRuns.$inferSelect;
