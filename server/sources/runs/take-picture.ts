import { and, eq, isNotNull, sql } from "drizzle-orm";
import { captures, type FrontierEntry, type SourcePage } from "@/drizzle/schema";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { isMarkup } from "../pages/keep-capture";
import type { CrawlTools } from "./crawl-tools";
import type { RunningScan } from "./running-scan";
import { orderFor, type Seen } from "./see-page";

/** A picture costs as much as twenty pages over HTTP. */
const picturesInRun = 30;

/**
 * Adds a picture to what came over HTTP, where it will be looked at: of a page that has changed, and once of the source's own address, so
 * that its first change has a before. Without a browser, and when it fails, the page is kept as it came.
 */
export async function withPicture(
  ctx: WorkspaceContext,
  scan: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  seen: Seen,
  tools: CrawlTools,
): Promise<Seen> {
  const { outcome, analysis } = seen;
  if (scan.source.pictures === "none" || entry.form || outcome.kind !== "fetched") return seen;
  const { rung, screenshot, mime } = outcome.page;
  if (rung !== "http" || screenshot || !isMarkup(mime)) return seen;
  if (analysis?.health.health !== "good" || analysis.scopeProblem) return seen;
  const isChanged = analysis.comparison !== null && analysis.comparison.verdict !== "none";
  const isFirstOfRoot = analysis.comparison === null && entry.kind === "root";
  if (!isChanged && !isFirstOfRoot) return seen;
  if ((await countPictures(ctx, scan.runId)) >= picturesInRun) return seen;
  const { etag: _etag, lastModified: _lastModified, ...order } = orderFor(scan, page);
  const leave = await tools.enterHost(entry.url, order.signal);
  const shown = await tools.render({ ...order, url: entry.url, startNow: leave.startNow });
  await leave(shown);
  const picture = shown.kind === "fetched" ? shown.page.screenshot : undefined;
  return picture ? { ...seen, outcome: { ...outcome, page: { ...outcome.page, screenshot: picture } } } : seen;
}

async function countPictures(ctx: WorkspaceContext, runId: string): Promise<number> {
  return inWorkspace(ctx, async (tx) => {
    const [row] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(captures)
      .where(
        and(eq(captures.workspaceId, ctx.workspace.id), eq(captures.runId, runId), isNotNull(captures.screenshotKey)),
      );
    return row?.count ?? 0;
  });
}
