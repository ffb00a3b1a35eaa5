import { foreignKey, index, pgTable, primaryKey, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, systemPolicy } from "../columns";
import { users } from "./users";

export const authTokenPurposes = ["password_reset", "sign_in_link", "email_change"] as const;

/** Single-use links to one person, bound to one purpose; only the hash is kept. */
export const authTokens = pgTable(
  "auth_tokens",
  {
    id: id(),
    userId: uuid("user_id").notNull(),
    purpose: text("purpose", { enum: authTokenPurposes }).notNull(),
    tokenHash: text("token_hash").notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    usedAt: timestamp("used_at", { withTimezone: true }),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.id] }),
    unique("auth_tokens_hash").on(t.tokenHash),
    index("auth_tokens_user").on(t.userId),
    foreignKey({ columns: [t.userId], foreignColumns: [users.id] }).onDelete("cascade"),
    systemPolicy("auth_tokens"),
  ],
);
