import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { anIndexedDocument } from "./an-indexed-document";
import { chooseEmbedders } from "./embedder";
import { fitEmbeddings, foldEmbeddings, prepareEmbeddings, switchEmbeddings } from "./fit-embeddings";
import { unindexDocument } from "./index-chunks";
import { findIndexState } from "./read-index";
import { search } from "./search";
import { EXACT_UP_TO, nearestChunks, vectorLiteral } from "./vectors";

const database = openTestDatabase();

const topics = [
  ["tender", "bidder", "proposal", "award", "procurement", "buyer", "lot", "offer"],
  ["soup", "kitchen", "bread", "oven", "recipe", "flour", "pan", "spice"],
  ["satellite", "orbit", "rocket", "launch", "payload", "engine", "thrust", "fuel"],
];
function aTopicText(index: number): string {
  const topic = topics[index % topics.length] ?? [];
  return `${Array.from({ length: 9 }, (_, at) => topic[(index * 5 + at * at + (index >> 3)) % topic.length]).join(" ")} item${index}.`;
}
const texts = (count: number, from = 0) => Array.from({ length: count }, (_, index) => aTopicText(from + index));

async function vectorCount(ctx: WorkspaceContext): Promise<number> {
  const [row] = await inWorkspace(ctx, (tx) =>
    tx.execute<{ n: number }>(sql`select count(*)::int as n from chunk_vectors`),
  );
  return row?.n ?? -1;
}

test("a small workspace learns nothing; a larger one finds kin that share no word", async () => {
  const ctx = await aWorkspace();
  await anIndexedDocument(ctx, { collectionId: ctx.collectionId, title: "", texts: texts(100) });
  expect(await fitEmbeddings(ctx)).toBeNull();
  expect((await search(ctx, { text: "bidder" })).engine).toMatchObject({ vectors: "none", vectorShare: 0 });
  await anIndexedDocument(ctx, { collectionId: ctx.collectionId, title: "", texts: texts(150, 100) });
  expect(await fitEmbeddings(ctx)).not.toBeNull();
  expect(await fitEmbeddings(ctx)).toBeNull();
  expect(await vectorCount(ctx)).toBe(250);
  const found = await search(ctx, { text: "bidder", limit: 100 });
  expect(found.engine.vectors).toBe("learned");
  expect(found.engine.vectorShare).toBeGreaterThan(0);
  const without = found.results.filter((result) => !result.text.includes("bidder"));
  expect(without.length).toBeGreaterThan(0);
});

test("chunks that come later are folded in, those that come during a fit too, and the old space leaves", async () => {
  const ctx = await aWorkspace();
  await anIndexedDocument(ctx, { collectionId: ctx.collectionId, title: "", texts: texts(220) });
  const first = await fitEmbeddings(ctx);
  await anIndexedDocument(ctx, { collectionId: ctx.collectionId, title: "", texts: texts(230, 220) });
  expect(await vectorCount(ctx)).toBe(450);
  const second = await prepareEmbeddings(ctx);
  expect(second).not.toBeNull();
  await foldEmbeddings(ctx, second as string);
  await anIndexedDocument(ctx, { collectionId: ctx.collectionId, title: "", texts: texts(5, 450) });
  const state = () => inWorkspace(ctx, (tx) => findIndexState(tx, ctx));
  expect((await state())?.model?.id).toBe(first);
  // Steps may run twice.
  await switchEmbeddings(ctx, second as string);
  await switchEmbeddings(ctx, second as string);
  expect((await state())?.model).toMatchObject({ id: second, version: 2 });
  expect(await vectorCount(ctx)).toBe(455);
  const [left] = await inWorkspace(ctx, (tx) =>
    tx.execute<{ n: number }>(sql`select count(distinct model_id)::int as n from term_vectors`),
  );
  expect(left?.n).toBe(1);
});

