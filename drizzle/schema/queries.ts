import { sql } from "drizzle-orm";
import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { engines, type Phase, queryStatuses } from "@/lib/vocabulary/ask";
import { conversationPolicy, id, timestamps, workspaceId } from "../columns";
import { conversations } from "./conversations";

/** A passage shown where the documents do not say. Offsets are UTF-16 units of the rendition. */
export interface NearestPassage {
  documentId: string;
  snapshotId: string;
  renditionId: string;
  title: string;
  page: number | null;
  start: number;
  end: number;
  text: string;
}

/** One question in a conversation and what became of it. Its stream of events carries the same id. */
export const queries = pgTable(
  "queries",
  {
    workspaceId: workspaceId(),
    id: id(),
    conversationId: uuid("conversation_id").notNull(),
    position: integer("position").notNull(),
    question: text("question").notNull(),
    status: text("status", { enum: queryStatuses }).notNull().default("queued"),
    bypassesCache: boolean("bypasses_cache").notNull().default(false),
    followUps: text("follow_ups").array().notNull().default(sql`'{}'`),
    /** Where nothing was found for certain, or not for a part: the evidence-like passages that come nearest. */
    nearest: jsonb("nearest").$type<NearestPassage[]>().notNull().default([]),
    /** Parts of the question, in its own words, that the documents do not answer although they answer the rest. */
    unanswered: text("unanswered").array().notNull().default(sql`'{}'`),
    engine: text("engine", { enum: engines }),
    /** Why the model's answer was not used although one is configured. */
    fallbackReason: text("fallback_reason"),
    /** Calibrated probability (0-1) that the cited quotes hold the answer. */
    confidence: doublePrecision("confidence"),
    /** Set when the documents do not say. */
    abstainedAt: timestamp("abstained_at", { withTimezone: true }),
    phases: jsonb("phases").$type<{ name: Phase; ms: number; detail?: unknown }[]>().notNull().default([]),
    usage: jsonb("usage").$type<{ inputTokens: number; outputTokens: number; costMicros: number; calls: number }>(),
    failureReason: text("failure_reason"),
    finishedAt: timestamp("finished_at", { withTimezone: true }),
    createdBy: uuid("created_by").notNull(),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("queries_conversation").on(t.workspaceId, t.conversationId, t.position),
    foreignKey({
      columns: [t.workspaceId, t.conversationId],
      foreignColumns: [conversations.workspaceId, conversations.id],
    }).onDelete("cascade"),
    conversationPolicy("queries"),
  ],
);
export type Query = typeof queries.$inferSelect;
