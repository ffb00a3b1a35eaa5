import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { opportunityPolicy, workspaceId } from "../columns";
import { opportunities } from "./opportunities";

/** What an opportunity is found by, by equality, when a new notice looks for the one that it is about. */
export const matchKeys = pgTable(
  "match_keys",
  {
    workspaceId: workspaceId(),
    matchKey: text("match_key").notNull(),
    opportunityId: uuid("opportunity_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.matchKey, t.opportunityId] }),
    index("match_keys_opportunity").on(t.workspaceId, t.opportunityId),
    foreignKey({
      columns: [t.workspaceId, t.opportunityId],
      foreignColumns: [opportunities.workspaceId, opportunities.id],
    }).onDelete("cascade"),
    opportunityPolicy("match_keys"),
  ],
);
