import { boolean, foreignKey, jsonb, pgTable, primaryKey, real, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { fitFactors } from "@/lib/vocabulary/opportunities";
import { opportunityPolicy, timestamps, workspaceId } from "../columns";
import { opportunities } from "./opportunities";

/** One named factor of how well an opportunity fits. Without data the score is null: it says "unknown" and weighs nothing. */
export const opportunityFactors = pgTable(
  "opportunity_factors",
  {
    workspaceId: workspaceId(),
    opportunityId: uuid("opportunity_id").notNull(),
    factor: text("factor", { enum: fitFactors }).notNull(),
    /** 0 to 1. */
    score: real("score"),
    low: real("low"),
    high: real("high"),
    /** A person's own weight for this opportunity; null: the workspace's. */
    weight: real("weight"),
    explanation: text("explanation").notNull(),
    isBlocker: boolean("is_blocker").notNull().default(false),
    /** What it rests on: `{kind: "evidence" | "opportunity" | "profile" | "notice", id, text}`. */
    basis: jsonb("basis").$type<{ kind: string; id: string | null; text: string }[]>().notNull(),
    computedAt: timestamp("computed_at", { withTimezone: true }).notNull(),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.opportunityId, t.factor] }),
    foreignKey({
      columns: [t.workspaceId, t.opportunityId],
      foreignColumns: [opportunities.workspaceId, opportunities.id],
    }).onDelete("cascade"),
    opportunityPolicy("opportunity_factors"),
  ],
);
export type OpportunityFactor = typeof opportunityFactors.$inferSelect;
