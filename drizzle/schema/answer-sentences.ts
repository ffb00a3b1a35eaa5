import { boolean, foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { engines } from "@/lib/vocabulary/ask";
import { createdAt, id, queryPolicy, workspaceId } from "../columns";
import { queries } from "./queries";

/** One sentence of an answer, stored only after the gate let it pass. Its evidence hangs on `dependents` (kind "answer_sentence"). */
export const answerSentences = pgTable(
  "answer_sentences",
  {
    workspaceId: workspaceId(),
    id: id(),
    queryId: uuid("query_id").notNull(),
    position: integer("position").notNull(),
    text: text("text").notNull(),
    writtenBy: text("written_by", { enum: engines }).notNull(),
    /** A passage that may matter beside what answers far more surely; screens fold it away. */
    isAside: boolean("is_aside").notNull().default(false),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("answer_sentences_position").on(t.workspaceId, t.queryId, t.position),
    foreignKey({ columns: [t.workspaceId, t.queryId], foreignColumns: [queries.workspaceId, queries.id] }).onDelete(
      "cascade",
    ),
    queryPolicy("answer_sentences"),
  ],
);
export type AnswerSentence = typeof answerSentences.$inferSelect;
