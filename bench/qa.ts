import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";
import { adoptDatabase, closeDatabase, openDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { maxQuoteWords } from "@/lib/vocabulary/evidence";
import { fitEmbeddings } from "@/server/knowledge/retrieval/fit-embeddings";
import { type PreparedDocument, prepareDocument } from "@/server/knowledge/writing/prepared-document";
import { percentile } from "./beir";
import { readFiller } from "./filler";
import { askProduct, type GivenAnswer, storePackage } from "./qa/answer-in-product";
import { type ReadDocument, readPackage, readText } from "./qa/answer-set";
import { isPartsFolder, loadPartsSet } from "./qa/load-parts";
import { type GoldQuestion, loadGoldFolder, loadSquad } from "./qa/load-questions";
import { isAboutGold, judgeCitations } from "./qa/match-answers";
import { mainOf, measureParts } from "./qa/measure-parts";
import { topSentences } from "./qa/plain-bm25";

export interface QaBenchOptions {
  /** A SQuAD JSON file, or a folder of packages of documents. */
  data: string;
  /** With a folder: the folder of gold files with `questions`, one a package. */
  gold?: string | undefined;
  /** Where the answers go, one JSON object a line. */
  out?: string | undefined;
  /** Ask every n-th question only. */
  every?: number | undefined;
  /** Fill the workspace up to so many documents with reshuffled sentences, and ask over all of them. */
  documents?: number | undefined;
  /** Ask over everything that is loaded instead of the package's own collection. */
  everywhere?: boolean | undefined;
  databaseUrl?: string | undefined;
  log?: ((line: string) => void) | undefined;
}

const LIMIT = 5;

/**
 * Questions put to the product itself: stored, indexed, asked, answered phase by phase, each sentence through the gate, read back.
 * All packages are loaded; each question is asked within its own. The peer is plain BM25 over the same sentences in the same run.
 */
export async function benchQa(options: QaBenchOptions) {
  const log = options.log ?? (() => undefined);
  const parts =
    options.gold && (await isPartsFolder(options.gold)) ? await loadPartsSet(options.data, options.gold) : null;
  const set =
    parts?.set ?? (options.gold ? await loadGoldFolder(options.data, options.gold) : await loadSquad(options.data));
  const isEverywhere = options.everywhere === true || options.documents !== undefined;
  const questions = set.questions.filter((_, index) => index % (options.every ?? 1) === 0);
  const database = await openDatabase(options.databaseUrl ? { url: options.databaseUrl } : { dataDir: null });
  adoptDatabase(database);
  try {
    const ctx = await aWorkspace();
    const loaded = new Map<string, { collectionId: string; documents: PreparedDocument[] }>();
    for (const [name, source] of set.packages) {
      const read: ReadDocument[] = await readPackage(source);
      log(`storing ${read.length} documents of ${name}`);
      const collectionId = await storePackage(ctx, name, read);
      loaded.set(name, {
        collectionId,
        documents: read.map((document) => prepareDocument(document.name, document.rendition)),
      });
    }
    const stored = [...loaded.values()].reduce((sum, one) => sum + one.documents.length, 0);
    const missing = Math.max(0, (options.documents ?? 0) - stored);
    if (missing > 0) {
      log(`storing ${missing} further documents`);
      await storePackage(ctx, "Filler", fillerDocuments(options.data, missing));
      await fitEmbeddings(ctx);
      await database.sql`analyze`;
    }
    log(`asking ${questions.length} questions`);
    const asked: { question: GoldQuestion; given: GivenAnswer; peer: ReturnType<typeof topSentences> }[] = [];
    for (const question of questions) {
      const own = loaded.get(question.package);
      if (!own) continue;
      const texts = new Map(own.documents.map((document) => [document.name, document]));
      const given = await askProduct(ctx, question.q, isEverywhere ? [] : [own.collectionId], texts);
      asked.push({ question, given, peer: topSentences(question.q, own.documents, LIMIT, maxQuoteWords) });
      if (asked.length % 100 === 0) log(`${asked.length} asked`);
    }
    if (options.out) writeFileSync(options.out, `${asked.map(toLine).join("\n")}\n`);
    const documents = stored + missing;
    if (parts) {
      const judged = asked.flatMap(({ question, given }) => {
        const wanted = parts.byId.get(question.id);
        return wanted ? { question: wanted, given } : [];
      });
      return { bench: "qa", data: path.resolve(options.data), figures: { ...measureParts(judged), documents } };
    }
    return {
      bench: "qa",
      data: path.resolve(options.data),
      figures: { ...measureAnswers(asked), documents },
      peers: { bm25: measurePeer(asked) },
      machine: { cpus: cpus().length, cpu: cpus()[0]?.model ?? "", node: process.version, database: database.kind },
    };
  } finally {
    await closeDatabase();
  }
}

const FILLER_PARAGRAPHS = 8;

/** Documents of eight paragraphs each, of the set's own sentences: they share its words, and answer nothing. */
function fillerDocuments(data: string, count: number): ReadDocument[] {
  const chunks = readFiller([data], []).chunks(count * FILLER_PARAGRAPHS, 7);
  return Array.from({ length: count }, (_, index) => {
    const paragraphs = Array.from({ length: FILLER_PARAGRAPHS }, () => String(chunks.next().value ?? ""));
    return readText({ name: `filler/${index + 1}.txt`, title: `Filler ${index + 1}`, text: paragraphs.join("\n\n") });
  });
}

type Asked = { question: GoldQuestion; given: GivenAnswer; peer: ReturnType<typeof topSentences> };

function measureAnswers(asked: readonly Asked[]) {
  const answerable = asked.filter(({ question }) => question.type !== "unanswerable");
  const none = asked.filter(({ question }) => question.type === "unanswerable");
  const judged = (limit: number) =>
    answerable.map(({ question, given }) => judgeCitations(question, given.citations.slice(0, limit)));
  const all = judged(LIMIT);
  const cited = asked.reduce((sum, { given }) => sum + given.citations.length, 0);
  const shown = answerable.flatMap(({ question, given }) =>
    mainOf(given).map((sentence) => isAboutGold(question, sentence.citations)),
  );
  const beside = answerable.reduce((sum, { given }) => sum + given.sentences.length - mainOf(given).length, 0);
  const withFirst = asked.flatMap(({ given }) => given.firstSentenceMs ?? []);
  return {
    answerInQuote: share(all, (one) => one.answer),
    at1: share(judged(1), (one) => one.answer),
    at3: share(judged(3), (one) => one.answer),
    at5: share(all, (one) => one.answer),
    /** The annotated passage whole in one quote, and a quote that shares at least half of it; 0 where the gold has none (SQuAD). */
    passageInQuote: share(all, (one) => one.passage),
    passageOverlap: share(all, (one) => one.overlap),
    citedDocument: share(all, (one) => one.document),
    abstainRecall: share(none, ({ given }) => given.abstained),
    falseAbstention: share(answerable, ({ given }) => given.abstained),
    quotesVerified: cited === 0 ? 1 : asked.reduce((sum, { given }) => sum + given.verified, 0) / cited,
    firstSentenceP95Ms: Math.round(percentile(withFirst, 0.95)),
    p95Ms: Math.round(
      percentile(
        asked.map(({ given }) => given.totalMs),
        0.95,
      ),
    ),
    cpuMsPerQuestion: Math.round(asked.reduce((sum, { given }) => sum + given.cpuMs, 0) / Math.max(1, asked.length)),
    n: asked.length,
    answerable: answerable.length,
    /** Of the sentences shown as the answer, those that rest on the annotated passage or hold an answer of it. */
    sentencesThatAnswer: share(shown, (one) => one),
    sentencesShown: Number((shown.length / Math.max(1, answerable.length)).toFixed(2)),
    passagesBeside: Number((beside / Math.max(1, answerable.length)).toFixed(2)),
  };
}

function measurePeer(asked: readonly Asked[]) {
  const answerable = asked.filter(({ question }) => question.type !== "unanswerable");
  const judged = answerable.map(({ question, peer }) => judgeCitations(question, peer));
  const first = answerable.map(({ question, peer }) => judgeCitations(question, peer.slice(0, 1)));
  return {
    answerInQuote: share(judged, (one) => one.answer),
    at1: share(first, (one) => one.answer),
    citedDocument: share(judged, (one) => one.document),
  };
}

function share<T>(all: readonly T[], holds: (one: T) => boolean): number {
  return all.length === 0 ? 0 : Number((all.filter(holds).length / all.length).toFixed(4));
}

function toLine({ question, given }: Asked): string {
  const key = question.package === "squad" ? { id: question.id } : { package: question.package };
  return JSON.stringify({
    ...key,
    q: question.q,
    answer: given.answer,
    abstained: given.abstained,
    confidence: given.confidence,
    citations: given.citations,
  });
}
