import { foreignKey, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { Block, LineBox, PageSpan } from "@/lib/rendition";
import { createdAt, documentPolicy, id, workspaceId } from "../columns";
import { snapshots } from "./snapshots";

/** What one extractor read from one snapshot; never changed, only added to. See lib/rendition.ts. */
export const renditions = pgTable(
  "renditions",
  {
    workspaceId: workspaceId(),
    id: id(),
    documentId: uuid("document_id").notNull(),
    snapshotId: uuid("snapshot_id").notNull(),
    extractor: text("extractor").notNull(),
    version: integer("version").notNull(),
    text: text("text").notNull(),
    blocks: jsonb("blocks").$type<Block[]>().notNull(),
    pages: jsonb("pages").$type<PageSpan[]>().notNull(),
    lines: jsonb("lines").$type<LineBox[]>().notNull(),
    title: text("title"),
    warnings: text("warnings").array().notNull(),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("renditions_extractor").on(t.workspaceId, t.snapshotId, t.extractor, t.version),
    foreignKey({
      columns: [t.workspaceId, t.snapshotId],
      foreignColumns: [snapshots.workspaceId, snapshots.id],
    }).onDelete("cascade"),
    documentPolicy("renditions"),
  ],
);
export type RenditionRow = typeof renditions.$inferSelect;
