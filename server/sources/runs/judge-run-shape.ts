import { and, eq, isNotNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { crawlFrontier, type Source } from "@/drizzle/schema";
import { judgeShape, learnShape, type RunShape, type ShapeJudgement } from "@/server/crawling/health";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { NewRecord } from "../records/record-records";

/** Runs whose shapes are remembered with the source. */
const remembered = 30;

/** What one page's entries looked like, kept with its address, so that the shape of a run survives any crash. */
export function shapeOfRecords(records: readonly NewRecord[]): RunShape | null {
  if (records.length === 0) return null;
  return addUp(
    records.map(({ url, fields }) => ({
      records: 1,
      filled: Object.fromEntries([
        ...Object.entries(fields).flatMap(([name, value]) => (value.trim() === "" ? [] : [[name, 1]])),
        ...(url ? [["address", 1]] : []),
      ]),
    })),
  );
}

/**
 * Whether this run's entries look as they usually do: a field that empties, a list that halves. `history` is what is to be kept with the
 * source; runs that could not be read say nothing about its shape and are left out by the caller.
 */
export async function judgeRunShape(
  tx: Tx,
  ctx: WorkspaceContext,
  source: Source,
  runId: string,
): Promise<{ judgement: ShapeJudgement; history: RunShape[] }> {
  const pages = await tx
    .select({ shape: crawlFrontier.shape })
    .from(crawlFrontier)
    .where(
      and(
        eq(crawlFrontier.workspaceId, ctx.workspace.id),
        eq(crawlFrontier.runId, runId),
        isNotNull(crawlFrontier.shape),
      ),
    );
  const observed = addUp(pages.flatMap(({ shape }) => (shape ? [shape] : [])));
  const known = Array.isArray(source.baseline) ? (source.baseline as RunShape[]) : [];
  const judgement = judgeShape(learnShape(known), observed);
  return { judgement, history: [...known, observed].slice(-remembered) };
}

function addUp(shapes: readonly RunShape[]): RunShape {
  const filled: Record<string, number> = {};
  for (const shape of shapes) {
    for (const [name, count] of Object.entries(shape.filled)) filled[name] = (filled[name] ?? 0) + count;
  }
  return { records: shapes.reduce((sum, shape) => sum + shape.records, 0), filled };
}
