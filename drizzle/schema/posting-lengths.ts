import { foreignKey, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { bytea, workspaceId, workspacePolicy } from "../columns";
import { workspaces } from "./workspaces";

/** Beside the postings: the length (u16, little endian; 0 is a chunk that is gone) and the language (u8) of each chunk of a block. */
export const postingLengths = pgTable(
  "posting_lengths",
  {
    workspaceId: workspaceId(),
    blockNo: integer("block_no").notNull(),
    lengths: bytea("lengths").notNull(),
    languages: bytea("languages").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.blockNo] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
    workspacePolicy("posting_lengths"),
  ],
);
