import { foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { feedbackKinds } from "@/lib/vocabulary/ask";
import { queryPolicy, timestamps, workspaceId } from "../columns";
import { queries } from "./queries";

/** What a person said of an answer; one verdict a person. */
export const queryFeedback = pgTable(
  "query_feedback",
  {
    workspaceId: workspaceId(),
    queryId: uuid("query_id").notNull(),
    userId: uuid("user_id").notNull(),
    kind: text("kind", { enum: feedbackKinds }).notNull(),
    comment: text("comment"),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.queryId, t.userId] }),
    foreignKey({ columns: [t.workspaceId, t.queryId], foreignColumns: [queries.workspaceId, queries.id] }).onDelete(
      "cascade",
    ),
    queryPolicy("query_feedback"),
  ],
);
