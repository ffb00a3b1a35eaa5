import { and, eq, ne, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { savedSearches } from "@/drizzle/schema";
import { ConflictError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

export async function assertFreeName(
  tx: Tx,
  ctx: WorkspaceContext,
  userId: string,
  name: string,
  exceptId?: string,
): Promise<void> {
  const [taken] = await tx
    .select({ id: savedSearches.id })
    .from(savedSearches)
    .where(
      and(
        eq(savedSearches.workspaceId, ctx.workspace.id),
        eq(savedSearches.userId, userId),
        sql`lower(${savedSearches.name}) = lower(${name})`,
        ...(exceptId ? [ne(savedSearches.id, exceptId)] : []),
      ),
    );
  if (taken) throw new ConflictError(`You have a search named ${name} already. Choose another name.`);
}
