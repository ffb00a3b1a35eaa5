import { foreignKey, integer, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { sourcePolicy, timestamps, workspaceId } from "../columns";
import { sources } from "./sources";

/** How to sign in to a source. Sealed, bound to one origin, written but never handed out; see server/sources/credentials. */
export const sourceCredentials = pgTable(
  "source_credentials",
  {
    workspaceId: workspaceId(),
    sourceId: uuid("source_id").notNull(),
    /** `https://host`: typed nowhere else. */
    origin: text("origin").notNull(),
    loginUrl: text("login_url").notNull(),
    username: text("username").notNull(),
    passwordSealed: text("password_sealed").notNull(),
    totpSealed: text("totp_sealed"),
    /** Cookies of the session that was opened last. */
    sessionSealed: text("session_sealed"),
    /** Refusals in a row; at two it is left alone until a person gives it anew. */
    refusals: integer("refusals").notNull().default(0),
    lastSignInAt: timestamp("last_sign_in_at", { withTimezone: true }),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.sourceId] }),
    foreignKey({
      columns: [t.workspaceId, t.sourceId],
      foreignColumns: [sources.workspaceId, sources.id],
    }).onDelete("cascade"),
    sourcePolicy("source_credentials"),
  ],
);
export type SourceCredential = typeof sourceCredentials.$inferSelect;
