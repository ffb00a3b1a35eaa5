import { collections, members, workspaces } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { recordAudit } from "@/server/platform/audit";
import { ConflictError } from "@/server/platform/errors";
import { afterCommit, inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { forgetMemberships } from "./find-membership";
import { slugCandidates } from "./slug";

export interface Founder {
  userId: string;
  sessionId: string;
  email: string;
  name: string;
}

/**
 * Makes a workspace with its founder as owner and the collection "General" (number 0), all or nothing.
 * Returns the context in which the founder acts there.
 */
export async function createWorkspace(
  founder: Founder,
  input: { name: string },
  requestId: string,
): Promise<WorkspaceContext> {
  for (const slug of slugCandidates(input.name)) {
    const ctx: WorkspaceContext = {
      workspace: { id: newId(), slug, name: input.name },
      actor: { kind: "user", userId: founder.userId, sessionId: founder.sessionId },
      role: "owner",
      requestId,
    };
    if (await insertWorkspace(ctx, founder)) return ctx;
  }
  throw new ConflictError("No free address was found for a workspace of this name. Choose another name.");
}

/** False when the slug is taken, by whomever: other workspaces cannot be seen from in here, only run into. */
async function insertWorkspace(ctx: WorkspaceContext, founder: Founder): Promise<boolean> {
  return inWorkspace(ctx, async (tx) => {
    const { id: workspaceId, slug, name } = ctx.workspace;
    const made = await tx
      .insert(workspaces)
      .values({ id: workspaceId, slug, name })
      .onConflictDoNothing()
      .returning({ id: workspaces.id });
    if (made.length === 0) return false;
    await tx
      .insert(members)
      .values({ workspaceId, userId: founder.userId, role: "owner", name: founder.name, email: founder.email });
    await tx.insert(collections).values({ workspaceId, number: 0, name: "General", isDefault: true });
    await recordAudit(tx, ctx, { action: "workspace.create", subjectId: workspaceId });
    afterCommit(() => forgetMemberships({ userId: founder.userId }));
    return true;
  });
}
