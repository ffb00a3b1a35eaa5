import { type Permission, permissions, roleMay, scopeGrants } from "@/lib/vocabulary/workspaces";
import { ForbiddenError } from "./errors";
import type { WorkspaceContext } from "./workspace-context";

/** Throws ForbiddenError unless the actor's role holds the permission; the message says who can. */
export function authorize(ctx: WorkspaceContext, permission: Permission): void {
  if (roleMay(ctx.role, permission)) return;
  throw new ForbiddenError(
    `Your role here is ${ctx.role}; this needs ${permissions[permission]}. An admin of ${ctx.workspace.name} can change your role.`,
  );
}

/** Throws ForbiddenError for an API key whose scope changes nothing. Asked once for every procedure that changes something. */
export function assertMayChange({ actor }: WorkspaceContext): void {
  if (actor.kind !== "apiKey" || scopeGrants[actor.scope].mayChange) return;
  throw new ForbiddenError("This API key may only read. Make one with the scope write to change something.");
}
