import { and, asc, eq, isNull } from "drizzle-orm";
import { members, workspaces } from "@/drizzle/schema";
import type { Role } from "@/lib/vocabulary/workspaces";
import { inSystem } from "@/server/platform/workspace-context";

export interface OwnWorkspace {
  id: string;
  slug: string;
  name: string;
  role: Role;
}

/** The workspaces that the person may enter, by name. */
export function listOwnWorkspaces(userId: string): Promise<OwnWorkspace[]> {
  return inSystem((tx) =>
    tx
      .select({ id: workspaces.id, slug: workspaces.slug, name: workspaces.name, role: members.role })
      .from(members)
      .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
      .where(and(eq(members.userId, userId), isNull(members.suspendedAt)))
      .orderBy(asc(workspaces.name), asc(workspaces.id)),
  );
}
