import { getDatabase } from "@/drizzle/client";
import { collections, members, users, workspaces } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import type { Role } from "@/lib/vocabulary/workspaces";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

let made = 0;

/** A workspace with one member of the given role, its default collection, and the context in which that member acts. */
export async function aWorkspace(
  options: { name?: string; role?: Role } = {},
): Promise<WorkspaceContext & { collectionId: string; userId: string }> {
  const { db } = await getDatabase();
  const number = ++made;
  const workspace = {
    id: newId(),
    slug: `acme-${number}-${Math.random().toString(36).slice(2, 7)}`,
    name: options.name ?? `Acme ${number}`,
  };
  await db.insert(workspaces).values(workspace);
  const collectionId = newId();
  await db
    .insert(collections)
    .values({ workspaceId: workspace.id, id: collectionId, number: 0, name: "General", isDefault: true });
  const ctx = await aMember({ workspace }, options.role ?? "owner");
  return { ...ctx, collectionId };
}

/** Another member of the workspace, and the context in which that member acts. */
export async function aMember(
  of: { workspace: WorkspaceContext["workspace"] },
  role: Role = "member",
): Promise<WorkspaceContext & { userId: string }> {
  const { db } = await getDatabase();
  const userId = newId();
  const email = `person-${userId.slice(-12)}@example.com`;
  await db.insert(users).values({ id: userId, email, name: "Ada Example", passwordHash: "-" });
  await db.insert(members).values({ workspaceId: of.workspace.id, userId, role, name: "Ada Example", email });
  return {
    workspace: of.workspace,
    actor: { kind: "user", userId, sessionId: newId() },
    role,
    requestId: newId(),
    userId,
  };
}
