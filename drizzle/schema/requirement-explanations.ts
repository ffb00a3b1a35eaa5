import { foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { engines } from "@/lib/vocabulary/ask";
import { opportunityPolicy, timestamps, workspaceId } from "../columns";
import { opportunities } from "./opportunities";
import { requirements } from "./requirements";

/** What a requirement asks for, in plain words; kept until the requirement is revised. */
export const requirementExplanations = pgTable(
  "requirement_explanations",
  {
    workspaceId: workspaceId(),
    requirementId: uuid("requirement_id").notNull(),
    opportunityId: uuid("opportunity_id").notNull(),
    /** Of the requirement that was explained. */
    revision: integer("revision").notNull(),
    sentences: jsonb("sentences").$type<string[]>().notNull(),
    engine: text("engine", { enum: engines }).notNull(),
    model: text("model"),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.requirementId] }),
    foreignKey({
      columns: [t.workspaceId, t.requirementId],
      foreignColumns: [requirements.workspaceId, requirements.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.opportunityId],
      foreignColumns: [opportunities.workspaceId, opportunities.id],
    }).onDelete("cascade"),
    opportunityPolicy("requirement_explanations"),
  ],
);
