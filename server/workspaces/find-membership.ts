import { and, eq, isNull } from "drizzle-orm";
import { members, workspaces } from "@/drizzle/schema";
import type { Role } from "@/lib/vocabulary/workspaces";
import { recent } from "@/server/identity";
import { inSystem } from "@/server/platform/workspace-context";

export interface Membership {
  workspace: { id: string; slug: string; name: string };
  userId: string;
  role: Role;
}

/** A member who was removed or suspended is refused within this time by every process; by the one that did it, at once. */
const remembered = recent<Membership | null>("memberships", 3_000);

/** The person's active membership of the workspace with this slug, or null: unknown and foreign workspaces look the same. */
export function findMembership(userId: string, slug: string): Promise<Membership | null> {
  return remembered.get(`${userId} ${slug}`, () => readMembership(userId, { slug }));
}

/** As stored now; for who must not rely on what was true seconds ago. */
export async function readMembership(
  userId: string,
  of: { slug: string } | { id: string },
): Promise<Membership | null> {
  return inSystem(async (tx) => {
    const [row] = await tx
      .select({ id: workspaces.id, slug: workspaces.slug, name: workspaces.name, role: members.role })
      .from(members)
      .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
      .where(
        and(
          eq(members.userId, userId),
          isNull(members.suspendedAt),
          "slug" in of ? eq(workspaces.slug, of.slug) : eq(workspaces.id, of.id),
        ),
      );
    if (!row) return null;
    const { role, ...workspace } = row;
    return { workspace, userId, role };
  });
}

/** Call after any change of members or of the workspace's name. */
export function forgetMemberships(of: { userId?: string; workspaceId?: string }): void {
  remembered.forget((known) => known === null || known.userId === of.userId || known.workspace.id === of.workspaceId);
}
