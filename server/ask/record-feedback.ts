import { z } from "zod";
import { queryFeedback } from "@/drizzle/schema";
import { feedbackKinds } from "@/lib/vocabulary/ask";
import { authorize } from "@/server/platform/authorize";
import { ForbiddenError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireQuery } from "./queries";

export const feedbackInput = z.strictObject({
  queryId: z.uuid(),
  kind: z.enum(feedbackKinds),
  comment: z.string().trim().max(1000).optional(),
});

/** Keeps what a person says of an answer; saying something else later replaces it. Throws NotFoundError. */
export async function recordFeedback(ctx: WorkspaceContext, input: z.output<typeof feedbackInput>): Promise<void> {
  authorize(ctx, "ask:read");
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError("Only a person can judge an answer.");
  await inWorkspace(ctx, async (tx) => {
    await requireQuery(tx, ctx, input.queryId);
    const verdict = { kind: input.kind, comment: input.comment ?? null };
    await tx
      .insert(queryFeedback)
      .values({ workspaceId: ctx.workspace.id, queryId: input.queryId, userId, ...verdict })
      .onConflictDoUpdate({
        target: [queryFeedback.workspaceId, queryFeedback.queryId, queryFeedback.userId],
        set: { ...verdict, updatedAt: new Date() },
      });
  });
}
