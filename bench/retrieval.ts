import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join, resolve } from "node:path";
import { sql } from "drizzle-orm";
import { adoptDatabase, closeDatabase, type Database, openDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { startPostgres } from "@/scripts/services/postgres.mjs";
import { chunkRendition } from "@/server/knowledge/ingest/chunking/chunk-rendition";
import { fitEmbeddings, search } from "@/server/knowledge/retrieval";
import { addIndexedDocument } from "@/server/knowledge/retrieval/an-indexed-document";
import { inverseDocumentFrequency, scoreBlocks, takeBest } from "@/server/knowledge/retrieval/bm25";
import { type PostingList, packPostings } from "@/server/knowledge/retrieval/postings";
import { parseQuery } from "@/server/knowledge/retrieval/query";
import { countTerms, decodeTokens, encodeTokens } from "@/server/knowledge/retrieval/stored-tokens";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { type BeirSet, judge, percentile, type Quality, readBeir } from "./beir";
import { type Filler, readFiller } from "./filler";
import { type LoadFigures, searchUnderLoad } from "./retrieval-load";
import { explainSearch, vectorRecall } from "./retrieval-plans";

export interface RetrievalBenchOptions {
  /** BEIR folder. */
  data: string;
  /** Where TREC run lines go. */
  out?: string | undefined;
  /** Fill the asking workspace up to this many chunks, and nine others with a tenth of that each, on real Postgres. */
  chunks?: number | undefined;
  /** Folders whose sentences are the filler; default: the folders beside the set that are no retrieval sets. */
  filler?: readonly string[] | undefined;
  /** A Postgres server; default: the embedded database, or with `chunks` a server started for the run. */
  databaseUrl?: string | undefined;
  log?: ((line: string) => void) | undefined;
}

export interface RetrievalFigures extends Quality {
  p50Ms: number;
  p95Ms: number;
  documents: number;
  queries: number;
  /** Chunks in the asking workspace. */
  chunks: number;
  /** With `chunks` only. */
  wordP95Ms?: number;
  vectorRecall10?: number;
  filler?: string;
  plans?: Record<string, string[]>;
  underLoad?: LoadFigures[];
}

const OTHER_WORKSPACES = 9;
/** What each of the others holds, against the asking one. */
const OTHER_SHARE = 0.1;
const WRITE_BATCH = 100;
const FILLER_BATCH = 1_000;
/** Times are taken from about as many questions, evenly over the set. */
const TIMED_QUERIES = 300;
/** Enough chunks to name a hundred documents. */
const DEEP = 200;

type Asking = WorkspaceContext & { collectionId: string };

/** The product's own search (database, app role, row-level security) on a test set, with plain BM25 of the same run as its peer. */
export async function benchRetrieval(options: RetrievalBenchOptions) {
  const log = options.log ?? (() => {});
  const set = readBeir(options.data);
  const server = options.chunks && !options.databaseUrl ? await startPostgres() : null;
  const url = options.databaseUrl ?? server?.url;
  const database = await openDatabase(url ? { url } : { dataDir: null });
  adoptDatabase(database);
  try {
    const ctx = await aWorkspace();
    log(`indexing ${set.documents.length} documents`);
    const idOf = await indexSet(ctx, set);
    const filler = options.chunks
      ? readFiller(
          options.filler ?? siblings(options.data),
          set.documents.map((document) => document.text),
        )
      : null;
    if (filler && options.chunks) await fill(database, ctx, filler, options.chunks, log);
    log("fitting vectors");
    await fitEmbeddings(ctx);
    if (filler) await buildVectorIndex(database, log);
    await database.sql`analyze`;
    log(`asking ${set.queries.length} questions`);
    const asked = await ask(ctx, set, idOf);
    const figures: RetrievalFigures = {
      ...judge(set.judgements, asked.rankings),
      p50Ms: percentile(asked.times, 0.5),
      p95Ms: percentile(asked.times, 0.95),
      documents: set.documents.length,
      queries: set.queries.length,
      chunks: await countChunks(ctx),
    };
    if (filler) {
      const texts = set.queries.map((query) => query.text);
      figures.wordP95Ms = percentile(asked.wordTimes, 0.95);
      figures.filler = filler.description;
      figures.vectorRecall10 = await vectorRecall(ctx, texts.slice(0, 200));
      figures.plans = await explainSearch(ctx, texts[0] ?? "");
      // Last of all: what is added here would change the answers above.
      const own = set.documents.map((document) => document.text);
      figures.underLoad = await searchUnderLoad(ctx, texts, own, log);
    }
    log("plain BM25 of the same texts");
    const peer = judge(set.judgements, plainBm25(set, filler, figures.chunks));
    if (options.out) writeFileSync(options.out, `${asked.lines.join("\n")}\n`);
    return {
      bench: "retrieval",
      data: options.data,
      figures,
      peers: { bm25: peer },
      machine: { cpus: cpus().length, cpu: cpus()[0]?.model ?? "", node: process.version, database: database.kind },
    };
  } finally {
    await closeDatabase();
    await server?.stop();
  }
}

function siblings(data: string): string[] {
  const set = resolve(data);
  const parent = existsSync(join(set, "beir")) ? dirname(set) : dirname(dirname(set));
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !existsSync(join(parent, entry.name, "beir")))
    .map((entry) => join(parent, entry.name));
}

/** Each document of the set is a document of the workspace, cut into chunks as any other text. */
async function indexSet(ctx: Asking, set: BeirSet): Promise<Map<string, string>> {
  const idOf = new Map<string, string>();
  for (let at = 0; at < set.documents.length; at += WRITE_BATCH) {
    await inWorkspace(ctx, async (tx) => {
      for (const document of set.documents.slice(at, at + WRITE_BATCH)) {
        const texts = chunkRendition({ text: document.text, blocks: [] }).map((chunk) => chunk.text);
        const { documentId } = await addIndexedDocument(tx, ctx, {
          collectionId: ctx.collectionId,
          title: document.title,
          texts,
        });
        idOf.set(documentId, document.id);
      }
    });
  }
  return idOf;
}

