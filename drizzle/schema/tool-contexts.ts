import { foreignKey, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, workspaceId, workspacePolicy } from "../columns";
import { workspaces } from "./workspaces";

/** Cached results of tools. The key covers tool, arguments, the library's version and what the person may see. */
export const toolContexts = pgTable(
  "tool_contexts",
  {
    workspaceId: workspaceId(),
    key: text("key").notNull(),
    tool: text("tool").notNull(),
    result: jsonb("result").$type<unknown>().notNull(),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.key] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
    workspacePolicy("tool_contexts"),
  ],
);
