import type { Tx } from "@/drizzle/client";
import type { FrontierEntry, SourcePage } from "@/drizzle/schema";
import { isRoute, withoutVisitParameters } from "@/lib/canonical-url";
import type { FetchRung } from "@/lib/vocabulary/sources";
import { keptPapers } from "@/server/crawling/listings";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { PageAnalysis } from "../pages/analyse-page";
import { kindsOfEntries, linksToFollow } from "../pages/links-to-follow";
import { visitParameters, withoutVisit } from "../pages/same-address";
import type { NewRecord } from "../records/record-records";
import { addToFrontier, type FoundUrl } from "./frontier";
import { unlinkedDepth } from "./record-unlinked";
import { keyOf, type RunningScan } from "./running-scan";

/** The entries that a page lists, each by an address that is the same at the next visit. */
export function recordsOf({ listing, content }: PageAnalysis): NewRecord[] {
  if (!listing) return [];
  const visit = visitParameters(content.links.map(({ url }) => url));
  return listing.records.map(({ papers, ...record }) => {
    const url = record.url && withoutVisit(record.url, visit);
    const key = url ? withoutVisitParameters(url) : record.title;
    const fields = { ...record.fields, ...keptPapers(papers) };
    return { ...record, fields, url, key, rung: record.rung ?? listing.rung };
  });
}

/** What a page of markup leads to. `fresh`: how many of its entries this run had not seen; `rung`: how it was read. */
export function linksOf(
  { source }: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  { url, rung }: { url: string; rung: FetchRung | null },
  analysis: PageAnalysis,
  fresh: number,
): FoundUrl[] {
  // A further page that shows nothing but what this run has seen is where the listing ends, whatever its "next" link says.
  const isOver = entry.kind === "listing" && analysis.listing !== null && fresh === 0;
  const seen = isOver ? { ...analysis, nextPage: null } : analysis;
  const maxDepth = source.budget.depth;
  // What nothing leads to any more leads on to what it shows in a frame, and to nothing else.
  const depth = entry.depth === unlinkedDepth ? maxDepth : entry.depth;
  const found = linksToFollow({ url, kind: page.kind === "file" ? "page" : entry.kind, depth }, seen, {
    kind: source.kind,
    maxDepth,
  });
  // On a site whose pages say what they say without scripts, what stands behind a # opens a window on the same page.
  const isPlain = rung === "http" && !kindsOfEntries.includes(source.kind);
  return isPlain ? found.filter((one) => !isRoute(URL.parse(one.url)?.hash ?? "")) : found;
}

/** Adds what was found to the run, as far as its budget goes. */
export async function addToRun(tx: Tx, ctx: WorkspaceContext, scan: RunningScan, found: FoundUrl[]): Promise<void> {
  await addToFrontier(tx, keyOf(ctx, scan), found, scan.source.budget.pages, true);
}
