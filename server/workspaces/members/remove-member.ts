import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { apiKeys, members } from "@/drizzle/schema";
import type { Member } from "@/drizzle/schema/members";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError, ForbiddenError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { forgetAfterCommit } from "../forget";
import { assertAnotherOwner, assertMayManage, lockMembers, requireMember } from "./owners";

/** Takes somebody out of the workspace. What the person made stays; the person's API keys are revoked. */
export async function removeMember(ctx: WorkspaceContext, input: { userId: string }): Promise<void> {
  authorize(ctx, "members:manage");
  if (input.userId === ctx.actor.userId) throw new ConflictError("To go yourself, leave the workspace.");
  await inWorkspace(ctx, async (tx) => {
    await lockMembers(tx, ctx);
    const member = await requireMember(tx, ctx, input.userId);
    assertMayManage(ctx, member.role);
    await assertAnotherOwner(tx, ctx, member);
    await takeOut(tx, ctx, member);
    await recordAudit(tx, ctx, { action: "member.remove", subjectId: input.userId, detail: whoWent(member) });
  });
}

/** The last owner cannot leave. */
export async function leaveWorkspace(ctx: WorkspaceContext): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== "user") throw new ForbiddenError("Only a signed-in person can leave a workspace.");
  await inWorkspace(ctx, async (tx) => {
    await lockMembers(tx, ctx);
    const member = await requireMember(tx, ctx, actor.userId);
    await assertAnotherOwner(tx, ctx, member);
    await recordAudit(tx, ctx, { action: "member.leave", subjectId: actor.userId, detail: whoWent(member) });
    await takeOut(tx, ctx, member);
  });
}

/** The trail keeps who it was: the row that says so goes. */
function whoWent({ name, email, role }: Member) {
  return { name, email, role };
}

async function takeOut(tx: Tx, ctx: WorkspaceContext, { workspaceId, userId }: Member): Promise<void> {
  await tx
    .update(apiKeys)
    .set({ revokedAt: new Date() })
    .where(and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.createdBy, userId), isNull(apiKeys.revokedAt)));
  await tx.delete(members).where(and(eq(members.workspaceId, workspaceId), eq(members.userId, userId)));
  forgetAfterCommit(ctx);
}
