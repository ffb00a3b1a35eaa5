import { and, eq, sql } from "drizzle-orm";
import { sourcePages, sourceRuns } from "@/drizzle/schema";
import { nameEntries, setAsideShifted, setAsideTeasers } from "@/server/evidence/changes";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { bareAddress } from "../pages/own-address";
import { urlHash } from "./frontier";
import type { RunningScan } from "./running-scan";
import type { Seen } from "./see-page";

/**
 * An entry that a list no longer shows, or shows again, is no change as long as the entry's own page is known and still there: it only moved to
 * another page of the list, or out of a box. A new entry, and one whose page is gone, is reported by that page.
 */
export async function withoutShifts(ctx: WorkspaceContext, scan: RunningScan, seen: Seen): Promise<Seen> {
  const { analysis } = seen;
  if (!analysis?.comparison || analysis.comparison.verdict === "none") return seen;
  const { gone, come, kept } = analysis.shifts;
  const entries = [...gone, ...come, ...kept];
  if (entries.length === 0) return seen;
  const known = await knownBefore(
    ctx,
    scan,
    entries.map(({ url }) => url),
  );
  const isKnown = ({ url }: { url: string }) => namesOf(url).some((hash) => known.has(hash));
  const { words } = analysis.health;
  const shifted = setAsideShifted(analysis.comparison, gone.filter(isKnown), come.filter(isKnown), words);
  const comparison = setAsideTeasers(shifted, kept.filter(isKnown), words);
  const isShifted = comparison.verdict === "none";
  return { ...seen, analysis: { ...analysis, comparison: nameEntries(comparison, gone, come), isShifted } };
}

/** A page is kept by its own address, which the links of lists write with where they stand. */
const namesOf = (url: string) => [urlHash(url), urlHash(bareAddress(url))];

/** Hashes of those addresses whose pages earlier runs have kept, and which have not gone. */
async function knownBefore(
  ctx: WorkspaceContext,
  { source, runId }: RunningScan,
  urls: string[],
): Promise<Set<string>> {
  const hashes = [...new Set(urls.flatMap(namesOf))];
  const rows = await inWorkspace(ctx, (tx) =>
    tx
      .select({ hash: sourcePages.urlHash })
      .from(sourcePages)
      .innerJoin(sourceRuns, and(eq(sourceRuns.workspaceId, sourcePages.workspaceId), eq(sourceRuns.id, runId)))
      .where(
        and(
          eq(sourcePages.workspaceId, ctx.workspace.id),
          eq(sourcePages.sourceId, source.id),
          sql`${sourcePages.urlHash} = any(${sql.param(hashes)}::text[])`,
          sql`${sourcePages.snapshotId} is not null and ${sourcePages.goneAt} is null and ${sourcePages.createdAt} < ${sourceRuns.createdAt}`,
        ),
      ),
  );
  return new Set(rows.map(({ hash }) => hash));
}
