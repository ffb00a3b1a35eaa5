import { detectSource } from "@/server/crawling/detect";
import { type FetchedPage, fetchPage } from "@/server/crawling/fetching";
import { authorize } from "@/server/platform/authorize";
import { isInTransaction, type WorkspaceContext } from "@/server/platform/workspace-context";
import { RobotsDisallowedError, SourceUnreadableError } from "./errors";
import { crawlTools } from "./runs/production-tools";
import type { PreviewSourceInput, SourcePreview } from "./schemas";

const previewItems = 10;

/**
 * Finds out what an address is and shows what would be read, without keeping anything. Asks robots.txt first. Throws
 * SourceUnreadableError (with the reason), RobotsDisallowedError.
 */
export async function previewSource(ctx: WorkspaceContext, input: PreviewSourceInput): Promise<SourcePreview> {
  authorize(ctx, "sources:manage");
  if (isInTransaction()) throw new Error("a preview asks the network and must not hold a transaction");
  const tools = crawlTools();
  const signal = AbortSignal.timeout(45_000);
  const robots = await tools.robotsAllow(input.url, signal);
  if (robots === "disallowed") throw new RobotsDisallowedError(input.url);
  const visit = async (url: string) => {
    if (url !== input.url && (await tools.robotsAllow(url, signal)) === "disallowed") return null;
    const outcome = await fetchPage({ url, signal });
    return outcome;
  };
  const first = await visit(input.url);
  if (first?.kind !== "fetched") {
    throw new SourceUnreadableError(
      first?.kind === "failed" ? first.reason : "This address answered with nothing that can be read.",
    );
  }
  const probe = async (url: string): Promise<FetchedPage | null> => {
    const outcome = await visit(url).catch(() => null);
    return outcome?.kind === "fetched" ? outcome.page : null;
  };
  const found = await detectSource(first.page, probe);
  const kind = input.kind === "auto" ? found.kind : input.kind;
  return {
    kind,
    url: input.kind === "auto" || input.kind === found.kind ? found.url : input.url,
    title: found.title,
    reason: found.reason,
    items: found.preview.items.slice(0, previewItems),
    count: found.preview.count,
    alternatives: found.alternatives.map(({ kind, url, title, reason }) => ({ kind, url, title, reason })),
    robots,
  };
}
