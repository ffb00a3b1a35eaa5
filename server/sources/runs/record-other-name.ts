import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { crawlFrontier, type FrontierEntry, type SourcePage, sourcePages } from "@/drizzle/schema";
import type { FetchedPage } from "@/server/crawling/fetching";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { findKnownPage } from "../pages/find-page";
import { firstPageOf, isFirstPage } from "../pages/first-page";
import { type Likeness, ownAddress } from "../pages/own-address";
import { readLastRevision } from "../pages/read-last-revision";
import { sayNearlySame } from "../pages/say-nearly-same";
import { addToFrontier, postpone, settle, urlHash } from "./frontier";
import { keyOf, type RunningScan } from "./running-scan";
import type { Seen } from "./see-page";

export type OtherName = "named" | "waits";

/** So often a page waits for the one that it names. */
const mostWaits = 3;

/**
 * A page that was reached under another address than the one it calls its own is read under its own instead, so that it is kept once. "named" when this was such a name, "waits" when the page that it names
 * is still to be read, null when it stands for itself. What has been kept by it before stays: its history is there.
 */
export async function recordOtherName(
  ctx: WorkspaceContext,
  scan: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  { outcome, analysis }: Seen,
): Promise<OtherName | null> {
  if (entry.kind === "root" || entry.form || page.snapshotId || outcome.kind !== "fetched") return null;
  if (analysis?.health.health !== "good") return null;
  const list = await listOfFirstPage(ctx, page, outcome.page);
  if (list) return named(ctx, scan, entry, outcome.page, list);
  const own = ownAddress(outcome.page.finalUrl, analysis.content);
  if (!own || urlHash(own.url) === entry.urlHash) return null;
  const key = keyOf(ctx, scan);
  const { kind, depth } = entry;
  if (own.mustBe !== "none") {
    const known = await inWorkspace(ctx, (tx) => findKnownPage(tx, page, urlHash(own.url)));
    if (known && !(await isSame(ctx, outcome.page, analysis.content.textHash, known, own.mustBe))) return null;
    if (!known) {
      if (entry.attempts > mostWaits || (await wasInVain(ctx, page, urlHash(own.url)))) return null;
      return inWorkspace(ctx, async (tx): Promise<OtherName | null> => {
        await addToFrontier(tx, key, [{ url: own.url, kind, depth }], scan.source.budget.pages);
        if (!(await isWaiting(tx, key, urlHash(own.url)))) return null;
        await postpone(tx, key, entry.urlHash, urlHash(own.url));
        return "waits";
      });
    }
  }
  return named(ctx, scan, entry, outcome.page, own.url);
}

/** The address is done, and the page is read under its own. */
async function named(
  ctx: WorkspaceContext,
  scan: RunningScan,
  { urlHash: hash, kind, depth }: FrontierEntry,
  { rung, bytes }: FetchedPage,
  url: string,
): Promise<OtherName> {
  const key = keyOf(ctx, scan);
  return inWorkspace(ctx, async (tx): Promise<OtherName> => {
    await addToFrontier(tx, key, [{ url, kind, depth }], scan.source.budget.pages);
    await settle(tx, key, hash, { state: "done", result: "same", rung, bytes });
    return "named";
  });
}

/** A list under a second address, with the number of its first page: that list, once it has been read. */
async function listOfFirstPage(
  ctx: WorkspaceContext,
  page: SourcePage,
  { finalUrl, text }: FetchedPage,
): Promise<string | null> {
  const first = firstPageOf(finalUrl);
  const known = first && (await inWorkspace(ctx, (tx) => findKnownPage(tx, page, urlHash(first.url))));
  const kept = known?.snapshotId ? await readLastRevision(ctx, known.snapshotId) : null;
  if (!first || !known || kept === null) return null;
  const isFirst = isFirstPage({ html: text ?? "", url: finalUrl }, first.second, { html: kept, url: known.url });
  return isFirst ? known.url : null;
}

/** An address that was tried before and shows no page is no name of another. */
async function wasInVain(ctx: WorkspaceContext, page: SourcePage, hash: string): Promise<boolean> {
  const [tried] = await inWorkspace(ctx, (tx) =>
    tx
      .select({ health: sourcePages.health, lastFetchedAt: sourcePages.lastFetchedAt })
      .from(sourcePages)
      .where(
        and(
          eq(sourcePages.workspaceId, page.workspaceId),
          eq(sourcePages.sourceId, page.sourceId),
          eq(sourcePages.urlHash, hash),
        ),
      ),
  );
  return tried?.lastFetchedAt === null && tried.health === "error_page";
}

async function isSame(
  ctx: WorkspaceContext,
  { text, finalUrl }: FetchedPage,
  textHash: string,
  known: SourcePage,
  mustBe: Exclude<Likeness, "none">,
): Promise<boolean> {
  if (known.textHash === textHash) return true;
  const kept = mustBe === "nearly" && known.snapshotId ? await readLastRevision(ctx, known.snapshotId) : null;
  return kept !== null && sayNearlySame({ html: text ?? "", url: finalUrl }, { html: kept, url: known.url });
}

async function isWaiting(tx: Tx, run: ReturnType<typeof keyOf>, hash: string): Promise<boolean> {
  const rows = await tx
    .select({ state: crawlFrontier.state })
    .from(crawlFrontier)
    .where(
      and(
        eq(crawlFrontier.workspaceId, run.workspaceId),
        eq(crawlFrontier.runId, run.runId),
        eq(crawlFrontier.urlHash, hash),
        inArray(crawlFrontier.state, ["queued", "fetching"]),
      ),
    );
  return rows.length > 0;
}
