import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Tx } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { documents, renditions, snapshots } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { one } from "@/lib/one";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { anIndexedDocument } from "./an-indexed-document";
import { inverseDocumentFrequency, termWeight } from "./bm25";
import { compactPostings, needsCompaction } from "./compact-postings";
import { clearIndexCache } from "./index-cache";
import { indexChunks, unindexDocument } from "./index-chunks";
import { parseQuery } from "./query";
import { findIndexState } from "./read-index";
import { retrieve } from "./retrieve";
import { search } from "./search";
import { countTerms, decodeTokens, encodeTokens } from "./stored-tokens";

const database = openTestDatabase();

const words = ["bid", "bond", "price", "award", "notice", "term", "clause", "risk", "scope", "delay", "audit", "claim"];
const aText = (seed: number) =>
  Array.from(
    { length: 12 + (seed % 9) },
    (_, at) => words[(seed * 7 + at * at * (1 + (seed % 5))) % words.length],
  ).join(" ");

/** BM25 of a question over texts, by its definition, keyed by text. */
function bruteForce(question: string, title: string, texts: readonly string[]): Map<string, number> {
  const counted = texts.map((text) => countTerms(decodeTokens(encodeTokens(title, text, "en"))));
  const average = counted.reduce((sum, { length }) => sum + length, 0) / counted.length;
  const scores = new Map<string, number>();
  for (const [index, { counts, length }] of counted.entries()) {
    let score = 0;
    for (const { stems } of parseQuery(question, ["en"]).words) {
      const stem = stems[0] as string;
      const count = counts.get(stem);
      const frequency = counted.filter((other) => other.counts.has(stem)).length;
      if (count)
        score +=
          inverseDocumentFrequency(frequency, texts.length) * termWeight(count.title, count.body, length, average);
    }
    if (score > 0) scores.set(texts[index] as string, score);
  }
  return scores;
}

async function scoresOf(ctx: WorkspaceContext, question: string): Promise<Map<string, number>> {
  const found = await inWorkspace(ctx, (tx) => retrieve(tx, ctx, { text: question, depth: 500 }));
  return new Map((found?.candidates ?? []).map((candidate) => [candidate.text, candidate.features.bm25]));
}

function expectSameScores(found: Map<string, number>, expected: Map<string, number>): void {
  const best = Math.max(...expected.values());
  expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [text, score] of expected) expect(found.get(text)).toBeCloseTo(score / best, 4);
}

test("a question through the packed blocks scores as BM25 by its definition", async () => {
  const ctx = await aWorkspace();
  const texts = [...new Set(Array.from({ length: 80 }, (_, index) => `${aText(index)} ${index}x`))];
  for (let at = 0; at < texts.length; at += 20) {
    await anIndexedDocument(ctx, {
      collectionId: ctx.collectionId,
      title: "Terms and claims",
      texts: texts.slice(at, at + 20),
    });
  }
  for (const question of ["bid bond", "the price of delay", "audit claims of 7x"]) {
    expectSameScores(await scoresOf(ctx, question), bruteForce(question, "Terms and claims", texts));
  }
});

test("what is taken out is not found, and scores are as if it had never been", async () => {
  const ctx = await aWorkspace();
  const texts = Array.from({ length: 40 }, (_, index) => `${aText(index)} ${index}x`);
  const kept = await anIndexedDocument(ctx, { collectionId: ctx.collectionId, title: "T", texts: texts.slice(0, 20) });
  const gone = await anIndexedDocument(ctx, { collectionId: ctx.collectionId, title: "T", texts: texts.slice(20) });
  await inWorkspace(ctx, (tx) => unindexDocument(tx, ctx, gone.documentId));
  const expected = bruteForce("bid bond", "T", texts.slice(0, 20));
  expectSameScores(await scoresOf(ctx, "bid bond"), expected);
  expect(await needsCompaction(ctx)).toBe(true);
  for (let cursor = await compactPostings(ctx, null); cursor; ) cursor = await compactPostings(ctx, cursor);
  expect(await needsCompaction(ctx)).toBe(false);
  expectSameScores(await scoresOf(ctx, "bid bond"), expected);
  const [left] = await inWorkspace(ctx, (tx) =>
    tx.execute<{ n: number }>(sql`select count(*)::int as n from posting_blocks where term in ('25x', '5x')`),
  );
  expect(left?.n).toBe(1);
  await inWorkspace(ctx, (tx) => unindexDocument(tx, ctx, kept.documentId));
  expect((await search(ctx, { text: "bid bond" })).results).toEqual([]);
});

test("a document indexed again leaves only its new chunks", async () => {
  const ctx = await aWorkspace();
  const { documentId } = await anIndexedDocument(ctx, {
    collectionId: ctx.collectionId,
    title: "Price list",
    texts: ["Old price: ten."],
  });
  const again = await inWorkspace(ctx, (tx) => aNewSnapshot(tx, ctx, documentId));
  const found = await search(ctx, { text: "price" });
  expect(found.results.map((result) => [result.snapshotId, result.text])).toEqual([[again, "New price: twelve."]]);
  expect(found.total).toBe(1);
});

