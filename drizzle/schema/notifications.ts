import { sql } from "drizzle-orm";
import { index, pgPolicy, pgTable, primaryKey, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { notificationKinds } from "@/lib/vocabulary/notifications";
import { appRole, createdAt, currentUser, currentWorkspace, id, workspaceId } from "../columns";

/** Something that one person is told. Only that person reads it; anybody of the workspace may be the cause of it. */
export const notifications = pgTable(
  "notifications",
  {
    workspaceId: workspaceId(),
    id: id(),
    userId: uuid("user_id").notNull(),
    kind: text("kind", { enum: notificationKinds }).notNull(),
    title: text("title").notNull(),
    body: text("body").notNull(),
    /** Path inside the workspace ("/sources/…") where it leads. */
    path: text("path").notNull(),
    /** The same thing is told to one person once. */
    occasion: text("occasion").notNull(),
    readAt: timestamp("read_at", { withTimezone: true }),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("notifications_occasion").on(t.workspaceId, t.userId, t.occasion),
    index("notifications_newest").on(t.workspaceId, t.userId, t.createdAt),
    pgPolicy("notifications_workspace", {
      for: "all",
      to: appRole,
      using: sql`workspace_id = ${currentWorkspace} and (user_id = ${currentUser} or current_setting('app.scope', true) = 'workspace')`,
      withCheck: sql`workspace_id = ${currentWorkspace}`,
    }),
  ],
);
export type Notification = typeof notifications.$inferSelect;
