import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, systemPolicy, workspacePolicy } from "../columns";

/**
 * Events announced by verbs, in the verb's own transaction. The embedded engine reads this table as its intake; a relay
 * feeds it to Inngest. `workspaceId` is null for events of the installation itself.
 */
export const outbox = pgTable(
  "outbox",
  {
    id: id(),
    workspaceId: uuid("workspace_id"),
    name: text("name").notNull(),
    data: jsonb("data").$type<Record<string, unknown>>().notNull(),
    takenAt: timestamp("taken_at", { withTimezone: true }),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.id] }),
    index("outbox_waiting").on(t.id).where(sql`taken_at is null`),
    workspacePolicy("outbox"),
    systemPolicy("outbox"),
  ],
);
