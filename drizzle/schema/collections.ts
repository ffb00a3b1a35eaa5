import { sql } from "drizzle-orm";
import { boolean, foreignKey, integer, pgPolicy, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { visibilities } from "@/lib/vocabulary/documents";
import { appRole, currentUser, currentWorkspace, id, timestamps, workspaceId } from "../columns";
import { workspaces } from "./workspaces";

// `app.scope` is "workspace" for jobs that work for the workspace itself and so read all its collections.
const visible = sql`workspace_id = ${currentWorkspace} and (visibility = 'workspace' or current_setting('app.scope', true) = 'workspace' or exists (select 1 from collection_members m where m.workspace_id = collections.workspace_id and m.collection_id = collections.id and m.user_id = ${currentUser}))`;

/** A shelf of documents, open to the workspace or restricted to named members. `number` is dense and packs into the search index. */
export const collections = pgTable(
  "collections",
  {
    workspaceId: workspaceId(),
    id: id(),
    number: integer("number").notNull(),
    name: text("name").notNull(),
    visibility: text("visibility", { enum: visibilities }).notNull().default("workspace"),
    isDefault: boolean("is_default").notNull().default(false),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("collections_name").on(t.workspaceId, t.name),
    unique("collections_number").on(t.workspaceId, t.number),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
    pgPolicy("collections_workspace", { for: "all", to: appRole, using: visible, withCheck: visible }),
  ],
);
export type Collection = typeof collections.$inferSelect;
