import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { timestamps, workspaceId, workspacePolicy } from "../columns";

/** A column of the board. A workspace without rows has the first stages of the vocabulary. */
export const pipelineStages = pgTable(
  "pipeline_stages",
  {
    workspaceId: workspaceId(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    position: integer("position").notNull(),
    ...timestamps,
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.key] }), workspacePolicy("pipeline_stages")],
);
export type PipelineStage = typeof pipelineStages.$inferSelect;
