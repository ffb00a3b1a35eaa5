import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, test as anyTest, beforeAll, expect } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { env } from "@/lib/env";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { anIndexedDocument } from "./an-indexed-document";
import { chooseEmbedders } from "./embedder";
import { fitEmbeddings } from "./fit-embeddings";
import { findIndexState } from "./read-index";
import { search } from "./search";
import { similarChunks } from "./similar-chunks";
import { nearestChunks, toUnitLength } from "./vectors";

const database = openTestDatabase();
// The plans and the approximate index are the same on the embedded database, where so many vectors take half a minute.
const test = anyTest.runIf(env.TEST_DATABASE === "postgres");

const OWN = 50;
const ALL = 20_000;
const DIMENSIONS = 192;

const things = ["bond", "invoice", "schedule", "warranty", "manual", "permit", "drawing", "sample", "report", "audit"];
const deeds = ["delivered", "approved", "renewed", "returned", "published"];
const parties = ["contractor", "buyer", "surveyor", "architect", "insurer", "council", "bidder"];
/** Fifty sentences of a contract, of which no two say the same. */
const texts = Array.from({ length: OWN }, (_, at) => {
  const [thing, deed] = [things[at % 10], deeds[Math.floor(at / 10)]];
  return `The ${thing} must be ${deed} by the ${parties[at % 7]} within ${at + 3} days, and the ${parties[(at * 3 + 1) % 7]} keeps a copy.`;
});

/** The sum of a direction for each word: texts with words in common are near each other. */
function embed(text: string): number[] {
  const sum = new Float32Array(DIMENSIONS);
  for (const word of text.toLowerCase().match(/[a-z0-9]+/g) ?? []) {
    const bytes = [0, 1, 2, 3, 4, 5].map((part) => createHash("sha256").update(`${part} ${word}`).digest());
    for (const [at, byte] of Buffer.concat(bytes).entries()) sum[at] = (sum[at] ?? 0) + byte - 127.5;
  }
  return [...toUnitLength(sum)];
}

const own = { documentIds: [] as string[], chunkIds: [] as string[] };
let ctx: WorkspaceContext;
let foreignChunk = "";

async function aLibrary(of: WorkspaceContext & { collectionId: string }, given: readonly string[], tag: string) {
  const added: typeof own = { documentIds: [], chunkIds: [] };
  for (let at = 0; at < given.length; at += 10) {
    const part = { title: `Terms ${tag}`, texts: given.slice(at, at + 10), tags: [tag] };
    const { documentId, chunkIds } = await anIndexedDocument(of, { collectionId: of.collectionId, ...part });
    added.documentIds.push(documentId);
    added.chunkIds.push(...chunkIds);
  }
  await fitEmbeddings(of);
  return added;
}

/** Neighbours with the same texts, with almost the same ones, and one whose many vectors lie all around these. */
async function addNeighbours() {
  const [twin, kin, crowd] = [await aWorkspace(), await aWorkspace(), await aWorkspace()];
  const { chunkIds } = await aLibrary(twin, texts, "twin");
  foreignChunk = chunkIds[0] ?? "";
  const almost = texts.map((text) => text.replace("a copy", "a zephyrine copy"));
  await aLibrary(kin, almost, "kin");
  await aLibrary(crowd, texts.slice(0, 1), "crowd");
  const { sql: raw } = database();
  const [definition] = await raw.unsafe("select indexdef from pg_indexes where indexname = 'chunk_vectors_hnsw_192'");
  // To build the approximate index once over all takes a fraction of what it takes row by row.
  await raw.unsafe("drop index chunk_vectors_hnsw_192");
  const last = ALL - 3 * OWN - 1;
  await raw.unsafe(
    `insert into chunks (workspace_id, id, number, document_id, snapshot_id, rendition_id, ordinal, title, heading_path, language, start_offset, end_offset, text, tokens)
     select workspace_id, gen_random_uuid(), n, document_id, snapshot_id, rendition_id, n, title, heading_path, language, start_offset, end_offset, text, tokens
     from chunks, generate_series(1, ${last}) n where workspace_id = '${crowd.workspace.id}'`,
  );
  // Without statistics each reference to a chunk is checked by reading all of them.
  await raw.unsafe("analyze chunks");
  // Each of the fifty beside each of as many small steps as make them all different.
  const steps = Array.from({ length: 397 }, (_, at) => `[${embed(`step ${at}`).map((value) => value * 0.1)}]`);
  await raw.unsafe(
    `insert into chunk_vectors (workspace_id, model_id, number, dimensions, embedding)
     select m.workspace_id, m.id, n, ${DIMENSIONS}, l2_normalize(v.embedding + s.step::vector)
     from embedding_models m, generate_series(1, ${last}) n
     join chunk_vectors v on v.workspace_id = '${twin.workspace.id}' and v.number = n % ${OWN}
     join unnest($1::text[]) with ordinality s(step, place) on s.place = n % 397 + 1
     where m.workspace_id = '${crowd.workspace.id}'`,
    [steps],
  );
  await raw.unsafe(String(definition?.indexdef));
}

