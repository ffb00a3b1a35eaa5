import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { queryTools } from "@/lib/vocabulary/ask";
import { createdAt, id, queryPolicy, workspaceId } from "../columns";
import { queries } from "./queries";

/** A tool that a query used: with what, what came back in short, and how long it took. */
export const toolCalls = pgTable(
  "tool_calls",
  {
    workspaceId: workspaceId(),
    id: id(),
    queryId: uuid("query_id").notNull(),
    taskId: text("task_id").notNull(),
    tool: text("tool", { enum: queryTools }).notNull(),
    input: jsonb("input").$type<Record<string, unknown>>().notNull(),
    summary: text("summary").notNull(),
    durationMs: integer("duration_ms").notNull(),
    /** Age of the cached result that was used, null when the tool ran. */
    cacheAgeMs: integer("cache_age_ms"),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("tool_calls_query").on(t.workspaceId, t.queryId),
    foreignKey({ columns: [t.workspaceId, t.queryId], foreignColumns: [queries.workspaceId, queries.id] }).onDelete(
      "cascade",
    ),
    queryPolicy("tool_calls"),
  ],
);
export type ToolCall = typeof toolCalls.$inferSelect;
