import { and, eq, inArray } from "drizzle-orm";
import { documents, queries, sources } from "@/drizzle/schema";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

/** What documents, questions and sources are called, by id, as far as the actor may see them. */
export async function findSubjects(ctx: WorkspaceContext, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const workspaceId = ctx.workspace.id;
  return inWorkspace(ctx, async (tx) => {
    const found = await Promise.all([
      tx
        .select({ id: documents.id, name: documents.title })
        .from(documents)
        .where(and(eq(documents.workspaceId, workspaceId), inArray(documents.id, ids))),
      tx
        .select({ id: queries.id, name: queries.question })
        .from(queries)
        .where(and(eq(queries.workspaceId, workspaceId), inArray(queries.id, ids))),
      tx
        .select({ id: sources.id, name: sources.name })
        .from(sources)
        .where(and(eq(sources.workspaceId, workspaceId), inArray(sources.id, ids))),
    ]);
    return new Map(found.flat().map(({ id, name }) => [id, name]));
  });
}
