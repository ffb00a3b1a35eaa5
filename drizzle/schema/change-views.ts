import { pgTable, primaryKey, timestamp, uuid } from "drizzle-orm/pg-core";
import { workspaceId, workspacePolicy } from "../columns";

/** Up to when a person has looked at what changed. */
export const changeViews = pgTable(
  "change_views",
  {
    workspaceId: workspaceId(),
    userId: uuid("user_id").notNull(),
    seenUntil: timestamp("seen_until", { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId] }), workspacePolicy("change_views")],
);
