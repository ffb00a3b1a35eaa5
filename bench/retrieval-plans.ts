import { sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { parseQuery, type QueryWord } from "@/server/knowledge/retrieval/query";
import { foldQuery, readTermVectors } from "@/server/knowledge/retrieval/query-vector";
import { findIndexState, type IndexState, readLengths } from "@/server/knowledge/retrieval/read-index";
import { nearestChunks, vectorLiteral } from "@/server/knowledge/retrieval/vectors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

/** Share of the ten nearest chunks that the route which queries take finds, the truth being a forced comparison with all. */
export async function vectorRecall(ctx: WorkspaceContext, texts: readonly string[]): Promise<number> {
  let found = 0;
  let asked = 0;
  for (const text of texts) {
    await inWorkspace(ctx, async (tx) => {
      const state = await findIndexState(tx, ctx);
      if (!state?.model) return;
      const { present } = await readLengths(tx, ctx, state);
      const vector = await queryVector(tx, ctx, state.model, parseQuery(text, present).words);
      if (!vector) return;
      const wanted = { modelId: state.model.id, dimensions: state.model.dimensions, query: vector.unit, limit: 10 };
      const exact = await nearestChunks(tx, ctx, { ...wanted, size: 0 });
      const used = await nearestChunks(tx, ctx, { ...wanted, size: state.liveChunks });
      // Equal distances (the same sentences in two chunks) may come in either order.
      const worst = exact.at(-1)?.cosine ?? 0;
      found += used.filter((entry) => entry.cosine >= worst - 1e-6).length;
      asked += exact.length;
    });
  }
  return Math.round((found / Math.max(1, asked)) * 1_000) / 1_000;
}

async function queryVector(
  tx: Tx,
  ctx: WorkspaceContext,
  model: NonNullable<IndexState["model"]>,
  words: readonly QueryWord[],
) {
  const stems = words.flatMap((word) => word.stems);
  return foldQuery(words, await readTermVectors(tx, ctx, model, stems), model.dimensions, 10);
}

/** The plans of the statements behind a search, as the app role gets them. */
export async function explainSearch(ctx: WorkspaceContext, text: string): Promise<Record<string, string[]>> {
  return inWorkspace(ctx, async (tx) => {
    const state = await findIndexState(tx, ctx);
    if (!state) return {};
    const { present } = await readLengths(tx, ctx, state);
    const query = parseQuery(text, present);
    const workspaceId = ctx.workspace.id;
    const explain = async (statement: ReturnType<typeof sql>) =>
      (await tx.execute<{ "QUERY PLAN": string }>(sql`explain (costs off) ${statement}`)).map(
        (row) => row["QUERY PLAN"],
      );
    const terms = sql.param(query.words.flatMap((word) => word.stems));
    const plans: Record<string, string[]> = {
      words: await explain(
        sql`select term, block_no, postings from posting_blocks where workspace_id = ${workspaceId}::uuid and term = any(${terms}::text[])`,
      ),
      chunks: await explain(
        sql`select c.text from chunks c where c.workspace_id = ${workspaceId}::uuid and c.number = any('{1,2,3}'::int[])`,
      ),
    };
    if (state.model) {
      const vector = await queryVector(tx, ctx, state.model, query.words);
      const literal = vectorLiteral(vector?.unit ?? new Float32Array(state.model.dimensions));
      const column = sql.raw(
        `v.embedding::vector(${state.model.dimensions}) <#> '${literal}'::vector(${state.model.dimensions})`,
      );
      const nearest = (order: ReturnType<typeof sql>) =>
        explain(
          sql`select v.number from chunk_vectors v where v.workspace_id = ${workspaceId}::uuid and v.model_id = ${state.model?.id}::uuid and v.dimensions = ${sql.raw(String(state.model?.dimensions))} order by ${order} limit 60`,
        );
      plans.vectorsApproximate = await nearest(sql`${column}`);
      plans.vectorsExact = await nearest(sql`(${column}) + 0`);
    }
    return plans;
  });
}
