import { asc, desc, eq } from "drizzle-orm";
import { members } from "@/drizzle/schema";
import type { Member } from "@/drizzle/schema/members";
import { roles } from "@/lib/vocabulary/workspaces";
import { authorize } from "@/server/platform/authorize";
import { readInWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

/** All members, owners first, then by name. */
export async function listMembers(ctx: WorkspaceContext): Promise<Member[]> {
  authorize(ctx, "members:read");
  const found = await readInWorkspace(ctx, (tx) =>
    tx
      .select()
      .from(members)
      .where(eq(members.workspaceId, ctx.workspace.id))
      .orderBy(asc(members.name), desc(members.createdAt)),
  );
  return found.sort((a, b) => roles.indexOf(b.role) - roles.indexOf(a.role));
}
