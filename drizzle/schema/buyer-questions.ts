import { foreignKey, index, integer, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { buyerQuestionStates } from "@/lib/vocabulary/opportunities";
import { id, opportunityPolicy, timestamps, workspaceId } from "../columns";
import { opportunities } from "./opportunities";

/** A question to the buyer, from its draft to the answer. */
export const buyerQuestions = pgTable(
  "buyer_questions",
  {
    workspaceId: workspaceId(),
    id: id(),
    opportunityId: uuid("opportunity_id").notNull(),
    number: integer("number").notNull(),
    text: text("text").notNull(),
    state: text("state", { enum: buyerQuestionStates }).notNull().default("draft"),
    /** Why it is asked: an unclear requirement, two statements that disagree, or a person's own wish. */
    occasion: text("occasion").notNull(),
    requirementId: uuid("requirement_id"),
    deadlineId: uuid("deadline_id"),
    sentAt: timestamp("sent_at", { withTimezone: true }),
    answer: text("answer"),
    answerEvidenceId: uuid("answer_evidence_id"),
    answeredAt: timestamp("answered_at", { withTimezone: true }),
    createdBy: uuid("created_by"),
    /** The opportunity from which it came when the two were merged, and its number there; it goes back when they part. */
    mergedFrom: uuid("merged_from"),
    mergedNumber: integer("merged_number"),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("buyer_questions_of").on(t.workspaceId, t.opportunityId, t.number),
    foreignKey({
      columns: [t.workspaceId, t.opportunityId],
      foreignColumns: [opportunities.workspaceId, opportunities.id],
    }).onDelete("cascade"),
    opportunityPolicy("buyer_questions"),
  ],
);
export type BuyerQuestion = typeof buyerQuestions.$inferSelect;
