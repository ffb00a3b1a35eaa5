import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { documents, toolCalls, toolContexts } from "@/drizzle/schema";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { PlannedTask } from "../plan";
import { runTool, type ToolResult } from "./run-tool";

/** Results older than this are read anew. */
export const maxKeptMs = 60 * 60 * 1000;

export interface CallToolInput {
  queryId: string;
  task: PlannedTask;
  collectionIds: string[];
  bypassCache: boolean;
}

/**
 * Uses a tool and writes the call down. A result of the last hour for the same tool, arguments, person and state of the library is
 * used again, and its age noted. Safe to run again: the call of one task is recorded once.
 */
export async function callTool(ctx: WorkspaceContext, input: CallToolInput): Promise<ToolResult> {
  const startedAt = Date.now();
  const key = await cacheKey(ctx, input);
  const kept = input.bypassCache ? null : await findKept(ctx, key);
  const result = kept?.result ?? (await runTool(ctx, input.task, input.collectionIds));
  await inWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    if (!kept) {
      await tx
        .insert(toolContexts)
        .values({ workspaceId, key, tool: input.task.tool, result })
        .onConflictDoUpdate({
          target: [toolContexts.workspaceId, toolContexts.key],
          set: { result, createdAt: new Date() },
        });
    }
    await tx
      .delete(toolCalls)
      .where(
        and(
          eq(toolCalls.workspaceId, workspaceId),
          eq(toolCalls.queryId, input.queryId),
          eq(toolCalls.taskId, input.task.id),
        ),
      );
    await tx.insert(toolCalls).values({
      workspaceId,
      queryId: input.queryId,
      taskId: input.task.id,
      tool: input.task.tool,
      input: { question: input.task.question, documentIds: input.task.documentIds },
      summary: result.summary,
      durationMs: Date.now() - startedAt,
      cacheAgeMs: kept ? kept.ageMs : null,
    });
  });
  return result;
}

async function findKept(ctx: WorkspaceContext, key: string): Promise<{ result: ToolResult; ageMs: number } | null> {
  const [row] = await inWorkspace(ctx, (tx) =>
    tx
      .select({
        result: toolContexts.result,
        ageMs: sql<number>`(extract(epoch from now() - ${toolContexts.createdAt}) * 1000)::int`,
      })
      .from(toolContexts)
      .where(and(eq(toolContexts.workspaceId, ctx.workspace.id), eq(toolContexts.key, key))),
  );
  // Only `callTool` writes these rows, and only with this shape.
  return row && row.ageMs < maxKeptMs ? { result: row.result as ToolResult, ageMs: row.ageMs } : null;
}

/** Covers the person (who sees what), the tool, its arguments, and the state of the library. */
async function cacheKey(ctx: WorkspaceContext, input: CallToolInput): Promise<string> {
  const [library] = await inWorkspace(ctx, (tx) =>
    tx
      .select({ count: sql<number>`count(*)::int`, newest: sql<string>`max(${documents.updatedAt})::text` })
      .from(documents)
      .where(eq(documents.workspaceId, ctx.workspace.id)),
  );
  const covered = [
    ctx.workspace.id,
    ctx.actor.userId,
    input.task.tool,
    input.task.question,
    [...input.task.documentIds].sort(),
    [...input.collectionIds].sort(),
    library?.count,
    library?.newest,
  ];
  return createHash("sha256").update(JSON.stringify(covered)).digest("hex");
}
