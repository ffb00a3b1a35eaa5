import { and, eq } from "drizzle-orm";
import { members } from "@/drizzle/schema";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { forgetAfterCommit } from "../forget";
import { assertAnotherOwner, assertMayManage, lockMembers, requireMember } from "./owners";

/** Shuts a member out, or lets the member in again; role and work stay. API keys of a suspended member stop working too. */
export async function suspendMember(
  ctx: WorkspaceContext,
  input: { userId: string; isSuspended: boolean },
): Promise<void> {
  authorize(ctx, "members:manage");
  await inWorkspace(ctx, async (tx) => {
    await lockMembers(tx, ctx);
    const member = await requireMember(tx, ctx, input.userId);
    assertMayManage(ctx, member.role);
    if (input.userId === ctx.actor.userId)
      throw new ConflictError("You cannot suspend yourself. Leave the workspace instead.");
    if (input.isSuspended) await assertAnotherOwner(tx, ctx, member);
    await tx
      .update(members)
      .set({ suspendedAt: input.isSuspended ? new Date() : null })
      .where(and(eq(members.workspaceId, ctx.workspace.id), eq(members.userId, input.userId)));
    await recordAudit(tx, ctx, {
      action: input.isSuspended ? "member.suspend" : "member.resume",
      subjectId: input.userId,
    });
    forgetAfterCommit(ctx);
  });
}
