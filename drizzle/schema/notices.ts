import { foreignKey, index, jsonb, pgTable, primaryKey, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { noticeSchemes, noticeTypes } from "@/lib/vocabulary/opportunities";
import { id, opportunityPolicy, timestamps, workspaceId } from "../columns";
import { opportunities } from "./opportunities";

/** Why a notice belongs to its opportunity: how it was matched, for people. */
export interface MatchedBy {
  how: string;
  score: number;
  reasons: string[];
  /** The opportunity that it belonged to before a split or merge. */
  from?: string;
  /** Of a merge: when it was, and why the notice belonged to that other one. */
  at?: string;
  before?: MatchedBy;
}

/** One publication about an opportunity, as it was read; several may be about one, from several sources. */
export const notices = pgTable(
  "notices",
  {
    workspaceId: workspaceId(),
    id: id(),
    opportunityId: uuid("opportunity_id").notNull(),
    scheme: text("scheme", { enum: noticeSchemes }).notNull(),
    type: text("type", { enum: noticeTypes }).notNull(),
    /** What makes it the same publication when it is read again. */
    noticeKey: text("notice_key").notNull(),
    procedureKey: text("procedure_key"),
    /** Where it was seen. No foreign keys: a source may be removed and a document erased, the notice stays. */
    sourceId: uuid("source_id"),
    documentId: uuid("document_id"),
    snapshotId: uuid("snapshot_id"),
    url: text("url"),
    title: text("title"),
    publishedAt: timestamp("published_at", { withTimezone: true }),
    rationale: text("rationale"),
    /** A `NoticeFacts` of server/opportunities, whole. */
    facts: jsonb("facts").$type<unknown>().notNull(),
    /** Of the facts: the same publication read again adds nothing. */
    factsHash: text("facts_hash").notNull(),
    matchedBy: jsonb("matched_by").$type<MatchedBy>().notNull(),
    /** What later notices find it by; see match-notice. */
    matchKeys: text("match_keys").array().notNull(),
    readAt: timestamp("read_at", { withTimezone: true }).notNull().defaultNow(),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("notices_key").on(t.workspaceId, t.scheme, t.noticeKey),
    index("notices_opportunity").on(t.workspaceId, t.opportunityId),
    index("notices_procedure").on(t.workspaceId, t.procedureKey),
    foreignKey({
      columns: [t.workspaceId, t.opportunityId],
      foreignColumns: [opportunities.workspaceId, opportunities.id],
    }).onDelete("cascade"),
    opportunityPolicy("notices"),
  ],
);
export type Notice = typeof notices.$inferSelect;
