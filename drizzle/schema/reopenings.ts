import { foreignKey, index, pgTable, primaryKey, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { reopenedKinds } from "@/lib/vocabulary/opportunities";
import { createdAt, id, opportunityPolicy, workspaceId } from "../columns";
import { amendments } from "./amendments";
import { opportunities } from "./opportunities";

/** Something that was built on what an amendment changed, and that a person confirms or changes before it counts as settled again. */
export const reopenings = pgTable(
  "reopenings",
  {
    workspaceId: workspaceId(),
    id: id(),
    opportunityId: uuid("opportunity_id").notNull(),
    amendmentId: uuid("amendment_id").notNull(),
    kind: text("kind", { enum: reopenedKinds }).notNull(),
    /** The decision, question, task, requirement or deadline. */
    dependentId: uuid("dependent_id").notNull(),
    /** One plain sentence: what changed under it. */
    reason: text("reason").notNull(),
    confirmedAt: timestamp("confirmed_at", { withTimezone: true }),
    /** Null although confirmed: what it is about was changed or done, which settles it as well. */
    confirmedBy: uuid("confirmed_by"),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("reopenings_once").on(t.workspaceId, t.amendmentId, t.kind, t.dependentId),
    index("reopenings_of").on(t.workspaceId, t.opportunityId, t.confirmedAt),
    foreignKey({
      columns: [t.workspaceId, t.opportunityId],
      foreignColumns: [opportunities.workspaceId, opportunities.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.amendmentId],
      foreignColumns: [amendments.workspaceId, amendments.id],
    }).onDelete("cascade"),
    opportunityPolicy("reopenings"),
  ],
);
export type Reopening = typeof reopenings.$inferSelect;
