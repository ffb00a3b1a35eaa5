import { foreignKey, index, integer, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { freshnesses } from "@/lib/vocabulary/evidence";
import { createdAt, workspaceId, workspacePolicy } from "../columns";
import { evidence } from "./evidence";

/** What rests on a piece of evidence. Freshness lives here and nowhere else. A dependent is a kind and an id: this floor knows no product word. */
export const dependents = pgTable(
  "dependents",
  {
    workspaceId: workspaceId(),
    evidenceId: uuid("evidence_id").notNull(),
    kind: text("kind").notNull(),
    dependentId: uuid("dependent_id").notNull(),
    freshness: text("freshness", { enum: freshnesses }).notNull().default("current"),
    /** The snapshot that changed or removed the quoted text, the text that stands there now (null: gone), and when it was seen. */
    changedBySnapshotId: uuid("changed_by_snapshot_id"),
    after: text("after"),
    afterStart: integer("after_start"),
    markedAt: timestamp("marked_at", { withTimezone: true }),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.evidenceId, t.kind, t.dependentId] }),
    index("dependents_of").on(t.workspaceId, t.kind, t.dependentId),
    foreignKey({
      columns: [t.workspaceId, t.evidenceId],
      foreignColumns: [evidence.workspaceId, evidence.id],
    }).onDelete("cascade"),
    workspacePolicy("dependents"),
  ],
);
export type Dependent = typeof dependents.$inferSelect;
