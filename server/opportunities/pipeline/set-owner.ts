import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { members, type Opportunity, opportunities } from "@/drizzle/schema";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { recordActivity } from "@/server/collaboration";
import { notifyMembers, whoMaySee } from "@/server/notifications";
import { authorize } from "@/server/platform/authorize";
import { InvalidInputError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { lockOpportunity } from "../queries";
import { opportunitySubject } from "./opportunity-subject";
import type { SetOwnerInput } from "./schemas";

/** Who answers for it; null: nobody. Throws NotFoundError, and InvalidInputError for somebody who cannot. */
export async function setOwner(ctx: WorkspaceContext, input: SetOwnerInput): Promise<void> {
  authorize(ctx, "opportunities:write");
  await inWorkspace(ctx, async (tx) => {
    await giveTo(tx, ctx, await lockOpportunity(tx, ctx, input.id), input.userId);
  });
}

/** In the caller's transaction, with the opportunity locked. Tells the new owner, unless it is the actor. */
export async function giveTo(tx: Tx, ctx: WorkspaceContext, before: Opportunity, userId: string | null): Promise<void> {
  if (before.ownerId === userId) return;
  const name = userId === null ? null : await requireOwner(tx, ctx, before, userId);
  await tx
    .update(opportunities)
    .set({ ownerId: userId })
    .where(and(eq(opportunities.workspaceId, ctx.workspace.id), eq(opportunities.id, before.id)));
  const subject = opportunitySubject(before);
  await recordActivity(tx, ctx, subject, {
    deed: "owner.set",
    text:
      userId === null
        ? "left it without an owner"
        : userId === ctx.actor.userId
          ? "took it over"
          : `made ${name} its owner`,
    detail: { from: before.ownerId, to: userId },
  });
  if (userId !== null && userId !== ctx.actor.userId) {
    const news = {
      kind: "opportunity_assigned" as const,
      title: `You are the owner of ${before.title}`,
      body: before.buyer ?? "",
      path: subject.path,
      occasion: `opportunity_assigned ${before.id} ${new Date().toISOString()}`,
    };
    await notifyMembers(tx, ctx, "opportunities:read", news, [userId]);
  }
  announceLive(ctx, "opportunity", before.id);
}

async function requireOwner(tx: Tx, ctx: WorkspaceContext, opportunity: Opportunity, userId: string): Promise<string> {
  const [member] = await tx
    .select({ name: members.name, role: members.role, suspendedAt: members.suspendedAt })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspace.id), eq(members.userId, userId)));
  if (!member || member.suspendedAt) {
    throw new InvalidInputError("Only an active member of this workspace can be its owner.");
  }
  if (!roleMay(member.role, "opportunities:write")) {
    throw new InvalidInputError(`${member.name} may only look here, and an owner works on it. Choose somebody else.`);
  }
  const seeing = await whoMaySee(tx, ctx, opportunity.collectionId);
  if (seeing && !seeing.includes(userId)) {
    throw new InvalidInputError(`${member.name} may not see this opportunity. Let the person in first.`);
  }
  return member.name;
}
