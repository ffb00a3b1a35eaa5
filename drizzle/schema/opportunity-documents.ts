import { boolean, foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { tenderRoles } from "@/lib/vocabulary/opportunities";
import { opportunityPolicy, timestamps, workspaceId } from "../columns";
import { documents } from "./documents";
import { opportunities } from "./opportunities";

/** A document of the buyer's, and how far it has been read for this opportunity. */
export const opportunityDocuments = pgTable(
  "opportunity_documents",
  {
    workspaceId: workspaceId(),
    opportunityId: uuid("opportunity_id").notNull(),
    documentId: uuid("document_id").notNull(),
    /** Null until it has been classified. */
    role: text("role", { enum: tenderRoles }),
    roleReason: text("role_reason"),
    roleSetBy: uuid("role_set_by"),
    isDraft: boolean("is_draft").notNull().default(false),
    /** The version whose requirements and fields stand; another current one is still to be read. */
    shreddedSnapshotId: uuid("shredded_snapshot_id"),
    /** The version that a language model has gone through for what the rules missed. */
    refinedSnapshotId: uuid("refined_snapshot_id"),
    /** A person said that it does not belong here; the row stays, so that it is not taken in again. */
    detachedAt: timestamp("detached_at", { withTimezone: true }),
    shreddedAt: timestamp("shredded_at", { withTimezone: true }),
    /** The opportunity with which it came when the two were merged, and with which it goes again; null: its own. */
    mergedFrom: uuid("merged_from"),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.opportunityId, t.documentId] }),
    index("opportunity_documents_document").on(t.workspaceId, t.documentId),
    foreignKey({
      columns: [t.workspaceId, t.opportunityId],
      foreignColumns: [opportunities.workspaceId, opportunities.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.documentId],
      foreignColumns: [documents.workspaceId, documents.id],
    }).onDelete("cascade"),
    opportunityPolicy("opportunity_documents"),
  ],
);
export type OpportunityDocument = typeof opportunityDocuments.$inferSelect;
