import { type Permission, permissions, roleMay } from "@/lib/vocabulary/workspaces";
import { ForbiddenError } from "./errors";
import type { WorkspaceContext } from "./workspace-context";

/** Throws ForbiddenError unless the actor's role holds the permission; the message says who can. */
export function authorize(ctx: WorkspaceContext, permission: Permission): void {
  if (roleMay(ctx.role, permission)) return;
  throw new ForbiddenError(
    `Your role here is ${ctx.role}; this needs ${permissions[permission]}. An admin of ${ctx.workspace.name} can change your role.`,
  );
}