async function aNewSnapshot(tx: Tx, ctx: WorkspaceContext, documentId: string): Promise<string> {
  const workspaceId = ctx.workspace.id;
  const before = one(await tx.select().from(snapshots).where(eq(snapshots.documentId, documentId)));
  const [snapshotId, renditionId] = [newId(), newId()];
  await tx
    .insert(snapshots)
    .values({ ...before, id: snapshotId, revision: 2, sha256: snapshotId, storageKey: snapshotId });
  const rendition = one(await tx.select().from(renditions).where(eq(renditions.documentId, documentId)));
  await tx.insert(renditions).values({ ...rendition, id: renditionId, snapshotId });
  const text = "New price: twelve.";
  const chunk = { headingPath: [], language: "en" as const, page: null, start: 0, end: text.length, text };
  await indexChunks(tx, ctx, { documentId, snapshotId, renditionId, chunks: [chunk] });
  // A step may run twice.
  await indexChunks(tx, ctx, { documentId, snapshotId, renditionId, chunks: [chunk] });
  expect(workspaceId).toBe(before.workspaceId);
  return snapshotId;
}

test("writers at the same time lose and mix nothing", async () => {
  const ctx = await aWorkspace();
  const batches = Array.from({ length: 12 }, (_, batch) =>
    Array.from({ length: 15 }, (_, index) => `${aText(batch * 15 + index)} b${batch}n${index}`),
  );
  await Promise.all(
    batches.map((texts) => anIndexedDocument(ctx, { collectionId: ctx.collectionId, title: "T", texts })),
  );
  const texts = batches.flat();
  expectSameScores(await scoresOf(ctx, "bid bond price"), bruteForce("bid bond price", "T", texts));
  for (const text of texts.filter((_, index) => index % 17 === 0)) {
    const [first] = (await search(ctx, { text: text.split(" ").at(-1) ?? "" })).results;
    expect(first?.text).toBe(text);
  }
  const state = await inWorkspace(ctx, (tx) => findIndexState(tx, ctx));
  expect(state).toMatchObject({ nextNumber: texts.length, liveChunks: texts.length, deadChunks: 0 });
});

test("a transaction that fails leaves no trace in the index", async () => {
  const ctx = await aWorkspace();
  await anIndexedDocument(ctx, { collectionId: ctx.collectionId, title: "T", texts: ["First bond."] });
  const failing = inWorkspace(ctx, async (tx) => {
    const { addIndexedDocument } = await import("./an-indexed-document");
    await addIndexedDocument(tx, ctx, { collectionId: ctx.collectionId, title: "T", texts: ["Second bond."] });
    throw new Error("later");
  });
  await expect(failing).rejects.toThrow("later");
  await anIndexedDocument(ctx, { collectionId: ctx.collectionId, title: "T", texts: ["Third bond."] });
  expect((await search(ctx, { text: "bond" })).results.map((result) => result.text).sort()).toEqual([
    "First bond.",
    "Third bond.",
  ]);
});

test("a document deleted behind the index's back is not found", async () => {
  const ctx = await aWorkspace();
  const { documentId } = await anIndexedDocument(ctx, {
    collectionId: ctx.collectionId,
    title: "T",
    texts: ["A bond."],
  });
  await inWorkspace(ctx, (tx) =>
    tx.update(documents).set({ deletedAt: new Date() }).where(eq(documents.id, documentId)),
  );
  expect((await search(ctx, { text: "bond" })).results).toEqual([]);
  await inWorkspace(ctx, (tx) => tx.delete(documents).where(eq(documents.id, documentId)));
  clearIndexCache();
  expect((await search(ctx, { text: "bond" })).results).toEqual([]);
});

test("the app role reads words by the primary key and texts by their number", async () => {
  const ctx = await aWorkspace();
  const texts = Array.from({ length: 400 }, (_, index) => `${aText(index)} unique${index} other${index * 3}`);
  await anIndexedDocument(ctx, { collectionId: ctx.collectionId, title: "T", texts });
  await database().sql`analyze posting_blocks`;
  await database().sql`analyze chunks`;
  const plan = async (statement: ReturnType<typeof sql>) =>
    (await inWorkspace(ctx, (tx) => tx.execute<{ "QUERY PLAN": string }>(sql`explain (costs off) ${statement}`)))
      .map((row) => row["QUERY PLAN"])
      .join("\n");
  const wordPlan = await plan(
    sql`select postings from posting_blocks where workspace_id = ${ctx.workspace.id}::uuid and term in ('unique7', 'other9', 'bid')`,
  );
  expect(wordPlan).toMatch(/posting_blocks_workspace_id_term_block_no_pk/);
  expect(wordPlan).not.toMatch(/Seq Scan/);
  const textPlan = await plan(
    sql`select text from chunks c where c.workspace_id = ${ctx.workspace.id}::uuid and c.number in (1, 5, 9)`,
  );
  expect(textPlan).toMatch(/chunks_number/);
  expect(textPlan).not.toMatch(/Seq Scan on chunks/);
});
