import { foreignKey, index, jsonb, pgTable, primaryKey, real, text, uuid } from "drizzle-orm/pg-core";
import { decisions } from "@/lib/vocabulary/opportunities";
import { createdAt, id, opportunityPolicy, workspaceId } from "../columns";
import { opportunities } from "./opportunities";

/** A go/no-go as it was taken, with what was known then; a reversal is a further row. */
export const goNoGoDecisions = pgTable(
  "go_no_go_decisions",
  {
    workspaceId: workspaceId(),
    id: id(),
    opportunityId: uuid("opportunity_id").notNull(),
    /** Null: the decision was taken back. */
    decision: text("decision", { enum: decisions }),
    reason: text("reason").notNull(),
    score: real("score"),
    /** The factors as they stood. */
    factors: jsonb("factors").$type<unknown>().notNull(),
    decidedBy: uuid("decided_by"),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("go_no_go_decisions_of").on(t.workspaceId, t.opportunityId, t.createdAt),
    foreignKey({
      columns: [t.workspaceId, t.opportunityId],
      foreignColumns: [opportunities.workspaceId, opportunities.id],
    }).onDelete("cascade"),
    opportunityPolicy("go_no_go_decisions"),
  ],
);
export type GoNoGoDecision = typeof goNoGoDecisions.$inferSelect;
