import { bigint, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, workspaceId, workspacePolicy } from "../columns";
import { workspaces } from "./workspaces";

export const usageStates = ["reserved", "settled", "released"] as const;

/** One call of a model: reserved before it, settled after it, so that parallel calls cannot outrun the budget. */
export const usageEntries = pgTable(
  "usage_entries",
  {
    workspaceId: workspaceId(),
    id: id(),
    /** Month as yyyymm in UTC. */
    month: integer("month").notNull(),
    judgement: text("judgement").notNull(),
    model: text("model").notNull(),
    state: text("state", { enum: usageStates }).notNull(),
    inputTokens: integer("input_tokens").notNull().default(0),
    outputTokens: integer("output_tokens").notNull().default(0),
    costMicros: bigint("cost_micros", { mode: "number" }).notNull().default(0),
    durationMs: integer("duration_ms"),
    outcome: text("outcome"),
    queryId: uuid("query_id"),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("usage_entries_month").on(t.workspaceId, t.month),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
    workspacePolicy("usage_entries"),
  ],
);
