import { boolean, pgTable, primaryKey, text, timestamp, unique } from "drizzle-orm/pg-core";
import { id, systemPolicy, timestamps } from "../columns";

/** A person, in however many workspaces. Belongs to the installation, not to a workspace. */
export const users = pgTable(
  "users",
  {
    id: id(),
    /** Canonical form (NFKC, lower case); see lib/email.ts. */
    email: text("email").notNull(),
    name: text("name").notNull(),
    passwordHash: text("password_hash").notNull(),
    /** May see the installation's own pages: outbox, system, jobs, metrics. */
    isOperator: boolean("is_operator").notNull().default(false),
    suspendedAt: timestamp("suspended_at", { withTimezone: true }),
    ...timestamps,
  },
  (t) => [primaryKey({ columns: [t.id] }), unique("users_email").on(t.email), systemPolicy("users")],
);
export type User = typeof users.$inferSelect;
