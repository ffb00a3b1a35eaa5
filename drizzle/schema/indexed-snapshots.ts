import { foreignKey, integer, pgTable, primaryKey, timestamp, uuid } from "drizzle-orm/pg-core";
import { createdAt, workspaceId, workspacePolicy } from "../columns";
import { snapshots } from "./snapshots";

/**
 * Which chunk numbers belong to which snapshot: visibility and filters are laid over the index through it,
 * always joined with `documents`, whose policy says which of them the person may see.
 */
export const indexedSnapshots = pgTable(
  "indexed_snapshots",
  {
    workspaceId: workspaceId(),
    snapshotId: uuid("snapshot_id").notNull(),
    documentId: uuid("document_id").notNull(),
    firstNumber: integer("first_number").notNull(),
    chunkCount: integer("chunk_count").notNull(),
    /** When the snapshot was fetched: what "from" and "to" of a search mean. */
    fetchedAt: timestamp("fetched_at", { withTimezone: true }).notNull(),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.documentId, t.snapshotId] }),
    foreignKey({
      columns: [t.workspaceId, t.snapshotId],
      foreignColumns: [snapshots.workspaceId, snapshots.id],
    }).onDelete("cascade"),
    workspacePolicy("indexed_snapshots"),
  ],
);
