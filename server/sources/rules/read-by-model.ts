import type { Source } from "@/drizzle/schema";
import type { ListingRecord } from "@/server/crawling/listings";
import { hasModel } from "@/server/models";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { PageAnalysis } from "../pages/analyse-page";
import { kindsThatList } from "../pages/links-to-follow";
import type { CrawlTools } from "../runs/crawl-tools";
import { judgeListing } from "./judge-listing";
import { rulesOf } from "./kept-rules";

/**
 * On the first sight of a layout, and when the rule in use no longer fits, a model shows where the entries stand. What it shows becomes a
 * rule that reads the page, so that it is asked once and not for each page. The analysis as it was when there is no model, when it has
 * been asked about this layout, or when what it says does not hold on the page. Not inside a transaction.
 */
export async function readByModel(
  ctx: WorkspaceContext,
  source: Source,
  page: { html: string; url: string },
  analysis: PageAnalysis,
  tools: Pick<CrawlTools, "outline" | "learn">,
  signal: AbortSignal,
): Promise<{ analysis: PageAnalysis; wasAsked: boolean }> {
  const { reading, listing } = analysis;
  const rules = rulesOf(source);
  const isKnown = rules.current !== null && reading?.fell === null && listing !== null;
  if (!kindsThatList.includes(source.kind)) return { analysis, wasAsked: false };
  if (!reading || isKnown || listing?.rung === "json_ld" || rules.askedAbout.includes(reading.layout)) {
    return { analysis, wasAsked: false };
  }
  if (!(await hasModel(ctx))) return { analysis, wasAsked: false };
  const lines = await tools.outline(page.html);
  const { value, engine } = await judgeListing(ctx, { title: analysis.content.title, lines }, { signal });
  if (engine !== "model") return { analysis, wasAsked: false };
  const records = value.entries.map(
    ({ title, fields }): ListingRecord => ({
      title,
      url: null,
      fields: Object.fromEntries(fields.map((field) => [field.name, field.value])),
      text: "",
    }),
  );
  const found = records.length > 0 ? await tools.learn({ ...page, records }) : null;
  if (!found) return { analysis, wasAsked: true };
  const shown = { selector: found.learned.selector.css, records: found.records, score: 1, rung: "model" as const };
  return {
    analysis: {
      ...analysis,
      listing: shown,
      reading: { ...reading, learned: found.learned, emptied: [], isUnread: false },
    },
    wasAsked: true,
  };
}
