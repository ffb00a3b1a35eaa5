import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import {
  type AnswerSentence,
  answerSentences,
  citations,
  type Dependent,
  dependents,
  documents,
  type Evidence,
  evidence,
  members,
  type Query,
  queryFeedback,
  snapshots,
  type ToolCall,
  toolCalls,
} from "@/drizzle/schema";
import type { FeedbackKind } from "@/lib/vocabulary/ask";
import { type TenderOfDocument, tendersOfDocuments } from "@/server/opportunities";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

export interface CitedEvidence {
  /** The number under which the answer cites it. */
  n: number;
  evidence: Evidence;
  title: string;
  path: string;
  revision: number;
  fetchedAt: Date;
}

/** What was written and recorded for one question. */
export interface LoadedAnswer {
  /** All of them, also those that rest on evidence which is not in `cited`. */
  sentences: AnswerSentence[];
  /** Which evidence each sentence rests on, and how fresh that is. */
  links: Dependent[];
  /** Evidence in documents that the actor may see. */
  cited: CitedEvidence[];
  /** The tender that a document is a paper of, for documents cited and those that come nearest. */
  tenders: ReadonlyMap<string, TenderOfDocument>;
  toolCalls: ToolCall[];
  /** The actor's own. */
  feedback: FeedbackKind | null;
  askedBy: string | null;
}

/** Loads the answers of several questions together: the number of statements does not grow with the number of questions. */
export async function loadAnswers(
  tx: Tx,
  ctx: WorkspaceContext,
  asked: readonly Query[],
): Promise<(query: Query) => LoadedAnswer> {
  const ids = asked.map(({ id }) => id);
  const [sentences, links, cited, calls, feedback, names] = await Promise.all([
    loadSentences(tx, ctx, ids),
    loadLinks(tx, ctx, ids),
    loadCited(tx, ctx, ids),
    loadToolCalls(tx, ctx, ids),
    loadOwnFeedback(tx, ctx, ids),
    loadNames(tx, ctx, asked),
  ]);
  const near = asked.flatMap((query) => query.nearest.map(({ documentId }) => documentId));
  const quoted = [...cited.values()].flat().map((one) => one.evidence.documentId);
  const tenders = await tendersOfDocuments(tx, ctx, [...quoted, ...near]);
  return ({ id, createdBy }) => ({
    tenders,
    sentences: sentences.get(id) ?? [],
    links: (links.get(id) ?? []).map(({ link }) => link),
    cited: (cited.get(id) ?? []).map(({ queryId: _, ...one }) => one),
    toolCalls: calls.get(id) ?? [],
    feedback: feedback.get(id) ?? null,
    askedBy: names.get(createdBy) ?? null,
  });
}

async function loadSentences(tx: Tx, ctx: WorkspaceContext, ids: string[]) {
  const rows = await tx
    .select()
    .from(answerSentences)
    .where(and(eq(answerSentences.workspaceId, ctx.workspace.id), inArray(answerSentences.queryId, ids)))
    .orderBy(asc(answerSentences.position));
  return Map.groupBy(rows, ({ queryId }) => queryId);
}

async function loadLinks(tx: Tx, ctx: WorkspaceContext, ids: string[]) {
  const rows = await tx
    .select({ queryId: answerSentences.queryId, link: dependents })
    .from(answerSentences)
    .innerJoin(
      dependents,
      and(
        eq(dependents.workspaceId, answerSentences.workspaceId),
        eq(dependents.kind, "answer_sentence"),
        eq(dependents.dependentId, answerSentences.id),
      ),
    )
    .where(and(eq(answerSentences.workspaceId, ctx.workspace.id), inArray(answerSentences.queryId, ids)));
  return Map.groupBy(rows, ({ queryId }) => queryId);
}

async function loadCited(tx: Tx, ctx: WorkspaceContext, ids: string[]) {
  const rows = await tx
    .select({
      queryId: citations.queryId,
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
    .where(and(eq(citations.workspaceId, ctx.workspace.id), inArray(citations.queryId, ids)))
    .orderBy(asc(citations.number));
  return Map.groupBy(rows, ({ queryId }) => queryId);
}

async function loadToolCalls(tx: Tx, ctx: WorkspaceContext, ids: string[]) {
  const rows = await tx
    .select()
    .from(toolCalls)
    .where(and(eq(toolCalls.workspaceId, ctx.workspace.id), inArray(toolCalls.queryId, ids)))
    .orderBy(asc(toolCalls.createdAt));
  return Map.groupBy(rows, ({ queryId }) => queryId);
}

async function loadOwnFeedback(tx: Tx, ctx: WorkspaceContext, ids: string[]): Promise<Map<string, FeedbackKind>> {
  const { userId } = ctx.actor;
  if (userId === null) return new Map();
  const rows = await tx
    .select({ queryId: queryFeedback.queryId, kind: queryFeedback.kind })
    .from(queryFeedback)
    .where(
      and(
        eq(queryFeedback.workspaceId, ctx.workspace.id),
        inArray(queryFeedback.queryId, ids),
        eq(queryFeedback.userId, userId),
      ),
    );
  return new Map(rows.map(({ queryId, kind }) => [queryId, kind]));
}

async function loadNames(tx: Tx, ctx: WorkspaceContext, asked: readonly Query[]): Promise<Map<string, string>> {
  const userIds = [...new Set(asked.map(({ createdBy }) => createdBy))];
  const rows = await tx
    .select({ id: members.userId, name: members.name })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspace.id), inArray(members.userId, userIds)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
