import { and, eq, inArray, isNotNull, ne } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import {
  crawlFrontier,
  type Source,
  type SourcePage,
  type SourceRecord,
  sourcePages,
  sourceRecords,
} from "@/drizzle/schema";
import type { CaptureHealth } from "@/lib/vocabulary/sources";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { pagesByHash } from "../pages/pages-by-hash";
import { readLastRevision } from "../pages/read-last-revision";
import { requireRun } from "../queries";
import { urlHash } from "../runs/frontier";
import { findRunBefore } from "../runs/record-unlinked";

/** When so much of a list is gone at once, a single run is not believed: the list may have broken, and not its entries. */
const largestShare = 1 / 3;
/** Kept pages of a list in which the titles are looked for. */
const mostLists = 40;
/** A page in such a state is no longer there for those who look for it. */
const withoutPage: readonly CaptureHealth[] = ["soft_404", "error_page", "empty", "stub"];

interface Run {
  source: Source;
  runId: string;
  /** The run before it that came to its end. */
  before: string;
}

/**
 * Entries that their list has dropped without a word, as a run tells that has read the whole of it: the run before still met them, and their own page
 * is gone, or they have none and their titles stand on no page of the list any more. Where a large part is missing, those that two runs in a row have
 * not met. Empty when the run failed or could not read a page of the list.
 */
export async function findDropped(ctx: WorkspaceContext, source: Source, runId: string): Promise<SourceRecord[]> {
  const found = await inWorkspace(ctx, async (tx) => {
    const run = await requireRun(tx, ctx, runId);
    const before = run.status === "finished" ? await findRunBefore(tx, source, runId) : null;
    if (!before || !(await hasReadWholeList(tx, source, runId))) return null;
    const at = { source, runId, before };
    const missing = await believed(tx, at, await notMet(tx, at));
    return missing.length === 0
      ? null
      : { ...(await apartByPage(tx, source, missing)), lists: await listsOf(tx, source) };
  });
  if (!found) return [];
  const { gone, pageless } = found;
  if (pageless.length === 0) return gone;
  const kept = await Promise.all(
    found.lists.map(({ snapshotId }) => (snapshotId ? readLastRevision(ctx, snapshotId) : null)),
  );
  const said = kept.map((html) => plain((html ?? "").replace(/<[^>]*>/g, " ")));
  return [...gone, ...pageless.filter(({ title }) => !said.some((text) => text.includes(plain(title))))];
}

async function hasReadWholeList(tx: Tx, { workspaceId }: Source, runId: string): Promise<boolean> {
  const lists = await tx
    .select({ state: crawlFrontier.state })
    .from(crawlFrontier)
    .where(
      and(
        eq(crawlFrontier.workspaceId, workspaceId),
        eq(crawlFrontier.runId, runId),
        inArray(crawlFrontier.kind, ["root", "listing"]),
      ),
    );
  return lists.length > 0 && lists.every(({ state }) => state === "done");
}

/** What the run did not meet of what one of the two before it did. */
async function notMet(tx: Tx, { source, runId, before }: Run): Promise<SourceRecord[]> {
  const earlier = await findRunBefore(tx, source, runId, [before]);
  return tx
    .select()
    .from(sourceRecords)
    .where(
      and(
        eq(sourceRecords.workspaceId, source.workspaceId),
        eq(sourceRecords.sourceId, source.id),
        inArray(sourceRecords.lastRunId, [before, ...(earlier ? [earlier] : [])]),
      ),
    );
}

/** Of few that are missing each is believed at once, of many those that the run before has not met either. */
async function believed(tx: Tx, { source, runId, before }: Run, missing: SourceRecord[]): Promise<SourceRecord[]> {
  const met = await tx.$count(
    sourceRecords,
    and(
      eq(sourceRecords.workspaceId, source.workspaceId),
      eq(sourceRecords.sourceId, source.id),
      eq(sourceRecords.lastRunId, runId),
      ne(sourceRecords.firstRunId, runId),
    ),
  );
  // A list that shows none of its entries any more is broken, or another list.
  if (met === 0) return [];
  const fresh = missing.filter(({ lastRunId }) => lastRunId === before);
  const isFew = fresh.length <= Math.max(1, (met + fresh.length) * largestShare);
  return missing.filter((record) => isFew || record.lastRunId !== before);
}

/** Those whose own page does not answer any more, and those that have none; without those whose page still says what it said. */
async function apartByPage(tx: Tx, source: Source, missing: SourceRecord[]) {
  const hashes = missing.flatMap(({ url }) => (url ? [urlHash(url)] : []));
  const pages = await pagesByHash(tx, source, hashes);
  // A paper stays where it is long after its entry has gone.
  const byHash = new Map(pages.flatMap((page) => (page.kind === "file" ? [] : [[page.urlHash, page]])));
  const pageOf = ({ url }: SourceRecord) => (url ? byHash.get(urlHash(url)) : undefined);
  return { gone: missing.filter((one) => isGone(pageOf(one))), pageless: missing.filter((one) => !pageOf(one)) };
}

function isGone(page: SourcePage | undefined): boolean {
  return page !== undefined && (page.goneAt !== null || (page.health !== null && withoutPage.includes(page.health)));
}

async function listsOf(tx: Tx, source: Source): Promise<Pick<SourcePage, "snapshotId">[]> {
  return tx
    .select({ snapshotId: sourcePages.snapshotId })
    .from(sourcePages)
    .where(
      and(
        eq(sourcePages.workspaceId, source.workspaceId),
        eq(sourcePages.sourceId, source.id),
        inArray(sourcePages.kind, ["root", "listing"]),
        isNotNull(sourcePages.snapshotId),
      ),
    )
    .limit(mostLists);
}

const plain = (text: string) =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
