import { bigint, boolean, foreignKey, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { timestamps, workspaceId, workspacePolicy } from "../columns";
import { workspaces } from "./workspaces";

/** A workspace's own choice of language model and its monthly budget. Without a row the installation's choice stands. */
export const modelSettings = pgTable(
  "model_settings",
  {
    workspaceId: workspaceId(),
    provider: text("provider"),
    model: text("model"),
    baseUrl: text("base_url"),
    /** AES-256-GCM, bound to this workspace and column; never returned. */
    apiKeyCipher: text("api_key_cipher"),
    /** Millionths of a dollar per million tokens, for cost; null where the price is not known. */
    inputPriceMicros: bigint("input_price_micros", { mode: "number" }),
    outputPriceMicros: bigint("output_price_micros", { mode: "number" }),
    /** Millionths of a dollar a month; null is no limit. */
    monthlyBudgetMicros: bigint("monthly_budget_micros", { mode: "number" }),
    isEnabled: boolean("is_enabled").notNull().default(true),
    warnedMonth: integer("warned_month"),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
    workspacePolicy("model_settings"),
  ],
);
export type ModelSettings = typeof modelSettings.$inferSelect;
