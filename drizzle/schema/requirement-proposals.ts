import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { type ObligedParty, proposalKinds, proposalStates, type RequirementKind } from "@/lib/vocabulary/opportunities";
import { id, opportunityPolicy, timestamps, workspaceId } from "../columns";
import { opportunities } from "./opportunities";
import { renditions } from "./renditions";

/** The columns of a requirement that a proposal would set. */
export interface ProposedColumns {
  text?: string;
  kind?: RequirementKind;
  isMandatory?: boolean;
  obliged?: ObligedParty;
}

/** What a language model would change in the requirements of a document. Nothing of it holds until a person accepts it. */
export const requirementProposals = pgTable(
  "requirement_proposals",
  {
    workspaceId: workspaceId(),
    id: id(),
    opportunityId: uuid("opportunity_id").notNull(),
    documentId: uuid("document_id").notNull(),
    /** Where its quote stands, literally; checked before the row was written. */
    renditionId: uuid("rendition_id").notNull(),
    start: integer("start").notNull(),
    end: integer("end").notNull(),
    page: integer("page"),
    quote: text("quote").notNull(),
    what: text("what", { enum: proposalKinds }).notNull(),
    /** Of a change or a merge: the rows that it is about, the one that stays first. */
    requirementIds: uuid("requirement_ids").array().notNull(),
    /** Their revisions when the model saw them: a row that moved on since makes the proposal void. */
    revisions: integer("revisions").array().notNull(),
    proposed: jsonb("proposed").$type<ProposedColumns>().notNull(),
    /** Why, in the model's words. */
    reason: text("reason").notNull(),
    model: text("model").notNull(),
    /** The same proposal is made once, whatever was decided about it. */
    fingerprint: text("fingerprint").notNull(),
    state: text("state", { enum: proposalStates }).notNull().default("open"),
    /** Of an accepted one: the deed by which it is taken back. */
    batchId: uuid("batch_id"),
    decidedBy: uuid("decided_by"),
    decidedAt: timestamp("decided_at", { withTimezone: true }),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("requirement_proposals_once").on(t.workspaceId, t.opportunityId, t.fingerprint),
    index("requirement_proposals_document").on(t.workspaceId, t.documentId),
    foreignKey({
      columns: [t.workspaceId, t.opportunityId],
      foreignColumns: [opportunities.workspaceId, opportunities.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.renditionId],
      foreignColumns: [renditions.workspaceId, renditions.id],
    }).onDelete("cascade"),
    opportunityPolicy("requirement_proposals"),
  ],
);
export type RequirementProposal = typeof requirementProposals.$inferSelect;
