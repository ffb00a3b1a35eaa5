import { and, desc, eq, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { answerSentences, dependents, queries } from "@/drizzle/schema";
import { isoTimestamp } from "@/lib/iso-timestamp";
import { freshnesses } from "@/lib/vocabulary/evidence";
import { authorize } from "@/server/platform/authorize";
import { readInWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

export const changedAnswer = z.object({
  queryId: z.uuid(),
  conversationId: z.uuid(),
  question: z.string(),
  freshness: z.enum(freshnesses),
  sentences: z.int(),
  changedAt: isoTimestamp,
});
export type ChangedAnswer = z.input<typeof changedAnswer>;

/** Answers that the actor may see and whose evidence has changed or gone since they were written, latest change first; at most 20. */
export async function listChangedAnswers(ctx: WorkspaceContext): Promise<ChangedAnswer[]> {
  authorize(ctx, "ask:read");
  const changedAt = sql<string>`max(${dependents.markedAt})`;
  const rows = await readInWorkspace(ctx, (tx) =>
    tx
      .select({
        queryId: queries.id,
        conversationId: queries.conversationId,
        question: queries.question,
        isGone: sql<boolean>`bool_or(${dependents.freshness} = 'unsupported')`,
        sentences: sql<number>`count(distinct ${answerSentences.id})::int`,
        changedAt,
      })
      .from(dependents)
      .innerJoin(
        answerSentences,
        and(eq(answerSentences.workspaceId, dependents.workspaceId), eq(answerSentences.id, dependents.dependentId)),
      )
      .innerJoin(
        queries,
        and(eq(queries.workspaceId, answerSentences.workspaceId), eq(queries.id, answerSentences.queryId)),
      )
      .where(
        and(
          eq(dependents.workspaceId, ctx.workspace.id),
          eq(dependents.kind, "answer_sentence"),
          ne(dependents.freshness, "current"),
        ),
      )
      .groupBy(queries.id, queries.conversationId, queries.question)
      .orderBy(desc(changedAt))
      .limit(20),
  );
  return rows.map(({ isGone, changedAt: at, ...row }) => ({
    ...row,
    freshness: isGone ? ("unsupported" as const) : ("stale" as const),
    changedAt: new Date(at),
  }));
}
