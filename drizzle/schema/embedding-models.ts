import { foreignKey, integer, pgTable, primaryKey, real, text } from "drizzle-orm/pg-core";
import { id, timestamps, workspaceId, workspacePolicy } from "../columns";
import { workspaces } from "./workspaces";

/** One space of vectors. A query names exactly one; a new one is built beside the current one and replaces it when complete. */
export const embeddingModels = pgTable(
  "embedding_models",
  {
    workspaceId: workspaceId(),
    id: id(),
    /** learned: from the workspace's own text (learned-vectors.ts). provider: from an embedding model. */
    kind: text("kind", { enum: ["learned", "provider"] }).notNull(),
    name: text("name").notNull(),
    version: integer("version").notNull(),
    dimensions: integer("dimensions").notNull(),
    state: text("state", { enum: ["building", "current"] }).notNull(),
    /** Chunks of the workspace when it was made: twice as many call for a new one. */
    fittedChunks: integer("fitted_chunks").notNull(),
    /** Mean chunk length when it was fitted: later chunks are weighed with the same one. Null for a provider's model. */
    averageLength: real("average_length"),
    /** Chunk numbers below this have their vector. */
    foldedThrough: integer("folded_through").notNull().default(0),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
    workspacePolicy("embedding_models"),
  ],
);
export type EmbeddingModel = typeof embeddingModels.$inferSelect;
