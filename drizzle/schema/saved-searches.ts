import { sql } from "drizzle-orm";
import { boolean, index, jsonb, pgPolicy, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { appRole, currentUser, currentWorkspace, id, timestamps, workspaceId } from "../columns";

/** A search over opportunities under a name; its person is told of new ones that it finds. Shared ones are read by all. */
export const savedSearches = pgTable(
  "saved_searches",
  {
    workspaceId: workspaceId(),
    id: id(),
    userId: uuid("user_id").notNull(),
    name: text("name").notNull(),
    /** The list's input, as the address of the screen has it. */
    filters: jsonb("filters").$type<Record<string, unknown>>().notNull(),
    isShared: boolean("is_shared").notNull().default(false),
    hasAlert: boolean("has_alert").notNull().default(false),
    /** Opportunities first seen after this are news. */
    alertedUntil: timestamp("alerted_until", { withTimezone: true }).notNull().defaultNow(),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("saved_searches_user").on(t.workspaceId, t.userId),
    pgPolicy("saved_searches_workspace", {
      for: "all",
      to: appRole,
      using: sql`workspace_id = ${currentWorkspace} and (user_id = ${currentUser} or is_shared or current_setting('app.scope', true) = 'workspace')`,
      withCheck: sql`workspace_id = ${currentWorkspace} and (user_id = ${currentUser} or current_setting('app.scope', true) = 'workspace')`,
    }),
  ],
);
export type SavedSearch = typeof savedSearches.$inferSelect;
