import { foreignKey, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { queryPolicy, workspaceId } from "../columns";
import { evidence } from "./evidence";
import { queries } from "./queries";

/** The numbered sources of an answer: citation n of a query is this piece of evidence. */
export const citations = pgTable(
  "citations",
  {
    workspaceId: workspaceId(),
    queryId: uuid("query_id").notNull(),
    number: integer("number").notNull(),
    evidenceId: uuid("evidence_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.queryId, t.number] }),
    foreignKey({ columns: [t.workspaceId, t.queryId], foreignColumns: [queries.workspaceId, queries.id] }).onDelete(
      "cascade",
    ),
    foreignKey({
      columns: [t.workspaceId, t.evidenceId],
      foreignColumns: [evidence.workspaceId, evidence.id],
    }).onDelete("cascade"),
    queryPolicy("citations"),
  ],
);
