import { eq } from "drizzle-orm";
import { workspaces } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { appendAudit } from "@/server/platform/audit";
import { ForbiddenError, NotFoundError } from "@/server/platform/errors";
import { logger } from "@/server/platform/logging";
import { inSystem, type WorkspaceContext } from "@/server/platform/workspace-context";
import { readMembership } from "./find-membership";

/**
 * The context in which a job works. The event says for whom; what that person may do is read now, never remembered, so that
 * a job of somebody who was removed or suspended since stops. `userId` null is the workspace itself, with an admin's rights.
 * Throws NotFoundError (no such workspace) and ForbiddenError (no member any more); neither is worth a retry.
 */
export async function resolveJobContext(
  event: { data: { workspaceId: string; userId: string | null } },
  jobId: string,
): Promise<WorkspaceContext> {
  const { workspaceId, userId } = event.data;
  const requestId = newId();
  if (userId === null) {
    const workspace = await findWorkspace(workspaceId);
    if (!workspace) throw new NotFoundError("workspace");
    return { workspace, actor: { kind: "job", userId: null, jobId }, role: "admin", requestId };
  }
  const membership = await readMembership(userId, { id: workspaceId });
  if (!membership) {
    logger.warn({ workspaceId, userId, jobId, requestId }, "job refused: not an active member");
    await auditRefusal(workspaceId, userId, jobId, requestId);
    throw new ForbiddenError("The person this work was for is not an active member of the workspace.");
  }
  return {
    workspace: membership.workspace,
    actor: { kind: "job", userId, jobId },
    role: membership.role,
    requestId,
  };
}

function findWorkspace(id: string) {
  return inSystem(async (tx) => {
    const [found] = await tx
      .select({ id: workspaces.id, slug: workspaces.slug, name: workspaces.name })
      .from(workspaces)
      .where(eq(workspaces.id, id));
    return found ?? null;
  });
}

/** A forged event and a person who has left look the same; the workspace's admins can see both. */
async function auditRefusal(workspaceId: string, userId: string, jobId: string, requestId: string): Promise<void> {
  if (!(await findWorkspace(workspaceId))) return;
  const entry = {
    workspaceId,
    actorKind: "job",
    actorId: null,
    requestId,
    action: "job.refuse",
    detail: { jobId, userId },
  };
  await inSystem((tx) => appendAudit(tx, entry));
}