beforeAll(async () => {
  chooseEmbedders(async () => ({
    model: "words",
    version: 1,
    dimensions: DIMENSIONS,
    embed: async (given) => given.map((text) => embed(text)),
  }));
  await addNeighbours();
  const small = await aWorkspace();
  ctx = small;
  Object.assign(own, await aLibrary(small, texts, "own"));
  await database().sql.unsafe("analyze chunk_vectors");
});
afterAll(() => chooseEmbedders(async () => null));

const questions = [
  ...texts.filter((_, at) => at % 5 === 0),
  "Who keeps the warranty?",
  "insurer report",
  "published within 45 days",
  "zephyrine",
];

test("the few vectors of a workspace are all that it can reach among twenty thousand", async () => {
  expect((await database().sql.unsafe("select count(*)::int as n from chunk_vectors"))[0]?.n).toBe(ALL);
  const seen = await inWorkspace(ctx, (tx) =>
    tx.execute<{ role: string; vectors: number; chunks: number; terms: number }>(sql`
      select current_user::text as role, (select count(*)::int from chunk_vectors) as vectors, (select count(*)::int from chunks) as chunks`),
  );
  expect(seen).toEqual([{ role: "outrider_app", vectors: OWN, chunks: OWN }]);
});

/** So that the planner is left with the approximate index, which all workspaces share, if the statement can use it. */
const withoutOtherWays = sql`select set_config('enable_sort', 'off', true), set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)`;

test.each([
  ["as the database plans it", false],
  ["where the approximate index looks cheap", true],
])("the nearest are as many as asked for, and the right ones, %s", async (_, isLured) => {
  const model = (await inWorkspace(ctx, (tx) => findIndexState(tx, ctx)))?.model;
  if (!model) throw new Error("no model");
  // Numbers follow the order in which texts were taken in.
  const vectors = texts.map((text) => embed(`Terms own\n${text}`));
  let right = 0;
  for (const question of questions) {
    const query = Float32Array.from(embed(question));
    const dot = (vector: number[]) => vector.reduce((sum, value, at) => sum + value * (query[at] ?? 0), 0);
    const exact = vectors.map(dot).sort((a, b) => b - a);
    for (const limit of [1, 10, OWN, 4 * OWN]) {
      const search = { modelId: model.id, dimensions: DIMENSIONS, query, size: OWN, limit };
      const found = await inWorkspace(ctx, async (tx) => {
        if (isLured) await tx.execute(withoutOtherWays);
        return nearestChunks(tx, ctx, search);
      });
      expect(new Set(found.map(({ number }) => number)).size, question).toBe(Math.min(limit, OWN));
      for (const { number, cosine } of found) expect(cosine).toBeCloseTo(dot(vectors[number] ?? []), 3);
      if (limit === 10) right += found.filter(({ cosine }) => cosine >= (exact[9] ?? 1) - 1e-4).length;
    }
  }
  expect(right / (10 * questions.length)).toBeGreaterThanOrEqual(0.95);
});

test("no result, count, facet, suggestion or mark comes from a neighbour with the same words", async () => {
  for (const question of questions) {
    const found = await search(ctx, { text: question, limit: 200 });
    expect(found.engine.vectors).toBe("provider");
    expect(found.results).toHaveLength(OWN);
    expect(found.total).toBe(OWN);
    for (const { documentId, chunkId, text, highlights } of found.results) {
      expect(own.documentIds).toContain(documentId);
      expect(texts[own.chunkIds.indexOf(chunkId)]).toBe(text);
      for (const { end } of highlights) expect(end).toBeLessThanOrEqual(text.length);
    }
    const counts = Object.values(found.facets).flatMap((facet) => facet.map(({ documents }) => documents));
    expect(Math.max(0, ...counts)).toBeLessThanOrEqual(own.documentIds.length);
    expect(found.facets.tags.map(({ value }) => value)).toEqual(question === "zephyrine" ? [] : ["own"]);
    const at = texts.indexOf(question);
    if (at >= 0) expect(found.results[0]?.chunkId).toBe(own.chunkIds[at]);
  }
});

test("a word that only neighbours have is neither offered nor marked", async () => {
  for (const text of ["zephyrine", "zephyrin", "the zephirine copy"]) {
    const found = await search(ctx, { text, limit: 200 });
    expect(found.suggestion ?? "").not.toMatch(/zephyrine/i);
    expect(JSON.stringify(found.results)).not.toMatch(/zephyrine/i);
    const marked = found.results.flatMap((result) =>
      result.highlights.map(({ start, end }) => result.text.slice(start, end)),
    );
    expect(new Set(marked.filter((word) => word !== "copy" && word.toLowerCase() !== "the"))).toEqual(new Set());
  }
  expect((await search(ctx, { text: "shedule" })).suggestion).toBe("schedule");
});

test("what is alike is looked for among the workspace's own", async () => {
  const alike = await similarChunks(ctx, own.chunkIds[7] ?? "", { limit: 200 });
  expect(alike).toHaveLength(OWN - 1);
  for (const { chunkId } of alike) expect(own.chunkIds).toContain(chunkId);
  await expect(similarChunks(ctx, foreignChunk)).rejects.toMatchObject({ code: "not_found" });
});
