import { foreignKey, index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { amendmentStates } from "@/lib/vocabulary/opportunities";
import { id, opportunityPolicy, timestamps, workspaceId } from "../columns";
import { opportunities } from "./opportunities";

export interface AmendmentItem {
  /** `affected`: it names what is taken out, and only a person can say what that makes of it. */
  what: "added" | "removed" | "changed" | "affected" | "deadline" | "field";
  requirementId: string | null;
  before: string | null;
  after: string | null;
  /** Of a deadline: its kind; of a field: its name; of a change: "wording" when nothing in it is to be acted on, "text" of a line that no requirement states. */
  detail?: string;
  /** The words of a paper beside the others that say it; what it changes goes on standing where it stood. */
  quote?: string;
  /** Of a date: the words that stated it before, and those that state it now. */
  quotes?: { before: string | null; after: string | null };
}

/** What a new version of a document, or a new notice, changed in what is demanded; a person approves it. */
export const amendments = pgTable(
  "amendments",
  {
    workspaceId: workspaceId(),
    id: id(),
    opportunityId: uuid("opportunity_id").notNull(),
    documentId: uuid("document_id"),
    beforeSnapshotId: uuid("before_snapshot_id"),
    afterSnapshotId: uuid("after_snapshot_id"),
    noticeId: uuid("notice_id"),
    state: text("state", { enum: amendmentStates }).notNull().default("to_review"),
    summary: text("summary").notNull(),
    items: jsonb("items").$type<AmendmentItem[]>().notNull(),
    reviewedBy: uuid("reviewed_by"),
    reviewedAt: timestamp("reviewed_at", { withTimezone: true }),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("amendments_of").on(t.workspaceId, t.opportunityId, t.createdAt),
    foreignKey({
      columns: [t.workspaceId, t.opportunityId],
      foreignColumns: [opportunities.workspaceId, opportunities.id],
    }).onDelete("cascade"),
    opportunityPolicy("amendments"),
  ],
);
export type Amendment = typeof amendments.$inferSelect;
