import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { loadAnswers } from "./load-answers";
import { requireQuery } from "./queries";
import type { QueryView } from "./schemas";
import { toQueryView } from "./to-query-view";

/** One question with its answer as it stands now: freshness is read from the evidence, not from the day of writing. Throws NotFoundError. */
export async function getQuery(ctx: WorkspaceContext, id: string): Promise<QueryView> {
  authorize(ctx, "ask:read");
  return inWorkspace(ctx, async (tx) => {
    const query = await requireQuery(tx, ctx, id);
    const answerOf = await loadAnswers(tx, ctx, [query]);
    return toQueryView(query, answerOf(query), ctx.actor.userId);
  });
}
