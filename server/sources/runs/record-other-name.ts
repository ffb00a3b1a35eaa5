import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { crawlFrontier, type FrontierEntry, type SourcePage, sourcePages } from "@/drizzle/schema";
import type { FetchedPage } from "@/server/crawling/fetching";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { findKnownPage } from "../pages/find-page";
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
  return inWorkspace(ctx, async (tx): Promise<OtherName> => {
    await addToFrontier(tx, key, [{ url: own.url, kind, depth }], scan.source.budget.pages);
    const { rung, bytes } = outcome.page;
    await settle(tx, key, entry.urlHash, { state: "done", result: "same", rung, bytes });
    return "named";
  });
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
