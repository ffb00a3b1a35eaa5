import { and, eq } from "drizzle-orm";
import { answerSentences, queries } from "@/drizzle/schema";
import type { Engine, Phase } from "@/lib/vocabulary/ask";
import { checkSentence } from "@/server/evidence";
import { answerThreshold, loadPrepared, type SourceDocument } from "@/server/knowledge/writing";
import type { CallUsage } from "@/server/models";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { writeSentences } from "../judgements/write-sentences";
import { type DraftSentence, placeOf, type UnderstoodQuery } from "../plan";
import { requireOpenQuery, requireQuery } from "../queries";
import { appendStreamEvents } from "../stream/append-stream-events";
import type { ToolResult } from "../tools/run-tool";
import { recordSentences, type SentenceWriter } from "./record-sentences";
import { rewindAnswer } from "./rewind-answer";
import { setOthersAside } from "./set-others-aside";
import { suggestFollowUps } from "./suggest-follow-ups";

export interface WriteAnswerInput {
  queryId: string;
  query: UnderstoodQuery;
  results: ToolResult[];
  phases: { name: Phase; ms: number }[];
  /** What models have used in the phases before this one. */
  usages: (CallUsage | null)[];
}

export interface WrittenAnswer {
  sentences: number;
  abstained: boolean;
  engine: Engine;
}

/**
 * Writes the answer sentence by sentence onto the stream, by the workspace's model or by rules. Each must pass the gate; what does
 * not is dropped. When nothing holds, or the probability is low, the answer says that the documents do not tell, with the passages
 * that come nearest.
 */
export async function writeAnswer(ctx: WorkspaceContext, input: WriteAnswerInput): Promise<WrittenAnswer> {
  const startedAt = performance.now();
  const finished = await findWritten(ctx, input.queryId);
  if (finished) return finished;
  const passages = input.results.flatMap((result) => result.passages);
  const found = input.results.flatMap((result) => result.sentences);
  const drafts = await setOthersAside(ctx, input.query.question, found);
  const renditionIds = new Set([...passages, ...drafts.flatMap((draft) => draft.citations)].map((p) => p.renditionId));
  // Read again with the person's rights of this moment: a kept result may be older than they are.
  const visible = new Map((await loadPrepared(ctx, [...renditionIds])).map((source) => [source.renditionId, source]));
  const confidence = confidenceOf(input.results);
  let writer = await beginWriting(ctx, input.queryId);
  // The rules have every sentence at once: the first goes out alone, so that it stands soon, and the others together.
  const waiting: DraftSentence[] = [];
  const holds = confidence === null || confidence >= answerThreshold;
  const written = holds
    ? await writeSentences(
        ctx,
        {
          question: input.query.question,
          passages: passages.filter((passage) => visible.has(passage.renditionId)),
          drafts: distinct(drafts).filter((draft) => draft.citations.every((p) => visible.has(p.renditionId))),
          passesGate: (draft) => passesGate(draft, visible),
        },
        {
          queryId: input.queryId,
          onSentence: async (sentence, writtenBy) => {
            if (writtenBy === "extractive" && writer.position > 0) waiting.push(sentence);
            else await recordSentences(writer, [sentence], writtenBy);
          },
          onRestart: async () => {
            waiting.length = 0;
            writer = await beginWriting(ctx, input.queryId);
          },
        },
      )
    : null;
  await recordSentences(writer, waiting, "extractive");
  const engine = written?.engine ?? "extractive";
  const usage = sumUsage([...input.usages, written?.usage ?? null]);
  const abstained = writer.position === 0;
  // How sure the evidence is says nothing of an answer none of whose sentences passed the gate.
  const shownConfidence = abstained && holds ? null : confidence;
  // Only the rules take a question apart; a model answers it as a whole.
  const unanswered = abstained || engine === "model" ? [] : unansweredOf(input.results);
  const near = abstained ? passages : unanswered.flatMap((part) => part.passages.slice(0, 2));
  const nearest = near.filter((passage) => visible.has(passage.renditionId)).slice(0, 3);
  const phases = [...input.phases, { name: "answer" as const, ms: Math.round(performance.now() - startedAt) }];
  const followUps = abstained ? [] : suggestFollowUps(input.query.question, [...visible.values()], passages);
  await inWorkspace(ctx, async (tx) => {
    // A person may have cancelled it while the last sentences were written.
    await requireOpenQuery(tx, ctx, input.queryId);
    await tx
      .update(queries)
      .set({
        status: "answered",
        engine,
        // Where no model was chosen, nothing fell back.
        fallbackReason: written?.fallbackReason === "no_model" ? null : (written?.fallbackReason ?? null),
        usage,
        confidence: shownConfidence,
        abstainedAt: abstained ? new Date() : null,
        phases,
        followUps,
        unanswered: unanswered.map((part) => part.text),
        nearest: nearest.map(({ path: _path, quote, ...place }) => ({ ...place, text: quote })),
        finishedAt: new Date(),
      })
      .where(and(eq(queries.workspaceId, ctx.workspace.id), eq(queries.id, input.queryId)));
    await appendStreamEvents(tx, ctx, input.queryId, writer.generation, [
      { type: "done", data: { confidence: shownConfidence, abstained, engine, sentences: writer.position } },
    ]);
    announceLive(ctx, "query", input.queryId);
  });
  return { sentences: writer.position, abstained, engine };
}

