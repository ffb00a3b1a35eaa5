import { foreignKey, index, pgTable, primaryKey, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { roles } from "@/lib/vocabulary/workspaces";
import { createdAt, id, systemPolicy, workspaceId, workspacePolicy } from "../columns";
import { workspaces } from "./workspaces";

/** An invitation, bound to one e-mail address, one workspace and one role. Only the hash of its token is kept. */
export const invitations = pgTable(
  "invitations",
  {
    workspaceId: workspaceId(),
    id: id(),
    email: text("email").notNull(),
    role: text("role", { enum: roles }).notNull(),
    tokenHash: text("token_hash").notNull(),
    invitedBy: uuid("invited_by").notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    acceptedAt: timestamp("accepted_at", { withTimezone: true }),
    revokedAt: timestamp("revoked_at", { withTimezone: true }),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("invitations_token_hash").on(t.tokenHash),
    index("invitations_email").on(t.workspaceId, t.email),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
    workspacePolicy("invitations"),
    systemPolicy("invitations"),
  ],
);
export type Invitation = typeof invitations.$inferSelect;
