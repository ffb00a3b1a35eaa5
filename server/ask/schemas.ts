import { z } from "zod";
import { isoTimestamp } from "@/lib/iso-timestamp";
import { engines, feedbackKinds, phases, queryStatuses, queryTools } from "@/lib/vocabulary/ask";
import { freshnesses } from "@/lib/vocabulary/evidence";

export const questionText = z.string().trim().min(2, "Ask in a few words.").max(2000);

export const askInput = z.strictObject({
  question: questionText,
  /** Continues a conversation; without it a new one begins. */
  conversationId: z.uuid().optional(),
  /** Ask within these collections only. For a conversation that exists, its own scope stands. */
  collectionIds: z.array(z.uuid()).max(50).optional(),
  /** Read everything anew instead of using results of the last hour. */
  bypassCache: z.boolean().default(false),
});
export type AskInput = z.output<typeof askInput>;

export const askedQuery = z.object({ queryId: z.uuid(), conversationId: z.uuid() });
export type AskedQuery = z.output<typeof askedQuery>;

/** The opportunity that a document is a paper of. */
export const citedTender = z.object({
  id: z.uuid(),
  number: z.int(),
  title: z.string(),
  /** Where its files stand apart from all others: asking within this collection asks about it alone. */
  collectionId: z.uuid().nullable(),
});
export type CitedTender = z.output<typeof citedTender>;

export const citation = z.object({
  n: z.int(),
  evidenceId: z.uuid(),
  documentId: z.uuid(),
  title: z.string(),
  path: z.string(),
  /** Null for what belongs to no tender, or to several. */
  tender: citedTender.nullable(),
  snapshotId: z.uuid(),
  renditionId: z.uuid(),
  revision: z.int(),
  locator: z.object({ page: z.int().nullable(), start: z.int(), end: z.int() }),
  quote: z.string(),
  fetchedAt: z.string(),
  freshness: z.enum(freshnesses),
  /** What stands there in the newest version, when it changed; null when it is gone or unchanged. */
  after: z.string().nullable(),
});
export type Citation = z.output<typeof citation>;

export const answerSentence = z.object({
  id: z.uuid(),
  position: z.int(),
  text: z.string(),
  writtenBy: z.enum(engines),
  /** A passage that may matter beside what answers far more surely. */
  isAside: z.boolean(),
  citations: z.array(z.int()),
  freshness: z.enum(freshnesses),
});
export type AnswerSentenceView = z.output<typeof answerSentence>;

export const passage = z.object({
  documentId: z.uuid(),
  snapshotId: z.uuid(),
  renditionId: z.uuid(),
  title: z.string(),
  page: z.int().nullable(),
  start: z.int(),
  end: z.int(),
  text: z.string(),
});
export type Passage = z.output<typeof passage>;

export const queryView = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  position: z.int(),
  question: z.string(),
  status: z.enum(queryStatuses),
  engine: z.enum(engines).nullable(),
  fallbackReason: z.string().nullable(),
  confidence: z.number().nullable(),
  abstained: z.boolean(),
  sentences: z.array(answerSentence),
  citations: z.array(citation),
  /** Sentences that rest on documents which the reader may not see are left out; this says how many. */
  hiddenSentences: z.int(),
  phases: z.array(z.object({ name: z.enum(phases), ms: z.number() })),
  toolCalls: z.array(
    z.object({
      taskId: z.string(),
      tool: z.enum(queryTools),
      input: z.record(z.string(), z.unknown()),
      summary: z.string(),
      durationMs: z.int(),
      cacheAgeMs: z.int().nullable(),
    }),
  ),
  usage: z.object({ inputTokens: z.int(), outputTokens: z.int(), costMicros: z.int(), calls: z.int() }).nullable(),
  failureReason: z.string().nullable(),
  followUps: z.array(z.string()),
  /** Parts of the question, in its own words, that the documents do not answer although they answer the rest. */
  unanswered: z.array(z.string()),
  /** Where nothing was found for certain, or not for a part: the passages that come nearest. */
  nearest: z.array(passage.extend({ tender: citedTender.nullable() })),
  feedback: z.enum(feedbackKinds).nullable(),
  askedBy: z.string().nullable(),
  createdAt: isoTimestamp,
});
export type QueryView = z.input<typeof queryView>;

/** One event of the durable stream, as screens and the command line read it. */
export const streamEvent = z.object({
  seq: z.int(),
  type: z.enum(["phase", "source", "sentence", "rewind", "done", "failed"]),
  data: z.record(z.string(), z.unknown()),
});
export type StreamEventView = z.output<typeof streamEvent>;
