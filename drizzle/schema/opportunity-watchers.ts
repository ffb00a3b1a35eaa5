import { foreignKey, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { createdAt, opportunityPolicy, workspaceId } from "../columns";
import { opportunities } from "./opportunities";

/** Who is told what happens to an opportunity, besides its owner. */
export const opportunityWatchers = pgTable(
  "opportunity_watchers",
  {
    workspaceId: workspaceId(),
    opportunityId: uuid("opportunity_id").notNull(),
    userId: uuid("user_id").notNull(),
    /** The opportunity that the person watched or owned when it was merged into this one; null: this one itself. */
    mergedFrom: uuid("merged_from"),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.opportunityId, t.userId] }),
    foreignKey({
      columns: [t.workspaceId, t.opportunityId],
      foreignColumns: [opportunities.workspaceId, opportunities.id],
    }).onDelete("cascade"),
    opportunityPolicy("opportunity_watchers"),
  ],
);
