import { bigint, foreignKey, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { timestamps, workspaceId, workspacePolicy } from "../columns";
import { workspaces } from "./workspaces";

/** One row per workspace: its lock serialises writers of the search index, and its version tells readers that a cache is old. */
export const searchIndexes = pgTable(
  "search_indexes",
  {
    workspaceId: workspaceId(),
    version: bigint("version", { mode: "number" }).notNull().default(0),
    nextNumber: integer("next_number").notNull().default(0),
    /** Chunks that can be found, and numbers whose chunk is gone but whose postings still stand. */
    liveChunks: integer("live_chunks").notNull().default(0),
    deadChunks: integer("dead_chunks").notNull().default(0),
    /** The vectors that queries use; null until the first fit. */
    currentModelId: uuid("current_model_id"),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
    workspacePolicy("search_indexes"),
  ],
);
export type SearchIndex = typeof searchIndexes.$inferSelect;
