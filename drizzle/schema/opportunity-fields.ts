import { boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { assertionOrigins, fieldNames } from "@/lib/vocabulary/opportunities";
import { id, opportunityPolicy, timestamps, workspaceId } from "../columns";
import { opportunities } from "./opportunities";

/** One statement of what is known of an opportunity; several may state the same field, one of a single-valued field is chosen. */
export const opportunityFields = pgTable(
  "opportunity_fields",
  {
    workspaceId: workspaceId(),
    id: id(),
    opportunityId: uuid("opportunity_id").notNull(),
    name: text("name", { enum: fieldNames }).notNull(),
    /** Order among the values of a field with many. */
    position: integer("position").notNull().default(0),
    /** Typed by name; see `tender-fields`. */
    value: jsonb("value").$type<unknown>().notNull(),
    /** As shown to people. */
    text: text("text").notNull(),
    origin: text("origin", { enum: assertionOrigins }).notNull(),
    /** What it rests on: a quote, or a notice. A person's own entry has neither. */
    evidenceId: uuid("evidence_id"),
    noticeId: uuid("notice_id"),
    isChosen: boolean("is_chosen").notNull().default(true),
    /** The person who chose it among the others; null: chosen by rule, and chosen anew when more is known. */
    chosenBy: uuid("chosen_by"),
    statedBy: uuid("stated_by"),
    /** The opportunity from which it came when the two were merged; it goes back when they part. */
    mergedFrom: uuid("merged_from"),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("opportunity_fields_name").on(t.workspaceId, t.opportunityId, t.name),
    foreignKey({
      columns: [t.workspaceId, t.opportunityId],
      foreignColumns: [opportunities.workspaceId, opportunities.id],
    }).onDelete("cascade"),
    opportunityPolicy("opportunity_fields"),
  ],
);
export type OpportunityField = typeof opportunityFields.$inferSelect;