test("vectors of a workspace are complete, its own, and leave with their document", async () => {
  const [a, b] = [await aWorkspace(), await aWorkspace()];
  await anIndexedDocument(b, { collectionId: b.collectionId, title: "", texts: texts(400) });
  await fitEmbeddings(b);
  const few = await anIndexedDocument(a, { collectionId: a.collectionId, title: "", texts: texts(200) });
  await fitEmbeddings(a);
  const state = await inWorkspace(a, (tx) => findIndexState(tx, a));
  const model = state?.model;
  if (!model) throw new Error("no model");
  const query = new Float32Array(model.dimensions).fill(0.07);
  const ask = (ctx: WorkspaceContext, size: number, limit: number) =>
    inWorkspace(ctx, (tx) =>
      nearestChunks(tx, ctx, { modelId: model.id, dimensions: model.dimensions, query, size, limit }),
    );
  expect(await ask(a, 200, 500)).toHaveLength(200);
  expect(await ask(b, 200, 500)).toEqual([]);
  const exact = await ask(a, 0, 10);
  const approximate = await ask(a, EXACT_UP_TO + 1, 10);
  const worst = exact.at(-1)?.cosine ?? 0;
  expect(approximate.filter((entry) => entry.cosine >= worst - 1e-6).length).toBeGreaterThanOrEqual(9);
  await inWorkspace(a, (tx) => unindexDocument(tx, a, few.documentId));
  expect(await vectorCount(a)).toBe(0);
  expect(await vectorCount(b)).toBe(400);
});

test("the plain order may take the approximate index, the forced one compares all", async () => {
  const ctx = await aWorkspace();
  await anIndexedDocument(ctx, { collectionId: ctx.collectionId, title: "", texts: texts(300) });
  await fitEmbeddings(ctx);
  await database().sql`analyze chunk_vectors`;
  const state = await inWorkspace(ctx, (tx) => findIndexState(tx, ctx));
  const query = vectorLiteral(new Float32Array(192).fill(0.07));
  const plan = (order: string) =>
    inWorkspace(ctx, async (tx) => {
      await tx.execute(
        sql`select set_config('enable_sort', 'off', true), set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)`,
      );
      const rows = await tx.execute<{ "QUERY PLAN": string }>(
        sql`explain (costs off) select number from chunk_vectors v where workspace_id = ${ctx.workspace.id}::uuid and model_id = ${state?.model?.id}::uuid and dimensions = 192 order by ${sql.raw(order)} limit 10`,
      );
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    });
  const distance = `v.embedding::vector(192) <#> '${query}'::vector(192)`;
  expect(await plan(distance)).toMatch(/chunk_vectors_hnsw_192/);
  expect(await plan(`(${distance}) + 0`)).not.toMatch(/hnsw/);
});

test("an embedding model of a provider replaces the learned space and catches up by its job", async () => {
  const ctx = await aWorkspace();
  const member = await aMember(ctx);
  await anIndexedDocument(ctx, { collectionId: ctx.collectionId, title: "", texts: texts(70) });
  const embed = async (given: readonly string[]) =>
    given.map((text) => (text.includes("soup") || text.includes("broth") ? [1, 0, 0.1] : [0, 1, 0.1]));
  chooseEmbedders(async () => ({ model: "three-axes", version: 1, dimensions: 3, embed }));
  try {
    expect(await fitEmbeddings(ctx)).not.toBeNull();
    const found = await search(member, { text: "broth", limit: 5 });
    expect(found.engine.vectors).toBe("provider");
    expect(found.results.every((result) => result.text.includes("soup"))).toBe(true);
    await anIndexedDocument(ctx, { collectionId: ctx.collectionId, title: "", texts: texts(10, 70) });
    expect(await vectorCount(ctx)).toBe(70);
    expect(await fitEmbeddings(ctx)).not.toBeNull();
    expect(await vectorCount(ctx)).toBe(80);
    chooseEmbedders(async () => ({
      model: "three-axes",
      version: 1,
      dimensions: 3,
      embed: () => Promise.reject(new Error("down")),
    }));
    expect((await search(ctx, { text: "bread" })).engine.vectors).toBe("none");
  } finally {
    chooseEmbedders(async () => null);
  }
});
