import { foreignKey, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytea, workspaceId, workspacePolicy } from "../columns";
import { workspaces } from "./workspaces";

/**
 * Where a term occurs, 4,096 chunk numbers to a block, three bytes a posting (postings.ts). Read by equality only, which is what
 * row-level security leaves an index for. No text is in here, so it follows the workspace and not the collection.
 */
export const postingBlocks = pgTable(
  "posting_blocks",
  {
    workspaceId: workspaceId(),
    term: text("term").notNull(),
    blockNo: integer("block_no").notNull(),
    count: integer("posting_count").notNull(),
    postings: bytea("postings").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.term, t.blockNo] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
    workspacePolicy("posting_blocks"),
  ],
);
