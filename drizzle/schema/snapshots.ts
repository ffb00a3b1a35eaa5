import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { snapshotStatuses } from "@/lib/vocabulary/documents";
import { documentPolicy, id, timestamps, workspaceId } from "../columns";
import { documents } from "./documents";

/** An immutable revision of a document: these bytes, fetched then. Only its processing state ever changes. */
export const snapshots = pgTable(
  "snapshots",
  {
    workspaceId: workspaceId(),
    id: id(),
    documentId: uuid("document_id").notNull(),
    /** 1 for the first version of the document. */
    revision: integer("revision").notNull(),
    fileName: text("file_name").notNull(),
    sha256: text("sha256").notNull(),
    byteSize: integer("byte_size").notNull(),
    mime: text("mime"),
    storageKey: text("storage_key").notNull(),
    status: text("status", { enum: snapshotStatuses }).notNull().default("queued"),
    /** Why it could not be read, in words for the person who gave it. */
    failureCode: text("failure_code"),
    failureReason: text("failure_reason"),
    progress: jsonb("progress").$type<{ page: number; pages: number }>(),
    pageCount: integer("page_count"),
    chunkCount: integer("chunk_count"),
    fetchedAt: timestamp("fetched_at", { withTimezone: true }).notNull().defaultNow(),
    createdBy: uuid("created_by"),
    /** Its bytes and text went by the source's rule; the row stays and says that it was there, when, and with which hash. */
    removedAt: timestamp("removed_at", { withTimezone: true }),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("snapshots_revision").on(t.workspaceId, t.documentId, t.revision),
    index("snapshots_sha256").on(t.workspaceId, t.sha256),
    index("snapshots_status").on(t.workspaceId, t.status),
    foreignKey({
      columns: [t.workspaceId, t.documentId],
      foreignColumns: [documents.workspaceId, documents.id],
    }).onDelete("cascade"),
    documentPolicy("snapshots"),
  ],
);
export type Snapshot = typeof snapshots.$inferSelect;
