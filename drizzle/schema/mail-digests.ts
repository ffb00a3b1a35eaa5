import { sql } from "drizzle-orm";
import { date, foreignKey, integer, pgPolicy, pgTable, primaryKey, timestamp, uuid } from "drizzle-orm/pg-core";
import { appRole, createdAt, currentUser, currentWorkspace, workspaceId } from "../columns";
import { members } from "./members";

/** One row for each day of a person's own calendar on which the day's mail was looked at: so nobody gets two. */
export const mailDigests = pgTable(
  "mail_digests",
  {
    workspaceId: workspaceId(),
    userId: uuid("user_id").notNull(),
    /** In the person's time zone. */
    day: date("day", { mode: "string" }).notNull(),
    /** What happened up to then has been told; the next mail goes on from here. */
    until: timestamp("until", { withTimezone: true }).notNull(),
    /** Null: there was nothing to tell. */
    mailId: uuid("mail_id"),
    lines: integer("lines").notNull(),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.userId, t.day] }),
    foreignKey({
      columns: [t.workspaceId, t.userId],
      foreignColumns: [members.workspaceId, members.userId],
    }).onDelete("cascade"),
    pgPolicy("mail_digests_workspace", {
      for: "all",
      to: appRole,
      using: sql`workspace_id = ${currentWorkspace} and (user_id = ${currentUser} or current_setting('app.scope', true) = 'workspace')`,
      withCheck: sql`workspace_id = ${currentWorkspace} and (user_id = ${currentUser} or current_setting('app.scope', true) = 'workspace')`,
    }),
  ],
);
