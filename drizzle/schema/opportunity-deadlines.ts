import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { assertionOrigins, deadlineFlags, deadlineKinds, deadlineStates } from "@/lib/vocabulary/opportunities";
import { id, opportunityPolicy, timestamps, workspaceId } from "../columns";
import { opportunities } from "./opportunities";

/** One statement of a date of the procedure. Statements that disagree all stay; people decide which is in force. */
export const opportunityDeadlines = pgTable(
  "opportunity_deadlines",
  {
    workspaceId: workspaceId(),
    id: id(),
    opportunityId: uuid("opportunity_id").notNull(),
    kind: text("kind", { enum: deadlineKinds }).notNull(),
    state: text("state", { enum: deadlineStates }).notNull(),
    /** The words that state it. */
    quote: text("quote").notNull(),
    /** "2026-03-29" and "16:00" as stated; null where blank, impossible or not said. */
    localDate: text("local_date"),
    localTime: text("local_time"),
    zoneStated: text("zone_stated"),
    zone: text("zone"),
    at: timestamp("at", { withTimezone: true }),
    note: text("note"),
    flags: text("flags", { enum: deadlineFlags }).array().notNull().default(sql`'{}'`),
    origin: text("origin", { enum: assertionOrigins }).notNull(),
    evidenceId: uuid("evidence_id"),
    noticeId: uuid("notice_id"),
    decidedBy: uuid("decided_by"),
    decidedAt: timestamp("decided_at", { withTimezone: true }),
    /** The opportunity from which it came when the two were merged; it goes back when they part. */
    mergedFrom: uuid("merged_from"),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("opportunity_deadlines_of").on(t.workspaceId, t.opportunityId, t.kind),
    index("opportunity_deadlines_at").on(t.workspaceId, t.at),
    foreignKey({
      columns: [t.workspaceId, t.opportunityId],
      foreignColumns: [opportunities.workspaceId, opportunities.id],
    }).onDelete("cascade"),
    opportunityPolicy("opportunity_deadlines"),
  ],
);
export type OpportunityDeadline = typeof opportunityDeadlines.$inferSelect;
