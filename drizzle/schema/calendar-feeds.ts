import { sql } from "drizzle-orm";
import { pgPolicy, pgTable, primaryKey, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { appRole, createdAt, currentUser, currentWorkspace, id, systemPolicy, workspaceId } from "../columns";

/** The address of a person's calendar of deadlines: whoever holds the token reads what that person may see. */
export const calendarFeeds = pgTable(
  "calendar_feeds",
  {
    workspaceId: workspaceId(),
    id: id(),
    userId: uuid("user_id").notNull(),
    tokenHash: text("token_hash").notNull(),
    revokedAt: timestamp("revoked_at", { withTimezone: true }),
    lastReadAt: timestamp("last_read_at", { withTimezone: true }),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("calendar_feeds_token").on(t.tokenHash),
    pgPolicy("calendar_feeds_workspace", {
      for: "all",
      to: appRole,
      using: sql`workspace_id = ${currentWorkspace} and user_id = ${currentUser}`,
      withCheck: sql`workspace_id = ${currentWorkspace} and user_id = ${currentUser}`,
    }),
    // The token is looked up before there is a workspace.
    systemPolicy("calendar_feeds"),
  ],
);
export type CalendarFeed = typeof calendarFeeds.$inferSelect;
