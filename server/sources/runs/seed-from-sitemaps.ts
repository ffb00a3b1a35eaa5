import { isSameSite } from "@/lib/canonical-url";
import type { SourceKind } from "@/lib/vocabulary/sources";
import { fetchPage } from "@/server/crawling/fetching";
import { parseSitemap, unpackSitemap } from "@/server/crawling/sitemaps";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { editionListOf, otherEditions } from "../pages/editions";
import { isFile, looksLikeTrap } from "../pages/links-to-follow";
import { requireSource } from "../queries";
import { addToFrontier, type FoundUrl } from "./frontier";
import { politely } from "./politely";
import { isClosedHost, siteRobots } from "./site-robots";

/** Kinds that are walked page by page; the others are led by their listings. */
const walked: readonly SourceKind[] = ["site", "pricing"];
/** So many maps of an index are opened; what a larger site has beyond them is found through its links. */
const mostMaps = 10;

/**
 * Puts the pages that the site itself names into the run's frontier, newest first. A site without a map, or with one that cannot be read, is
 * read through its links alone. Returns how many addresses were added. Safe to do twice.
 */
export async function seedFromSitemaps(
  ctx: WorkspaceContext,
  at: { sourceId: string; runId: string },
  signal: AbortSignal,
): Promise<number> {
  const source = await inWorkspace(ctx, (tx) => requireSource(tx, ctx, at.sourceId));
  if (!walked.includes(source.kind) || source.budget.depth === 0 || isClosedHost(source.url)) return 0;
  const rules = await siteRobots(source.url, signal);
  const named = rules.sitemaps.filter((url) => isSameSite(url, source.url));
  const waiting = named.length > 0 ? named : [new URL("/sitemap.xml", source.url).href];
  const found: { url: string; lastModified: string }[] = [];
  for (let read = 0; waiting.length > 0 && read < mostMaps; read++) {
    const url = waiting.shift() as string;
    const map = await readMap(url, signal);
    if (!map) continue;
    for (const entry of map.entries) {
      if (!isSameSite(entry.url, source.url)) continue;
      if (map.kind === "index") waiting.push(entry.url);
      else if (!looksLikeTrap(entry.url)) found.push({ url: entry.url, lastModified: entry.lastModified ?? "" });
    }
  }
  found.sort((a, b) => b.lastModified.localeCompare(a.lastModified));
  const mayAsk = (url: string) => source.robots !== "obey" || rules.isAllowed(url);
  const editions = await readEditions(source.url, mayAsk, signal);
  const urls = [...editions, ...found.map(({ url }) => url)];
  const entries = urls.map((url): FoundUrl => ({ url, kind: isFile(url) ? "file" : "page", depth: 1 }));
  const { added } = await inWorkspace(ctx, (tx) =>
    addToFrontier(tx, { workspaceId: ctx.workspace.id, ...at }, entries, source.budget.pages),
  );
  return added;
}

/** Editions of a documentation that stand beside the watched one, which its pages may lead to by a script alone. */
async function readEditions(address: string, mayAsk: (url: string) => boolean, signal: AbortSignal): Promise<string[]> {
  const at = editionListOf(address);
  const outcome = at && mayAsk(at.list) ? await inTurn(at.list, signal) : null;
  if (outcome?.kind !== "fetched" || !at) return [];
  return otherEditions(outcome.page.text ?? "", at).filter((url) => isSameSite(url, address));
}

async function readMap(url: string, signal: AbortSignal) {
  const outcome = await inTurn(url, signal);
  if (outcome?.kind !== "fetched") return null;
  try {
    const body = unpackSitemap(outcome.page.body);
    return body ? parseSitemap(body, url) : null;
  } catch {
    // What is no sitemap (a page that says "not found" with 200) names no pages.
    return null;
  }
}

/** Null when the host's turns are so far apart that the time for maps is over before ours: its pages are found through links. */
async function inTurn(url: string, signal: AbortSignal) {
  try {
    return await politely(url, signal, () => fetchPage({ url, signal }));
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}
