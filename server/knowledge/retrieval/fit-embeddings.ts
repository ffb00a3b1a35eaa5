import { and, eq, ne, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { embeddingModels, searchIndexes, termVectors } from "@/drizzle/schema";
import type { EmbeddingModel } from "@/drizzle/schema/embedding-models";
import { newId } from "@/lib/ids";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { type Embedder, findEmbedder } from "./embedder";
import { learnInWorker } from "./learned/learn-in-worker";
import { bytesOfVector, toUnitLength } from "./vectors";
import { lockIndex } from "./write-index";
import { insertVectors, vectorsOf } from "./write-vectors";

/** Fewer chunks teach a space nothing that their words do not say already. */
const LEAST_CHUNKS = 200;
const DIMENSIONS = 192;
/** More text than this makes the fit longer, not better; it is taken evenly over the workspace. */
const MAX_SAMPLE = 20_000;
const READ_BATCH = 2_000;
const TERM_BATCH = 2_000;
const FOLD_BATCH = 1_000;
const EMBED_BATCH = 64;

/** The job works for the workspace itself: a space learned from what one person sees would serve nobody else. */
function forWorkspace(ctx: WorkspaceContext): WorkspaceContext {
  return { ...ctx, actor: { kind: "job", userId: null, jobId: ctx.requestId } };
}

/**
 * First step of keeping vectors up to date: begins a new space when one is due (from 200 chunks on, again when the workspace has
 * doubled, or when the embedding model has changed) and returns its id; for a provider's model that lags behind, that model's
 * id; null when there is nothing to do. Safe to run twice: an unfinished attempt is dropped.
 */
export async function prepareEmbeddings(asked: WorkspaceContext): Promise<string | null> {
  const ctx = forWorkspace(asked);
  const embedder = await findEmbedder(ctx);
  const { index, current } = await inWorkspace(ctx, (tx) => readModels(tx, ctx));
  if (!index || index.liveChunks === 0) return null;
  if (embedder) {
    if (current && isSame(current, embedder)) return current.foldedThrough < index.nextNumber ? current.id : null;
    return begin(ctx, {
      kind: "provider",
      name: embedder.model,
      version: embedder.version,
      dimensions: embedder.dimensions,
      fittedChunks: index.liveChunks,
    });
  }
  if (index.liveChunks < LEAST_CHUNKS) return null;
  if (current?.kind === "learned" && index.liveChunks < current.fittedChunks * 2) return null;
  const stored = await readSample(ctx, index.nextNumber);
  const space = await learnInWorker(stored, DIMENSIONS);
  const modelId = await begin(ctx, {
    kind: "learned",
    name: "learned",
    version: (current?.version ?? 0) + 1,
    dimensions: space.dimensions,
    fittedChunks: index.liveChunks,
    averageLength: space.averageLength,
  });
  for (let at = 0; at < space.terms.length; at += TERM_BATCH) {
    const rows = space.terms.slice(at, at + TERM_BATCH).map((term, offset) => ({
      workspaceId: ctx.workspace.id,
      modelId,
      term,
      idf: space.idf[at + offset] as number,
      vector: bytesOfVector(
        space.vectors.subarray((at + offset) * space.dimensions, (at + offset + 1) * space.dimensions),
      ),
    }));
    await inWorkspace(ctx, (tx) => tx.insert(termVectors).values(rows));
  }
  return modelId;
}

/** Next step, repeated until `isDone`: gives one batch of chunks their vector in the space. */
export async function foldEmbeddings(
  asked: WorkspaceContext,
  modelId: string,
): Promise<{ isDone: boolean; folded: number }> {
  const ctx = forWorkspace(asked);
  const embedder = await findEmbedder(ctx);
  const model = await inWorkspace(ctx, (tx) => findModel(tx, ctx, modelId));
  if (!model) return { isDone: true, folded: 0 };
  if (model.kind === "learned") {
    return inWorkspace(ctx, async (tx) => {
      const batch = await readBatch(tx, ctx, model.foldedThrough, FOLD_BATCH);
      await insertVectors(tx, ctx, model, await vectorsOf(tx, ctx, model, batch));
      return advance(tx, ctx, model, batch.at(-1)?.number);
    });
  }
  if (!embedder || !isSame(model, embedder)) return { isDone: true, folded: 0 };
  const batch = await inWorkspace(ctx, (tx) => readBatch(tx, ctx, model.foldedThrough, EMBED_BATCH));
  const vectors =
    batch.length > 0
      ? await embedder.embed(
          batch.map((chunk) => `${chunk.title}\n${chunk.text}`),
          "document",
        )
      : [];
  return inWorkspace(ctx, async (tx) => {
    const rows = batch.flatMap((chunk, index) => {
      const vector = vectors[index];
      return vector ? [{ number: chunk.number, vector: toUnitLength(Float32Array.from(vector)) }] : [];
    });
    await insertVectors(tx, ctx, model, rows);
    return advance(tx, ctx, model, batch.at(-1)?.number);
  });
}

/** Last step: folds in what came meanwhile, lets queries use the space, and deletes the others. */
export async function switchEmbeddings(asked: WorkspaceContext, modelId: string): Promise<void> {
  const ctx = forWorkspace(asked);
  const workspaceId = ctx.workspace.id;
  await inWorkspace(ctx, async (tx) => {
    await lockIndex(tx, workspaceId);
    const model = await findModel(tx, ctx, modelId);
    if (!model) return;
    if (model.kind === "learned") {
      const rest = await readBatch(tx, ctx, model.foldedThrough, Number.MAX_SAFE_INTEGER);
      await insertVectors(tx, ctx, model, await vectorsOf(tx, ctx, model, rest));
    }
    await tx
      .update(embeddingModels)
      .set({ state: "current" })
      .where(and(eq(embeddingModels.workspaceId, workspaceId), eq(embeddingModels.id, modelId)));
    await tx
      .update(searchIndexes)
      .set({ currentModelId: modelId, version: sql`${searchIndexes.version} + 1` })
      .where(eq(searchIndexes.workspaceId, workspaceId));
  });
  await inWorkspace(ctx, (tx) =>
    tx
      .delete(embeddingModels)
      .where(and(eq(embeddingModels.workspaceId, workspaceId), ne(embeddingModels.id, modelId))),
  );
}

/** All steps one after the other, for tools that are not jobs. Returns the space that queries use now, null when nothing was due. */
export async function fitEmbeddings(ctx: WorkspaceContext): Promise<string | null> {
  const modelId = await prepareEmbeddings(ctx);
  if (!modelId) return null;
  while (!(await foldEmbeddings(ctx, modelId)).isDone);
  await switchEmbeddings(ctx, modelId);
  return modelId;
}

function isSame(model: EmbeddingModel, embedder: Embedder): boolean {
  return (
    model.kind === "provider" &&
    model.name === embedder.model &&
    model.version === embedder.version &&
    model.dimensions === embedder.dimensions
  );
}

async function readModels(tx: Tx, ctx: WorkspaceContext) {
  const [index] = await tx.select().from(searchIndexes).where(eq(searchIndexes.workspaceId, ctx.workspace.id));
  const current = index?.currentModelId ? await findModel(tx, ctx, index.currentModelId) : null;
  return { index: index ?? null, current };
}

async function findModel(tx: Tx, ctx: WorkspaceContext, id: string): Promise<EmbeddingModel | null> {
  const [model] = await tx
    .select()
    .from(embeddingModels)
    .where(and(eq(embeddingModels.workspaceId, ctx.workspace.id), eq(embeddingModels.id, id)));
  return model ?? null;
}

async function begin(
  ctx: WorkspaceContext,
  model: Pick<EmbeddingModel, "kind" | "name" | "version" | "dimensions" | "fittedChunks"> & { averageLength?: number },
): Promise<string> {
  const workspaceId = ctx.workspace.id;
  const id = newId();
  await inWorkspace(ctx, async (tx) => {
    await tx
      .delete(embeddingModels)
      .where(and(eq(embeddingModels.workspaceId, workspaceId), eq(embeddingModels.state, "building")));
    await tx.insert(embeddingModels).values({ workspaceId, id, state: "building", ...model });
  });
  return id;
}

async function readSample(ctx: WorkspaceContext, nextNumber: number): Promise<string[]> {
  const every = Math.max(1, Math.ceil(nextNumber / MAX_SAMPLE));
  const stored: string[] = [];
  for (let from = 0; from < nextNumber; from += READ_BATCH * every) {
    const rows = await inWorkspace(ctx, (tx) =>
      tx.execute<{ tokens: string }>(sql`
        select tokens from chunks where workspace_id = ${ctx.workspace.id}::uuid and number >= ${from}::int and number < ${from + READ_BATCH * every}::int
        and number % ${every}::int = 0 order by number`),
    );
    for (const row of rows) stored.push(row.tokens);
  }
  return stored;
}

async function readBatch(tx: Tx, ctx: WorkspaceContext, from: number, limit: number) {
  return tx.execute<{ number: number; tokens: string; title: string; text: string }>(sql`
    select number, tokens, title, text from chunks
    where workspace_id = ${ctx.workspace.id}::uuid and number >= ${from}::int order by number limit ${Math.min(limit, 1_000_000)}::int`);
}

async function advance(tx: Tx, ctx: WorkspaceContext, model: EmbeddingModel, last: number | undefined) {
  if (last === undefined) return { isDone: true, folded: model.foldedThrough };
  await tx
    .update(embeddingModels)
    .set({ foldedThrough: last + 1 })
    .where(and(eq(embeddingModels.workspaceId, ctx.workspace.id), eq(embeddingModels.id, model.id)));
  return { isDone: false, folded: last + 1 };
}
