import { foreignKey, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { readingPhases } from "@/lib/vocabulary/opportunities";
import { opportunityPolicy, timestamps, workspaceId } from "../columns";
import { opportunities } from "./opportunities";

export interface MovedDate {
  kind: string;
  /** Null: it was left open until then. */
  before: string | null;
  after: string | null;
  /** The paper that states the newer one. */
  documentId?: string | null;
  /** The words of both. */
  quotes?: { before: string | null; after: string | null };
}

/** What a language model's last look at the requirements came to. */
export interface Refinement {
  state: "running" | "done" | "failed";
  /** Documents that were to be looked at, and parts of them that the model was asked about. */
  documents: number;
  asked: number;
  /** Parts that it left unanswered (failure, budget), and why the last one was. */
  unanswered: number;
  reason: string | null;
  proposed: number;
  /** Proposals that were not shown, because their words do not stand in the document or they say nothing new. */
  dropped: number;
  at: string;
}

/** How far the documents of an opportunity have been read for fields, dates and requirements; the files themselves tell their own state. */
export const opportunityReadings = pgTable(
  "opportunity_readings",
  {
    workspaceId: workspaceId(),
    opportunityId: uuid("opportunity_id").notNull(),
    phase: text("phase", { enum: readingPhases }).notNull(),
    /** Raised by whatever asks for a reading; one that began under an older number leaves the rest to the newer one. */
    generation: integer("generation").notNull().default(1),
    /** Documents whose requirements have been taken in the current pass. */
    shreddedCount: integer("shredded_count").notNull().default(0),
    /** Dates that a new version moved, until the amendment that tells of them is written. */
    movedDates: jsonb("moved_dates").$type<MovedDate[]>().notNull().default([]),
    refinement: jsonb("refinement").$type<Refinement>(),
    problem: text("problem"),
    startedAt: timestamp("started_at", { withTimezone: true }).notNull().defaultNow(),
    finishedAt: timestamp("finished_at", { withTimezone: true }),
    startedBy: uuid("started_by"),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.opportunityId] }),
    foreignKey({
      columns: [t.workspaceId, t.opportunityId],
      foreignColumns: [opportunities.workspaceId, opportunities.id],
    }).onDelete("cascade"),
    opportunityPolicy("opportunity_readings"),
  ],
);
export type OpportunityReading = typeof opportunityReadings.$inferSelect;
