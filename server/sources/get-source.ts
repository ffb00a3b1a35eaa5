import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { captures, sourceRuns } from "@/drizzle/schema";
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
      picture: await findPicture(tx, ctx, id),
      breaker: breakerStatus(source.breaker, new Date()),
      credential: describeCredential(await findCredential(tx, ctx, id)),
      runs: runs.map(toRun),
    };
  });
}

async function findPicture(tx: Tx, ctx: WorkspaceContext, sourceId: string) {
  const [newest] = await tx
    .select({
      snapshotId: captures.snapshotId,
      url: captures.finalUrl,
      runId: captures.runId,
      fetchedAt: captures.fetchedAt,
    })
    .from(captures)
    .where(
      and(
        eq(captures.workspaceId, ctx.workspace.id),
        eq(captures.sourceId, sourceId),
        isNotNull(captures.screenshotKey),
      ),
    )
    .orderBy(desc(captures.fetchedAt))
    .limit(1);
  if (!newest) return null;
  const { snapshotId, ...about } = newest;
  return { ...about, address: `/api/v1/files/${snapshotId}/screenshot` };
}

/** One run. Throws NotFoundError. */
export async function getRun(ctx: WorkspaceContext, id: string) {
  authorize(ctx, "sources:read");
  return inWorkspace(ctx, async (tx) => toRun(await requireRun(tx, ctx, id)));
}
