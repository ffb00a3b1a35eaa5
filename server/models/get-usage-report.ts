import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { usageEntries } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { monthOf } from "./month";
import type { ListUsageInput, UsageReport } from "./schemas";

// Sums of bigints come back as text; all of ours stay far below 2^53.
const sum = (column: AnyPgColumn) => sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number);

const sums = {
  calls: sql<number>`count(*)`.mapWith(Number),
  failedCalls: sql<number>`count(*) filter (where ${usageEntries.outcome} <> 'ok')`.mapWith(Number),
  inputTokens: sum(usageEntries.inputTokens),
  outputTokens: sum(usageEntries.outputTokens),
  costMicros: sum(usageEntries.costMicros),
};

/** What models have cost in a month, by day and by judgement, for the workspace's admins. */
export async function getUsageReport(ctx: WorkspaceContext, input: ListUsageInput): Promise<UsageReport> {
  authorize(ctx, "models:manage");
  const month = input.month ?? monthOf(new Date());
  const ofMonth = and(eq(usageEntries.workspaceId, ctx.workspace.id), eq(usageEntries.month, month));
  const day = sql<string>`to_char(${usageEntries.createdAt} at time zone 'utc', 'YYYY-MM-DD')`;
  return inWorkspace(ctx, async (tx) => {
    const [total] = await tx.select(sums).from(usageEntries).where(ofMonth);
    const byDay = await tx
      .select({ day, ...sums })
      .from(usageEntries)
      .where(ofMonth)
      .groupBy(sql`1`)
      .orderBy(sql`1`);
    const byJudgement = await tx
      .select({ judgement: usageEntries.judgement, model: usageEntries.model, ...sums })
      .from(usageEntries)
      .where(ofMonth)
      .groupBy(usageEntries.judgement, usageEntries.model)
      .orderBy(desc(sums.costMicros), desc(sums.calls), asc(usageEntries.judgement));
    const months = await tx
      .selectDistinct({ month: usageEntries.month })
      .from(usageEntries)
      .where(eq(usageEntries.workspaceId, ctx.workspace.id))
      .orderBy(desc(usageEntries.month))
      .limit(36);
    const none = { calls: 0, failedCalls: 0, inputTokens: 0, outputTokens: 0, costMicros: 0 };
    return { month, total: total ?? none, byDay, byJudgement, months: months.map((row) => row.month) };
  });
}
