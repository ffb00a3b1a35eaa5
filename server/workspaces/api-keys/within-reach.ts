import { eq, type SQL, sql } from "drizzle-orm";
import { apiKeys } from "@/drizzle/schema";
import { roleMay } from "@/lib/vocabulary/workspaces";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** The keys that the actor sees and ends: all of the workspace, or only the own ones. */
export function withinReach(ctx: WorkspaceContext): SQL | undefined {
  if (roleMay(ctx.role, "api-keys:manage")) return undefined;
  return ctx.actor.userId === null ? sql`false` : eq(apiKeys.createdBy, ctx.actor.userId);
}
