import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { answerSentences, dependents } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** Evidence knows a sentence by its id only, so no foreign key takes the link along when the sentences of these questions are deleted. */
export async function unlinkSentences(tx: Tx, ctx: WorkspaceContext, queryIds: string[]): Promise<void> {
  const sentences = tx
    .select({ id: answerSentences.id })
    .from(answerSentences)
    .where(and(eq(answerSentences.workspaceId, ctx.workspace.id), inArray(answerSentences.queryId, queryIds)));
  await tx
    .delete(dependents)
    .where(
      and(
        eq(dependents.workspaceId, ctx.workspace.id),
        eq(dependents.kind, "answer_sentence"),
        inArray(dependents.dependentId, sentences),
      ),
    );
}
