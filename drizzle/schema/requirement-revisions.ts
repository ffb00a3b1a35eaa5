import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, opportunityPolicy, workspaceId } from "../columns";
import { opportunities } from "./opportunities";

/** What was done to a requirement, and how to take it back. Rows of one deed share a batch. */
export const requirementRevisions = pgTable(
  "requirement_revisions",
  {
    workspaceId: workspaceId(),
    id: id(),
    opportunityId: uuid("opportunity_id").notNull(),
    requirementId: uuid("requirement_id").notNull(),
    batchId: uuid("batch_id").notNull(),
    /** "edit", "split", "merge", "add", "drop", "move", "amendment", "undo". */
    deed: text("deed").notNull(),
    revision: integer("revision").notNull(),
    /** The columns that changed, before and after; before is null for a new row. */
    before: jsonb("before").$type<Record<string, unknown> | null>(),
    after: jsonb("after").$type<Record<string, unknown>>().notNull(),
    /** Null: the product itself (an amendment was read). */
    userId: uuid("user_id"),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("requirement_revisions_of").on(t.workspaceId, t.requirementId, t.createdAt),
    index("requirement_revisions_batch").on(t.workspaceId, t.opportunityId, t.createdAt),
    foreignKey({
      columns: [t.workspaceId, t.opportunityId],
      foreignColumns: [opportunities.workspaceId, opportunities.id],
    }).onDelete("cascade"),
    opportunityPolicy("requirement_revisions"),
  ],
);
export type RequirementRevision = typeof requirementRevisions.$inferSelect;
