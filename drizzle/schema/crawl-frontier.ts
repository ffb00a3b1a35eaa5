import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { fetchRungs, frontierKinds, frontierStates, pageResults } from "@/lib/vocabulary/sources";
import { sourcePolicy, timestamps, workspaceId } from "../columns";
import { sourceRuns } from "./source-runs";

/** The addresses of one run, each once: what waits, what is done, and what came of it. A run that was killed goes on from here. */
export const crawlFrontier = pgTable(
  "crawl_frontier",
  {
    workspaceId: workspaceId(),
    sourceId: uuid("source_id").notNull(),
    runId: uuid("run_id").notNull(),
    /** SHA-256 of the canonical address: addresses are too long for an index. */
    urlHash: text("url_hash").notNull(),
    url: text("url").notNull(),
    /** Fields of a form that is posted to the address: how some listings turn their pages. */
    form: jsonb("form").$type<Record<string, string>>(),
    /** What the page that led here calls it. */
    title: text("title"),
    kind: text("kind", { enum: frontierKinds }).notNull(),
    depth: integer("depth").notNull(),
    /** In the order found; listings come before the pages that they lead to. */
    position: integer("position").notNull(),
    state: text("state", { enum: frontierStates }).notNull().default("queued"),
    attempts: integer("attempts").notNull().default(0),
    /** Not before. */
    notBefore: timestamp("not_before", { withTimezone: true }),
    result: text("result", { enum: pageResults }),
    rung: text("rung", { enum: fetchRungs }),
    /** As received, over all attempts. */
    bytes: integer("bytes").notNull().default(0),
    /** What the entries of this page looked like: how many, and in how many each field was filled. */
    shape: jsonb("shape").$type<{ records: number; filled: Record<string, number> }>(),
    reasonCode: text("reason_code"),
    reason: text("reason"),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.runId, t.urlHash] }),
    index("crawl_frontier_waiting").on(t.workspaceId, t.runId, t.state, t.depth, t.position),
    foreignKey({
      columns: [t.workspaceId, t.runId],
      foreignColumns: [sourceRuns.workspaceId, sourceRuns.id],
    }).onDelete("cascade"),
    sourcePolicy("crawl_frontier"),
  ],
);
export type FrontierEntry = typeof crawlFrontier.$inferSelect;
