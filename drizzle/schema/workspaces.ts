import { sql } from "drizzle-orm";
import { jsonb, pgPolicy, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { appRole, currentWorkspace, id, systemPolicy, timestamps } from "../columns";
import type { Retention } from "./sources";

/** The tenant. Its own id is its workspace id. */
export const workspaces = pgTable(
  "workspaces",
  {
    id: id(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    /** For the sources that have no rule of their own. */
    sourceRetention: jsonb("source_retention").$type<Retention>().notNull().default({ keep: "all" }),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.id] }),
    unique("workspaces_slug").on(t.slug),
    pgPolicy("workspaces_workspace", {
      for: "all",
      to: appRole,
      using: sql`id = ${currentWorkspace}`,
      withCheck: sql`id = ${currentWorkspace}`,
    }),
    systemPolicy("workspaces"),
  ],
);
export type Workspace = typeof workspaces.$inferSelect;
