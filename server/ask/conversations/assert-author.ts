import type { Conversation } from "@/drizzle/schema";
import { ForbiddenError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** Others may read a shared conversation; only its author changes it. Throws ForbiddenError. */
export function assertAuthor(ctx: WorkspaceContext, { createdBy }: Conversation): void {
  if (ctx.actor.userId !== createdBy)
    throw new ForbiddenError("Only the person who began this conversation can change it.");
}
