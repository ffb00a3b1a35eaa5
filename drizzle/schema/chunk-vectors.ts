import { sql } from "drizzle-orm";
import { customType, foreignKey, index, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { workspaceId, workspacePolicy } from "../columns";
import { chunks } from "./chunks";
import { embeddingModels } from "./embedding-models";

/** A pgvector of any length: models differ, so the length is fixed by the index and not by the column. */
const vector = customType<{ data: string }>({ dataType: () => "vector" });

/** The unit vector of a chunk in one space. An approximate index needs a fixed length: one partial index for each we know. */
export const chunkVectors = pgTable(
  "chunk_vectors",
  {
    workspaceId: workspaceId(),
    modelId: uuid("model_id").notNull(),
    number: integer("number").notNull(),
    dimensions: integer("dimensions").notNull(),
    embedding: vector("embedding").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.modelId, t.number] }),
    ...[192, 384, 768, 1024, 1536].map((dimensions) =>
      index(`chunk_vectors_hnsw_${dimensions}`)
        .using("hnsw", sql.raw(`(embedding::vector(${dimensions})) vector_ip_ops`))
        .where(sql.raw(`dimensions = ${dimensions}`)),
    ),
    index("chunk_vectors_number").on(t.workspaceId, t.number),
    foreignKey({
      columns: [t.workspaceId, t.modelId],
      foreignColumns: [embeddingModels.workspaceId, embeddingModels.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.workspaceId, t.number], foreignColumns: [chunks.workspaceId, chunks.number] }).onDelete(
      "cascade",
    ),
    workspacePolicy("chunk_vectors"),
  ],
);
