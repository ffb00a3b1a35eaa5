import { and, eq } from "drizzle-orm";
import { members } from "@/drizzle/schema";
import type { Role } from "@/lib/vocabulary/workspaces";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { forgetAfterCommit } from "../forget";
import { assertAnotherOwner, assertMayManage, lockMembers, requireMember } from "./owners";

/** Throws ForbiddenError for roles above the own one, ConflictError for the last owner, NotFoundError for who is no member. */
export async function changeRole(ctx: WorkspaceContext, input: { userId: string; role: Role }): Promise<void> {
  authorize(ctx, "members:manage");
  await inWorkspace(ctx, async (tx) => {
    await lockMembers(tx, ctx);
    const member = await requireMember(tx, ctx, input.userId);
    assertMayManage(ctx, member.role);
    assertMayManage(ctx, input.role);
    if (member.role === input.role) return;
    await assertAnotherOwner(tx, ctx, member);
    await tx
      .update(members)
      .set({ role: input.role })
      .where(and(eq(members.workspaceId, ctx.workspace.id), eq(members.userId, input.userId)));
    await recordAudit(tx, ctx, {
      action: "member.change_role",
      subjectId: input.userId,
      detail: { from: member.role, to: input.role },
    });
    forgetAfterCommit(ctx);
  });
}
