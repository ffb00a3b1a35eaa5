import { integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { streamEventTypes } from "@/lib/vocabulary/ask";
import { createdAt, workspaceId, workspacePolicy } from "../columns";

/** The durable log that a job appends to and screens follow. Gapless `seq` from 1 in each stream. */
export const streamEvents = pgTable(
  "stream_events",
  {
    workspaceId: workspaceId(),
    streamId: uuid("stream_id").notNull(),
    seq: integer("seq").notNull(),
    /** Attempt that wrote it; a retried attempt first appends `rewind`. */
    generation: integer("generation").notNull(),
    type: text("type", { enum: streamEventTypes }).notNull(),
    data: jsonb("data").$type<Record<string, unknown>>().notNull(),
    createdAt,
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.streamId, t.seq] }), workspacePolicy("stream_events")],
);
export type StreamEvent = typeof streamEvents.$inferSelect;
