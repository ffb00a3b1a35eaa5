import { and, desc, eq, sql } from "drizzle-orm";
import { sourceRecords, sourceRuns } from "@/drizzle/schema";
import { learnShape, type RunShape } from "@/server/crawling/health";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireSource } from "../queries";
import { rulesOf } from "./kept-rules";
import type { SourceReading } from "./schemas";

/** How a source's entries are read: the rule in use and those before, the rungs of the last run, and how full each field was. Throws NotFoundError. */
export async function getReading(ctx: WorkspaceContext, sourceId: string): Promise<SourceReading> {
  authorize(ctx, "sources:read");
  return inWorkspace(ctx, async (tx) => {
    const source = await requireSource(tx, ctx, sourceId);
    const [run] = await tx
      .select({ id: sourceRuns.id })
      .from(sourceRuns)
      .where(
        and(
          eq(sourceRuns.workspaceId, ctx.workspace.id),
          eq(sourceRuns.sourceId, sourceId),
          eq(sourceRuns.status, "finished"),
        ),
      )
      .orderBy(desc(sourceRuns.createdAt))
      .limit(1);
    const rungs = run
      ? await tx
          .select({ rung: sourceRecords.rung, count: sql<number>`count(*)::int` })
          .from(sourceRecords)
          .where(
            and(
              eq(sourceRecords.workspaceId, ctx.workspace.id),
              eq(sourceRecords.sourceId, sourceId),
              eq(sourceRecords.lastRunId, run.id),
            ),
          )
          .groupBy(sourceRecords.rung)
          .orderBy(desc(sql`count(*)`))
      : [];
    const { current, past } = rulesOf(source);
    const shapes = Array.isArray(source.baseline) ? (source.baseline as RunShape[]) : [];
    return { current, past, rungs, ...fillOf(shapes) };
  });
}

function fillOf(shapes: readonly RunShape[]): Pick<SourceReading, "records" | "runs" | "fields"> {
  const last = shapes.at(-1);
  const usual = learnShape(shapes).fields;
  const rate = (name: string) => (last && last.records > 0 ? Math.min(1, (last.filled[name] ?? 0) / last.records) : 0);
  return {
    records: last?.records ?? 0,
    runs: shapes.length,
    fields: Object.entries(usual)
      // The machine's form of a time goes with the time that people read.
      .filter(([name, { median }]) => !name.includes("@") && (median > 0 || rate(name) > 0))
      .map(([name, { median }]) => ({ name: name === "address" ? "url" : name, rate: rate(name), usual: median }))
      .sort((a, b) => b.usual - a.usual || a.name.localeCompare(b.name)),
  };
}
