import { foreignKey, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { createdAt, documentPolicy, workspaceId } from "../columns";
import { snapshots } from "./snapshots";

/** Which chunk numbers belong to which snapshot: visibility and filters are laid over the index through it. */
export const indexedSnapshots = pgTable(
  "indexed_snapshots",
  {
    workspaceId: workspaceId(),
    snapshotId: uuid("snapshot_id").notNull(),
    documentId: uuid("document_id").notNull(),
    firstNumber: integer("first_number").notNull(),
    chunkCount: integer("chunk_count").notNull(),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.documentId, t.snapshotId] }),
    foreignKey({
      columns: [t.workspaceId, t.snapshotId],
      foreignColumns: [snapshots.workspaceId, snapshots.id],
    }).onDelete("cascade"),
    documentPolicy("indexed_snapshots"),
  ],
);
