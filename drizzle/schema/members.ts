import { boolean, foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { roles } from "@/lib/vocabulary/workspaces";
import { systemPolicy, timestamps, workspaceId, workspacePolicy } from "../columns";
import { users } from "./users";
import { workspaces } from "./workspaces";

/** A person in a workspace. Removing a member deletes this row; what the person made stays. */
export const members = pgTable(
  "members",
  {
    workspaceId: workspaceId(),
    userId: uuid("user_id").notNull(),
    role: text("role", { enum: roles }).notNull(),
    /** Name and e-mail as shown to the workspace; the workspace's role cannot read `users`. */
    name: text("name").notNull(),
    email: text("email").notNull(),
    /** IANA name, as the person's browser tells it; dates that the person is told of are in it. */
    timeZone: text("time_zone"),
    /** Wants one mail a day with what was found, moved and is due. */
    hasMailDigest: boolean("has_mail_digest").notNull().default(false),
    suspendedAt: timestamp("suspended_at", { withTimezone: true }),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.userId] }),
    index("members_user").on(t.userId),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
    foreignKey({ columns: [t.userId], foreignColumns: [users.id] }).onDelete("cascade"),
    workspacePolicy("members"),
    systemPolicy("members"),
  ],
);
export type Member = typeof members.$inferSelect;
