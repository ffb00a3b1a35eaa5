import type { Tx } from "@/drizzle/client";
import type { SourcePage } from "@/drizzle/schema";
import { canonicalUrl, isRoute } from "@/lib/canonical-url";
import type { SourceKind } from "@/lib/vocabulary/sources";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { type ChangedIn, insertChange, nameOf } from "./record-change";

const longestName = 100;
const longestPlace = 80;
/** Kinds that bring new pages all the time. */
const kindsOfNews: readonly SourceKind[] = ["news", "feed"];

/** Tells a page that the site did not have, or has again, by its title and its place. */
export async function recordPageAdded(
  tx: Tx,
  ctx: WorkspaceContext,
  run: ChangedIn,
  page: SourcePage,
  kept: { documentId: string | null; snapshotId: string | null },
  title: string | null,
): Promise<void> {
  if (!kept.documentId || !kept.snapshotId) return;
  const place = clip(placeOf(page.url), longestPlace);
  const name = clip(await nameOf(tx, run.source, page, title), longestName);
  await insertChange(tx, ctx, run, page, {
    documentId: kept.documentId,
    beforeSnapshotId: null,
    afterSnapshotId: kept.snapshotId,
    verdict: "wording",
    severity: kindsOfNews.includes(run.source.kind) ? "low" : "medium",
    kinds: ["page_added"],
    summary: page.goneAt ? `The page "${name}" is there again: ${place}` : `New page: "${name}", ${place}`,
    items: [{ kind: "page_added", before: null, after: name, heading: null }],
    detectedAt: new Date(),
  });
}

function placeOf(url: string): string {
  // Feeds and letters write into their links where a reader came from.
  const { pathname, search, hash } = new URL(canonicalUrl(url) ?? url);
  return pathname + search + (isRoute(hash) ? hash : "");
}

function clip(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