async function fill(
  database: Database,
  ctx: Asking,
  filler: Filler,
  chunks: number,
  log: (line: string) => void,
): Promise<void> {
  // Filling an approximate index row by row takes ten times as long as building it afterwards.
  await database.sql`drop index chunk_vectors_hnsw_192`;
  const others = await Promise.all(Array.from({ length: OTHER_WORKSPACES }, () => aWorkspace()));
  const plan = [
    { of: ctx, count: chunks - (await countChunks(ctx)) },
    ...others.map((of) => ({ of, count: Math.round(chunks * OTHER_SHARE) })),
  ];
  for (const [index, { of, count }] of plan.entries()) {
    log(`filling workspace ${index + 1} of ${plan.length} with ${count} chunks`);
    let texts: string[] = [];
    const write = async () => {
      const batch = texts;
      texts = [];
      if (batch.length > 0)
        await inWorkspace(of, (tx) =>
          addIndexedDocument(tx, of, { collectionId: of.collectionId, title: "", texts: batch }),
        );
    };
    for (const text of filler.chunks(count, index + 1)) {
      texts.push(text);
      if (texts.length === FILLER_BATCH) await write();
    }
    await write();
    if (index > 0) await fitEmbeddings(of);
  }
}

async function buildVectorIndex(database: Database, log: (line: string) => void): Promise<void> {
  log("building the vector index");
  await database.sql.begin(async (tx) => {
    await tx`set local statement_timeout = 0`;
    await tx`set local maintenance_work_mem = '1GB'`;
    await tx`create index chunk_vectors_hnsw_192 on chunk_vectors using hnsw ((embedding::vector(192)) vector_ip_ops) where dimensions = 192`;
  });
}

async function countChunks(ctx: WorkspaceContext): Promise<number> {
  const [row] = await inWorkspace(ctx, (tx) =>
    tx.execute<{ live_chunks: number }>(
      sql`select live_chunks from search_indexes where workspace_id = ${ctx.workspace.id}::uuid`,
    ),
  );
  return row?.live_chunks ?? 0;
}

async function ask(ctx: WorkspaceContext, set: BeirSet, idOf: ReadonlyMap<string, string>) {
  const rankings = new Map<string, string[]>();
  const lines: string[] = [];
  const times: number[] = [];
  const wordTimes: number[] = [];
  // The first searches read what is then kept in memory.
  for (const query of set.queries.slice(0, 20)) await search(ctx, { text: query.text });
  const every = Math.max(1, Math.floor(set.queries.length / TIMED_QUERIES));
  for (const query of set.queries.filter((_, index) => index % every === 0)) {
    const startedAt = performance.now();
    const { engine } = await search(ctx, { text: query.text });
    times.push(performance.now() - startedAt);
    wordTimes.push(engine.wordMs);
  }
  for (const query of set.queries) {
    const { results } = await search(ctx, { text: query.text, limit: DEEP });
    const best = new Map<string, number>();
    // Filler takes places, as other text would; it has no name of its own in the run.
    for (const result of results) {
      const id = idOf.get(result.documentId) ?? result.documentId;
      if (!best.has(id)) best.set(id, result.score);
    }
    const ranking = [...best].slice(0, 100);
    rankings.set(
      query.id,
      ranking.map(([id]) => id),
    );
    for (const [rank, [id, score]] of ranking.entries())
      lines.push(`${query.id} Q0 ${id} ${rank + 1} ${score.toFixed(6)} outrider`);
  }
  return { rankings, lines, times, wordTimes };
}

/** BM25 alone over whole documents and the same filler, in memory, with the same words, k1, b and title weight. */
function plainBm25(set: BeirSet, filler: Filler | null, chunks: number): Map<string, string[]> {
  const counted: ReturnType<typeof countTerms>[] = set.documents.map(({ title, text }) =>
    countTerms(decodeTokens(encodeTokens(title, text, "en"))),
  );
  const blocks = new Map<string, PostingList[]>();
  const lengths: number[] = [];
  const add = (batch: typeof counted) => {
    const first = lengths.length;
    for (const list of packPostings(batch.map(({ counts }, index) => ({ number: first + index, counts })))) {
      const own = blocks.get(list.term);
      if (own) own.push(list);
      else blocks.set(list.term, [list]);
    }
    for (const { length } of batch) lengths.push(length);
  };
  add(counted);
  if (filler) {
    const batch: typeof counted = [];
    for (const text of filler.chunks(Math.max(0, chunks - set.documents.length), 1)) {
      batch.push(countTerms(decodeTokens(encodeTokens("", text, "en"))));
      if (batch.length === FILLER_BATCH) add(batch.splice(0));
    }
    add(batch);
  }
  const packed = Uint16Array.from(lengths);
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const rankings = new Map<string, string[]>();
  for (const query of set.queries) {
    const terms = parseQuery(query.text, ["en"]).words.flatMap((word) => {
      const own = word.stems.flatMap((stem) => blocks.get(stem) ?? []);
      const frequency = own.reduce((sum, block) => sum + block.count, 0);
      return [{ idf: inverseDocumentFrequency(frequency, lengths.length), blocks: own }];
    });
    const { scores, touched } = scoreBlocks(terms, packed, average);
    const best = takeBest(touched, (number) => scores[number] as number, 100);
    rankings.set(
      query.id,
      best.map(({ number }) => set.documents[number]?.id ?? `filler ${number}`),
    );
  }
  return rankings;
}
