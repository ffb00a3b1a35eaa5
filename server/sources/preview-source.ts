import { isRoute } from "@/lib/canonical-url";
import { newId } from "@/lib/ids";
import { renderPage } from "@/server/crawling/browser";
import { type Deed, detectSource } from "@/server/crawling/detect";
import { asPosted, type FetchedPage, fetchPage, isHtml, SourceCookies } from "@/server/crawling/fetching";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, isInTransaction, type WorkspaceContext } from "@/server/platform/workspace-context";
import { RobotsDisallowedError, SourceUnreadableError } from "./errors";
import { assessInWorker, lookInWorker } from "./pages/analyse-in-worker";
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
  // A search may only be answered to those who were shown its form.
  const cookies = new SourceCookies();
  const contextKey = `preview ${newId()}`;
  const visit = async (url: string, { form, press }: Deed = {}) => {
    if (url !== input.url && (await tools.robotsAllow(url, signal)) === "disallowed") return null;
    if (press) {
      const actions = [{ kind: "click" as const, selector: press, times: 1 }];
      return renderPage({ url, contextKey, cookies, actions, screenshot: false, signal });
    }
    return fetchPage({ url, cookies, signal, ...(form ? asPosted(form) : {}) });
  };
  const first = await visit(input.url);
  if (first?.kind !== "fetched") {
    if (first?.kind === "failed" && first.code === "blocked_address") await recordBlock(ctx, input.url);
    throw new SourceUnreadableError(
      first?.kind === "failed" ? first.reason : "This address answered with nothing that can be read.",
    );
  }
  const page = await asShown(first.page, input.url, { contextKey, cookies, signal });
  const probe = async (url: string, deed?: Deed): Promise<FetchedPage | null> => {
    const outcome = await visit(url, deed).catch(() => null);
    if (outcome?.kind !== "fetched") return null;
    // Where the first page is drawn by its scripts, those to which it leads are, too.
    return page.rung === "browser" && !deed
      ? asShown(outcome.page, url, { contextKey, cookies, signal })
      : outcome.page;
  };
  const found = await detectSource(page, probe, lookInWorker);
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

/** By its host alone: what stands behind it may hold a secret. */
async function recordBlock(ctx: WorkspaceContext, url: string): Promise<void> {
  const detail = { host: new URL(url).host, purpose: "preview" };
  await inWorkspace(ctx, (tx) => recordAudit(tx, ctx, { action: "egress.block", detail }));
}

/** A page that shows nothing without scripts is looked at in a browser, as a run would; without one, as it came. */
async function asShown(
  page: FetchedPage,
  asked: string,
  at: { contextKey: string; cookies: SourceCookies; signal: AbortSignal },
): Promise<FetchedPage> {
  if (!isHtml(page.mime)) return page;
  const { health, isHollow } = await assessInWorker({
    url: page.url,
    finalUrl: page.finalUrl,
    status: page.status,
    html: page.text ?? "",
  });
  if (health !== "needs_browser" && !isHollow) return page;
  const shown = await renderPage({ url: isRoute(new URL(asked).hash) ? asked : page.url, screenshot: false, ...at });
  return shown.kind === "fetched" ? shown.page : page;
}
