import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import {
  answerSentences,
  citations,
  dependents,
  documents,
  evidence,
  members,
  type Query,
  queries,
  queryFeedback,
  snapshots,
  toolCalls,
} from "@/drizzle/schema";
import type { Freshness } from "@/lib/vocabulary/evidence";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireConversation, requireQuery } from "./queries";
import type { QueryView } from "./schemas";

/** One question with its answer as it stands now: freshness is read from the evidence, not from the day of writing. */
export async function getQuery(ctx: WorkspaceContext, id: string): Promise<QueryView> {
  authorize(ctx, "ask:read");
  return inWorkspace(ctx, async (tx) => toView(tx, ctx, await requireQuery(tx, ctx, id)));
}

/** All questions of a conversation that the actor may see, in order. */
export async function listQueries(ctx: WorkspaceContext, conversationId: string): Promise<QueryView[]> {
  authorize(ctx, "ask:read");
  return inWorkspace(ctx, async (tx) => {
    await requireConversation(tx, ctx, conversationId);
    const rows = await tx
      .select()
      .from(queries)
      .where(and(eq(queries.workspaceId, ctx.workspace.id), eq(queries.conversationId, conversationId)))
      .orderBy(asc(queries.position));
    const views: QueryView[] = [];
    for (const row of rows) views.push(await toView(tx, ctx, row));
    return views;
  });
}

const worst: Freshness[] = ["current", "stale", "contradicted", "unsupported"];

async function toView(tx: Tx, ctx: WorkspaceContext, query: Query): Promise<QueryView> {
  const workspaceId = ctx.workspace.id;
  const sentences = await tx
    .select()
    .from(answerSentences)
    .where(and(eq(answerSentences.workspaceId, workspaceId), eq(answerSentences.queryId, query.id)))
    .orderBy(asc(answerSentences.position));
  const links = sentences.length
    ? await tx
        .select()
        .from(dependents)
        .where(
          and(
            eq(dependents.workspaceId, workspaceId),
            eq(dependents.kind, "answer_sentence"),
            inArray(
              dependents.dependentId,
              sentences.map((sentence) => sentence.id),
            ),
          ),
        )
    : [];
  const cited = await tx
    .select({
      n: citations.number,
      evidence,
      title: documents.title,
      path: documents.path,
      revision: snapshots.revision,
      fetchedAt: snapshots.fetchedAt,
    })
    .from(citations)
    .innerJoin(evidence, and(eq(evidence.workspaceId, citations.workspaceId), eq(evidence.id, citations.evidenceId)))
    .innerJoin(documents, and(eq(documents.workspaceId, evidence.workspaceId), eq(documents.id, evidence.documentId)))
    .innerJoin(snapshots, and(eq(snapshots.workspaceId, evidence.workspaceId), eq(snapshots.id, evidence.snapshotId)))
    .where(and(eq(citations.workspaceId, workspaceId), eq(citations.queryId, query.id)))
    .orderBy(asc(citations.number));
  const numberOf = new Map(cited.map((row) => [row.evidence.id, row.n]));
  // A sentence whose evidence the reader may not see would tell what he may not read.
  const shown = sentences.filter((sentence) =>
    links.filter((link) => link.dependentId === sentence.id).every((link) => numberOf.has(link.evidenceId)),
  );
  const calls = await tx
    .select()
    .from(toolCalls)
    .where(and(eq(toolCalls.workspaceId, workspaceId), eq(toolCalls.queryId, query.id)))
    .orderBy(asc(toolCalls.createdAt));
  const [own] = ctx.actor.userId
    ? await tx
        .select({ kind: queryFeedback.kind })
        .from(queryFeedback)
        .where(
          and(
            eq(queryFeedback.workspaceId, workspaceId),
            eq(queryFeedback.queryId, query.id),
            eq(queryFeedback.userId, ctx.actor.userId),
          ),
        )
    : [];
  const [asker] = await tx
    .select({ name: members.name })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), eq(members.userId, query.createdBy)));
  const isOwn = ctx.actor.userId === query.createdBy;
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
    sentences: shown.map((sentence) => {
      const own = links.filter((link) => link.dependentId === sentence.id);
      return {
        id: sentence.id,
        position: sentence.position,
        text: sentence.text,
        writtenBy: sentence.writtenBy,
        isAside: sentence.isAside,
        citations: own.flatMap((link) => numberOf.get(link.evidenceId) ?? []).sort((a, b) => a - b),
        freshness: worstOf(own.map((link) => link.freshness)),
      };
    }),
    citations: cited.map((row) => {
      const resting = links.filter((link) => link.evidenceId === row.evidence.id);
      return {
        n: row.n,
        evidenceId: row.evidence.id,
        documentId: row.evidence.documentId,
        title: row.title,
        path: row.path,
        snapshotId: row.evidence.snapshotId,
        renditionId: row.evidence.renditionId,
        revision: row.revision,
        locator: { page: row.evidence.page, start: row.evidence.start, end: row.evidence.end },
        quote: row.evidence.quote,
        fetchedAt: row.fetchedAt.toISOString(),
        freshness: worstOf(resting.map((link) => link.freshness)),
        after: resting.find((link) => link.after !== null)?.after ?? null,
      };
    }),
    hiddenSentences: sentences.length - shown.length,
    phases: query.phases.map(({ name, ms }) => ({ name, ms })),
    // What others' tools read is theirs.
    toolCalls: isOwn
      ? calls.map(({ taskId, tool, input, summary, durationMs, cacheAgeMs }) => ({
          taskId,
          tool,
          input,
          summary,
          durationMs,
          cacheAgeMs,
        }))
      : [],
    usage: query.usage,
    failureReason: query.failureReason,
    followUps: isOwn ? query.followUps : [],
    unanswered: query.unanswered,
    nearest: isOwn ? query.nearest : [],
    feedback: own?.kind ?? null,
    askedBy: asker?.name ?? null,
    createdAt: query.createdAt,
  };
}

function worstOf(all: Freshness[]): Freshness {
  return all.reduce<Freshness>((a, b) => (worst.indexOf(b) > worst.indexOf(a) ? b : a), "current");
}
