import type { Query } from "@/drizzle/schema";
import type { Freshness } from "@/lib/vocabulary/evidence";
import type { LoadedAnswer } from "./load-answers";
import type { QueryView } from "./schemas";
import { toCitedTender } from "./to-cited-tender";

/**
 * A question and its answer as one person may see them. A sentence that rests on a document which the person may not see is left out and
 * counted; what the asker's tools read, and what they suggested, is shown to the asker alone.
 */
export function toQueryView(query: Query, answer: LoadedAnswer, viewerId: string | null): QueryView {
  const isOwn = viewerId === query.createdBy;
  const sentences = viewSentences(answer);
  return {
    id: query.id,
    conversationId: query.conversationId,
    position: query.position,
    question: query.question,
    status: query.status,
    engine: query.engine,
    fallbackReason: query.fallbackReason,
    confidence: query.confidence,
    abstained: query.abstainedAt !== null,
    sentences,
    citations: viewCitations(answer),
    hiddenSentences: answer.sentences.length - sentences.length,
    phases: query.phases.map(({ name, ms }) => ({ name, ms })),
    toolCalls: isOwn ? viewToolCalls(answer) : [],
    usage: query.usage,
    failureReason: query.failureReason,
    followUps: isOwn ? query.followUps : [],
    unanswered: query.unanswered,
    nearest: isOwn
      ? query.nearest.map((one) => ({ ...one, tender: toCitedTender(answer.tenders, one.documentId) }))
      : [],
    feedback: answer.feedback,
    askedBy: answer.askedBy,
    createdAt: query.createdAt,
  };
}

function viewSentences({ sentences, links, cited }: LoadedAnswer): QueryView["sentences"] {
  const numberOf = new Map(cited.map((one) => [one.evidence.id, one.n]));
  return sentences.flatMap((sentence) => {
    const basis = links.filter((link) => link.dependentId === sentence.id);
    if (basis.some((link) => !numberOf.has(link.evidenceId))) return [];
    return [
      {
        id: sentence.id,
        position: sentence.position,
        text: sentence.text,
        writtenBy: sentence.writtenBy,
        isAside: sentence.isAside,
        citations: basis.flatMap((link) => numberOf.get(link.evidenceId) ?? []).sort((a, b) => a - b),
        freshness: worstOf(basis.map((link) => link.freshness)),
      },
    ];
  });
}

function viewCitations(answer: LoadedAnswer): QueryView["citations"] {
  const { links, cited } = answer;
  return cited.map(({ n, evidence, title, path, revision, fetchedAt }) => {
    const resting = links.filter((link) => link.evidenceId === evidence.id);
    return {
      n,
      evidenceId: evidence.id,
      documentId: evidence.documentId,
      title,
      path,
      tender: toCitedTender(answer.tenders, evidence.documentId),
      snapshotId: evidence.snapshotId,
      renditionId: evidence.renditionId,
      revision,
      locator: { page: evidence.page, start: evidence.start, end: evidence.end },
      quote: evidence.quote,
      fetchedAt: fetchedAt.toISOString(),
      freshness: worstOf(resting.map((link) => link.freshness)),
      after: resting.find((link) => link.after !== null)?.after ?? null,
    };
  });
}

function viewToolCalls({ toolCalls }: LoadedAnswer): QueryView["toolCalls"] {
  return toolCalls.map(({ taskId, tool, input, summary, durationMs, cacheAgeMs }) => ({
    taskId,
    tool,
    input,
    summary,
    durationMs,
    cacheAgeMs,
  }));
}

/** From best to worst. */
const freshnessOrder: Freshness[] = ["current", "stale", "contradicted", "unsupported"];

function worstOf(all: Freshness[]): Freshness {
  return all.reduce<Freshness>(
    (worst, one) => (freshnessOrder.indexOf(one) > freshnessOrder.indexOf(worst) ? one : worst),
    "current",
  );
}
