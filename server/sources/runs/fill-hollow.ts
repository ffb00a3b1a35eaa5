import type { Look, Seen } from "./see-page";

/** Looks of a run at places that stayed empty; a site that has them on every page is not asked twice for each. */
const mostInVain = 3;

/**
 * A short page that leaves a place empty is looked at in the browser, and is what that shows when it shows more. Without a browser, and where nothing
 * fills the place, it is the page that came.
 */
export async function fillHollow({ scan, entry }: Look, seen: Seen, render: () => Promise<Seen>): Promise<Seen> {
  const { outcome, analysis } = seen;
  if (outcome.kind !== "fetched" || !analysis?.health.isHollow || entry.form || scan.shownInVain >= mostInVain)
    return seen;
  const shown = await render();
  if (shown.outcome.kind === "failed") return shown.outcome.code === "no_browser" ? seen : shown;
  if (shown.analysis && shown.analysis.health.words > analysis.health.words) return shown;
  scan.shownInVain++;
  return seen;
}
