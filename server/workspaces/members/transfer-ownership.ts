import { and, eq } from "drizzle-orm";
import { members } from "@/drizzle/schema";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError, ForbiddenError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { forgetAfterCommit } from "../forget";
import { lockMembers, requireMember } from "./owners";

/** Makes another active member owner; whoever hands over becomes admin. */
export async function transferOwnership(ctx: WorkspaceContext, input: { userId: string }): Promise<void> {
  authorize(ctx, "workspace:transfer");
  const { actor } = ctx;
  if (actor.kind !== "user") throw new ForbiddenError("Only a signed-in owner can hand a workspace over.");
  await inWorkspace(ctx, async (tx) => {
    await lockMembers(tx, ctx);
    const next = await requireMember(tx, ctx, input.userId);
    // Read again under the lock: the role in `ctx` may be seconds old.
    const giver = await requireMember(tx, ctx, actor.userId);
    if (giver.role !== "owner") throw new ForbiddenError("You are not an owner of this workspace any more.");
    if (next.userId === giver.userId) throw new ConflictError("You are the owner already.");
    if (next.suspendedAt) throw new ConflictError(`${next.name} is suspended and cannot become owner.`);
    const setRole = (userId: string, role: "owner" | "admin") =>
      tx
        .update(members)
        .set({ role })
        .where(and(eq(members.workspaceId, ctx.workspace.id), eq(members.userId, userId)));
    await setRole(next.userId, "owner");
    await setRole(giver.userId, "admin");
    await recordAudit(tx, ctx, { action: "workspace.transfer", subjectId: next.userId });
    forgetAfterCommit(ctx);
  });
}
