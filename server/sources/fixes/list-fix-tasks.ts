import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { fixTasks, sourcePages, sources } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { FixTaskSummary, ListFixTasksInput, ListFixTasksOutput } from "./schemas";

/** What people are asked to mend, newest first. */
export async function listFixTasks(ctx: WorkspaceContext, input: ListFixTasksInput): Promise<ListFixTasksOutput> {
  authorize(ctx, "sources:manage");
  return inWorkspace(ctx, async (tx) => {
    const ofSource = input.sourceId ? eq(fixTasks.sourceId, input.sourceId) : undefined;
    const wanted = and(eq(fixTasks.status, input.status), ofSource);
    return {
      tasks: await selectFixes(tx, ctx, wanted, input),
      total: await count(tx, ctx, wanted),
      open: await count(tx, ctx, eq(fixTasks.status, "open")),
    };
  });
}

const own = (ctx: WorkspaceContext) => and(eq(fixTasks.workspaceId, ctx.workspace.id), isNull(sources.deletedAt));
const ofSource = and(eq(sources.workspaceId, fixTasks.workspaceId), eq(sources.id, fixTasks.sourceId));

/** Tasks with the names of what they are about; those of deleted sources are left out. */
export async function selectFixes(
  tx: Tx,
  ctx: WorkspaceContext,
  filter: ReturnType<typeof and>,
  range: { limit: number; offset: number },
): Promise<FixTaskSummary[]> {
  const rows = await tx
    .select({ task: fixTasks, source: sources, url: sourcePages.url, title: sourcePages.title })
    .from(fixTasks)
    .innerJoin(sources, ofSource)
    .leftJoin(sourcePages, and(eq(sourcePages.workspaceId, fixTasks.workspaceId), eq(sourcePages.id, fixTasks.pageId)))
    .where(and(own(ctx), filter))
    .orderBy(desc(fixTasks.createdAt), desc(fixTasks.id))
    .limit(range.limit)
    .offset(range.offset);
  return rows.map(({ task, source, url, title }) => ({
    id: task.id,
    source: { id: source.id, name: source.name, kind: source.kind },
    page: { id: task.pageId, url: url ?? source.url, title },
    reason: task.reason,
    detail: task.detail,
    status: task.status,
    isByPerson: task.openedBy !== null,
    createdAt: task.createdAt,
    endedAt: task.endedAt,
  }));
}

async function count(tx: Tx, ctx: WorkspaceContext, filter: ReturnType<typeof and>): Promise<number> {
  const [found] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(fixTasks)
    .innerJoin(sources, ofSource)
    .where(and(own(ctx), filter));
  return found?.count ?? 0;
}
