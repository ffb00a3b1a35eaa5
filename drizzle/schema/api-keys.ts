import { foreignKey, pgTable, primaryKey, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { apiKeyScopes } from "@/lib/vocabulary/workspaces";
import { createdAt, id, systemPolicy, workspaceId, workspacePolicy } from "../columns";
import { workspaces } from "./workspaces";

/** A key for scripts. It acts for the member who made it, never with more than the member's own role. Shown once; the hash stays. */
export const apiKeys = pgTable(
  "api_keys",
  {
    workspaceId: workspaceId(),
    id: id(),
    name: text("name").notNull(),
    /** First characters, so that a person can tell keys apart. */
    prefix: text("prefix").notNull(),
    tokenHash: text("token_hash").notNull(),
    scope: text("scope", { enum: apiKeyScopes }).notNull(),
    createdBy: uuid("created_by").notNull(),
    lastUsedAt: timestamp("last_used_at", { withTimezone: true }),
    expiresAt: timestamp("expires_at", { withTimezone: true }),
    revokedAt: timestamp("revoked_at", { withTimezone: true }),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("api_keys_token_hash").on(t.tokenHash),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
    workspacePolicy("api_keys"),
    systemPolicy("api_keys"),
  ],
);
export type ApiKey = typeof apiKeys.$inferSelect;