/** The answer as it stands, when an attempt before this one wrote all of it and was killed before it could say so. */
async function findWritten(ctx: WorkspaceContext, queryId: string): Promise<WrittenAnswer | null> {
  return inWorkspace(ctx, async (tx) => {
    const query = await requireQuery(tx, ctx, queryId);
    if (query.status !== "answered") return null;
    const sentences = await tx.$count(
      answerSentences,
      and(eq(answerSentences.workspaceId, ctx.workspace.id), eq(answerSentences.queryId, queryId)),
    );
    return { sentences, abstained: query.abstainedAt !== null, engine: query.engine ?? "extractive" };
  });
}

/** Begins an attempt; what an earlier one had written is deleted. */
async function beginWriting(ctx: WorkspaceContext, queryId: string): Promise<SentenceWriter> {
  const generation = await rewindAnswer(ctx, queryId);
  return { ctx, queryId, generation, cited: new Map(), position: 0 };
}

function sumUsage(usages: (CallUsage | null)[]): CallUsage | null {
  const made = usages.filter((usage) => usage !== null);
  if (made.length === 0) return null;
  const total = { calls: 0, inputTokens: 0, outputTokens: 0, costMicros: 0 };
  for (const usage of made) {
    total.calls += usage.calls;
    total.inputTokens += usage.inputTokens;
    total.outputTokens += usage.outputTokens;
    total.costMicros += usage.costMicros;
  }
  return total;
}

/** The parts of the question to which no tool found an answer. */
function unansweredOf(results: ToolResult[]): ToolResult["unanswered"] {
  const judged = results.filter((result) => result.confidence !== null);
  // Results that an older version kept know nothing of parts.
  const [first, ...others] = judged.map((result) => result.unanswered ?? []);
  return (first ?? []).filter((part) => others.every((other) => other.some((one) => one.text === part.text)));
}

function confidenceOf(results: ToolResult[]): number | null {
  const judged = results.flatMap((result) => (result.confidence === null ? [] : [result.confidence]));
  return judged.length === 0 ? null : Math.max(...judged);
}

function passesGate(draft: DraftSentence, visible: Map<string, SourceDocument>): boolean {
  const quotes = draft.citations.map((passage) => ({
    quote: passage.quote,
    renditionText: visible.get(passage.renditionId)?.prepared.text ?? "",
    start: passage.start,
    end: passage.end,
  }));
  return checkSentence(draft.text, quotes).ok;
}

/** Of drafts that begin with the same passage, which several tools may find, the first stays. Asides come last. */
function distinct(drafts: DraftSentence[]): DraftSentence[] {
  const places = new Set<string>();
  const ordered = [...drafts].sort((a, b) => Number(a.isAside ?? false) - Number(b.isAside ?? false));
  return ordered.filter((draft) => {
    const [first] = draft.citations;
    const place = first ? placeOf(first) : "";
    if (places.has(place)) return false;
    places.add(place);
    return true;
  });
}
