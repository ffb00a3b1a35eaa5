import { foreignKey, pgTable, primaryKey, real, text, uuid } from "drizzle-orm/pg-core";
import { bytea, workspaceId, workspacePolicy } from "../columns";
import { embeddingModels } from "./embedding-models";

/** A learned space: the vector (float32, little endian) and the idf of each word when it was fitted. */
export const termVectors = pgTable(
  "term_vectors",
  {
    workspaceId: workspaceId(),
    modelId: uuid("model_id").notNull(),
    term: text("term").notNull(),
    idf: real("idf").notNull(),
    vector: bytea("vector").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.modelId, t.term] }),
    foreignKey({
      columns: [t.workspaceId, t.modelId],
      foreignColumns: [embeddingModels.workspaceId, embeddingModels.id],
    }).onDelete("cascade"),
    workspacePolicy("term_vectors"),
  ],
);
