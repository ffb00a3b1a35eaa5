import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { documents, renditions } from "@/drizzle/schema";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { type ChunkPlace, findPlaces } from "../retrieval";
import { answerFromUnits } from "./answer-from-units";
import { type ComposedSentence, composeExtractive } from "./compose-extractive";
import { loadPrepared, type SourceDocument } from "./load-prepared";
import { rewordQuestion, type Wording } from "./understand-question";

export interface FindQuotesInput {
  question: string;
  wording?: Wording;
  /** Only in these collections; empty or absent means all that the actor may see. */
  collectionIds?: string[];
  documentIds?: string[];
  limit?: number;
}

/** A literal passage: `source.prepared.text.slice(start, end)`. */
export interface FoundQuote {
  source: SourceDocument;
  start: number;
  end: number;
  page: number | null;
  quote: string;
  core: { start: number; end: number };
  score: number;
}

export interface FoundQuotes {
  quotes: FoundQuote[];
  /** The answer in the documents' own words; citations name `sources` by index. */
  sentences: ComposedSentence[];
  /** Calibrated probability (0-1) that the quotes hold the answer; see docs/confidence.md. */
  confidence: number | null;
  /** Parts of the question that are not answered although the rest is, with the passages that come nearest. */
  unanswered: { text: string; quotes: FoundQuote[] }[];
  /** Share (0-1) of what was asked that the best quote holds, in any wording, by importance; 0 without one. */
  coverage: number;
  /** Share (0-1) of what was asked, by importance, of which no wording stands anywhere in what was weighed. */
  absent: number;
  sources: SourceDocument[];
}

/** Up to this much text all units are weighed; above it, only those of the chunks that retrieval finds. Bytes, which need no unpacking. */
const wholeScopeBytes = 1_500_000;
const candidateChunks = 80;
const rewordedChunks = 40;
/** Documents beyond the best ones hold a chunk or two far down the ranking, and each costs as much to make ready as the first. */
const candidateDocuments = 40;

/**
 * The literal passages that answer a question best, from the current versions that the actor may see. A small scope is weighed
 * whole; in a large one retrieval chooses the chunks first. No model takes part.
 */
export async function findQuotes(ctx: WorkspaceContext, input: FindQuotesInput): Promise<FoundQuotes> {
  const scope = await smallScope(ctx, input);
  return scope ? answerFrom(await loadPrepared(ctx, scope), input, null) : findInLargeScope(ctx, input);
}

/** As `findQuotes` for many questions about one scope, which is read once where it is small. In the order of the questions. */
export async function* findQuotesOfEach(
  ctx: WorkspaceContext,
  questions: readonly string[],
  about: Omit<FindQuotesInput, "question">,
): AsyncGenerator<FoundQuotes> {
  if (questions.length === 0) return;
  const scope = await smallScope(ctx, about);
  const sources = scope ? await loadPrepared(ctx, scope) : null;
  for (const question of questions) {
    const input = { ...about, question };
    yield sources ? answerFrom(sources, input, null) : await findInLargeScope(ctx, input);
  }
}

async function findInLargeScope(ctx: WorkspaceContext, input: FindQuotesInput): Promise<FoundQuotes> {
  const chosen = await candidates(ctx, input);
  return answerFrom(await loadPrepared(ctx, [...chosen.keys()]), input, chosen);
}

function answerFrom(
  sources: SourceDocument[],
  input: FindQuotesInput,
  chosen: Map<string, { start: number; end: number }[]> | null,
): FoundQuotes {
  const answer = answerFromUnits({
    question: input.question,
    ...(input.wording ? { wording: input.wording } : {}),
    documents: sources.map((source) => source.prepared),
    limit: input.limit ?? 5,
    ...(chosen
      ? { candidates: sources.map((source) => unitsWithin(source, chosen.get(source.renditionId) ?? [])) }
      : {}),
  });
  const quotesOf = (part: number | null) =>
    answer.quotes.flatMap((quote) => {
      const source = sources[quote.documentIndex];
      if (!source || (part !== null && quote.part !== part)) return [];
      return {
        source,
        start: quote.start,
        end: quote.end,
        page: quote.page ?? null,
        quote: source.prepared.text.slice(quote.start, quote.end),
        core: quote.core,
        score: quote.score,
      };
    });
  const unanswered = answer.parts.flatMap((part, index) =>
    answer.isAnswered && !part.isAnswered ? { text: part.text, quotes: quotesOf(index) } : [],
  );
  return {
    quotes: quotesOf(null),
    sentences: composeExtractive(
      answer,
      sources.map((source) => source.prepared),
    ),
    unanswered,
    confidence: answer.quotes.length > 0 ? answer.confidence : null,
    coverage: answer.quotes.length > 0 ? answer.signals.coverage : 0,
    absent: answer.quotes.length > 0 ? answer.signals.absent : 1,
    sources,
  };
}

/** The current versions of a scope, where they are little enough text to be weighed whole; null where they are more. */
async function smallScope(ctx: WorkspaceContext, input: Omit<FindQuotesInput, "question">): Promise<string[] | null> {
  const bytes = sql`coalesce(sum(octet_length(${renditions.text})), 0)`;
  const [scope] = await inWorkspace(ctx, (tx) =>
    tx
      .select({
        // One row, however many documents: a large scope is only told to be one.
        ids: sql<
          string | null
        >`case when ${bytes} <= ${wholeScopeBytes} then coalesce(string_agg(${renditions.id}::text, ' '), '') end`,
      })
      .from(documents)
      .innerJoin(
        renditions,
        and(eq(renditions.workspaceId, documents.workspaceId), eq(renditions.snapshotId, documents.currentSnapshotId)),
      )
      .where(
        and(
          eq(documents.workspaceId, ctx.workspace.id),
          isNull(documents.deletedAt),
          ...(input.collectionIds?.length ? [inArray(documents.collectionId, input.collectionIds)] : []),
          ...(input.documentIds?.length ? [inArray(documents.id, input.documentIds)] : []),
        ),
      ),
  );
  return scope?.ids?.split(" ").filter((id) => id !== "") ?? null;
}

async function candidates(
  ctx: WorkspaceContext,
  input: FindQuotesInput,
): Promise<Map<string, { start: number; end: number }[]>> {
  const filters = {
    ...(input.collectionIds?.length ? { collectionIds: input.collectionIds } : {}),
    ...(input.documentIds?.length ? { documentIds: input.documentIds } : {}),
  };
  const reworded = rewordQuestion(input.question);
  const found = await findPlaces(
    ctx,
    [
      { text: input.question, limit: candidateChunks },
      // Who asks in everyday words finds nothing by them alone.
      ...(reworded ? [{ text: reworded, limit: rewordedChunks }] : []),
    ],
    filters,
  );
  const byRendition = new Map<string, Omit<ChunkPlace, "renditionId">[]>();
  // Best first, one of each search in turn.
  for (let rank = 0; rank < candidateChunks; rank++) {
    for (const result of found.flatMap((results) => results[rank] ?? [])) {
      const spans = byRendition.get(result.renditionId) ?? [];
      if (spans.length === 0 && byRendition.size >= candidateDocuments) continue;
      spans.push({ start: result.start, end: result.end });
      byRendition.set(result.renditionId, spans);
    }
  }
  return byRendition;
}

function unitsWithin(source: SourceDocument, spans: { start: number; end: number }[]): ReadonlySet<number> {
  const within = new Set<number>();
  for (const [index, unit] of source.prepared.units.entries()) {
    if (spans.some((span) => unit.start < span.end && unit.end > span.start)) within.add(index);
  }
  return within;
}
