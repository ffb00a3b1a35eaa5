import { and, desc, eq } from "drizzle-orm";
import { sourceRuns } from "@/drizzle/schema";
import { one } from "@/lib/one";
import { breakerStatus } from "@/server/crawling/resilience";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { describeCredential, findCredential } from "./credentials/find-credential";
import { summarise, toRun } from "./list-sources";
import { requireRun, requireSource } from "./queries";
import type { SourceDetail } from "./schemas";

const runsShown = 20;

/** A source with its settings, its health and its last runs. Throws NotFoundError. */
export async function getSource(ctx: WorkspaceContext, id: string): Promise<SourceDetail> {
  authorize(ctx, "sources:read");
  return inWorkspace(ctx, async (tx) => {
    const source = await requireSource(tx, ctx, id);
    const runs = await tx
      .select()
      .from(sourceRuns)
      .where(and(eq(sourceRuns.workspaceId, ctx.workspace.id), eq(sourceRuns.sourceId, id)))
      .orderBy(desc(sourceRuns.createdAt))
      .limit(runsShown);
    return {
      ...one(await summarise(tx, ctx, [source])),
      robots: source.robots,
      robotsReason: source.robotsReason,
      budget: source.budget,
      scope: source.scope,
      needsBrowser: source.needsBrowser,
      retention: source.retention,
      pictures: source.pictures,
      breaker: breakerStatus(source.breaker, new Date()),
      credential: describeCredential(await findCredential(tx, ctx, id)),
      runs: runs.map(toRun),
    };
  });
}

/** One run. Throws NotFoundError. */
export async function getRun(ctx: WorkspaceContext, id: string) {
  authorize(ctx, "sources:read");
  return inWorkspace(ctx, async (tx) => toRun(await requireRun(tx, ctx, id)));
}
