import { sql } from "drizzle-orm";
import { foreignKey, index, jsonb, pgPolicy, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { appRole, currentUser, currentWorkspace, id, timestamps, workspaceId } from "../columns";
import { workspaces } from "./workspaces";

export const conversationVisibilities = ["private", "workspace"] as const;

/** A thread of queries. Private to its author until shared with the workspace. */
export const conversations = pgTable(
  "conversations",
  {
    workspaceId: workspaceId(),
    id: id(),
    title: text("title").notNull(),
    visibility: text("visibility", { enum: conversationVisibilities }).notNull().default("private"),
    /** Collections that questions are asked within; empty means all that the person may see. */
    collectionIds: jsonb("collection_ids").$type<string[]>().notNull().default([]),
    createdBy: uuid("created_by").notNull(),
    archivedAt: timestamp("archived_at", { withTimezone: true }),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("conversations_recent").on(t.workspaceId, t.createdBy, t.updatedAt),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
    pgPolicy("conversations_workspace", {
      for: "all",
      to: appRole,
      using: sql`workspace_id = ${currentWorkspace} and (visibility = 'workspace' or created_by = ${currentUser})`,
      withCheck: sql`workspace_id = ${currentWorkspace} and created_by is not null`,
    }),
  ],
);
export type Conversation = typeof conversations.$inferSelect;
