import type { FrontierEntry, SourcePage } from "@/drizzle/schema";
import { kindsOfEntries } from "../pages/links-to-follow";
import type { CrawlTools } from "./crawl-tools";
import type { RunningScan } from "./running-scan";
import { analyse, type Seen } from "./see-page";

/** A page without text that shows pictures, or hardly any text where entries are expected: it may show its matter as a picture. */
export async function readPictured(
  scan: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  seen: Seen,
  render: () => Promise<Seen>,
  tools: CrawlTools,
): Promise<Seen> {
  if (!mayBePictured(seen, entry, scan)) return seen;
  const shown = seen.outcome.kind === "fetched" && seen.outcome.page.screenshot ? seen : await render();
  const read = await fromPicture(scan, entry, page, shown, tools);
  return read.isPictured ? read : seen;
}

const fewWords = 60;

function mayBePictured({ outcome, analysis }: Seen, entry: FrontierEntry, { source }: RunningScan): boolean {
  if (outcome.kind !== "fetched" || !analysis || !/<(?:canvas|img|picture|svg)\b/i.test(outcome.page.text ?? ""))
    return false;
  const isOfEntries = kindsOfEntries.includes(source.kind);
  // A site's galleries are left alone: a picture takes seconds to read, and there may be hundreds.
  if (["empty", "needs_browser"].includes(analysis.health.health)) return entry.kind !== "page" || isOfEntries;
  return (
    isOfEntries &&
    entry.kind === "root" &&
    !analysis.listing &&
    analysis.health.health === "good" &&
    analysis.health.words < fewWords
  );
}

/** The page with the text of its picture in place of its markup; as it was when there is none. */
export async function fromPicture(
  scan: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  seen: Seen,
  tools: CrawlTools,
): Promise<Seen> {
  const { outcome } = seen;
  if (outcome.kind !== "fetched" || !outcome.page.screenshot) return seen;
  const markup = await tools.readPicture(outcome.page.screenshot, declaredLanguage(outcome.page.text), scan.signal);
  if (markup === null) return seen;
  const pictured = { ...outcome.page, text: markup };
  const analysis = await analyse(scan, entry, page, pictured, markup, seen.before ?? null, tools);
  const listing = analysis.listing && { ...analysis.listing, rung: "ocr" as const };
  const reading = analysis.reading && { ...analysis.reading, learned: null };
  return {
    ...seen,
    outcome: { kind: "fetched", page: pictured },
    analysis: { ...analysis, listing, reading },
    isPictured: true,
  };
}

/** The language that a page says it is in, as a code such as "de"; English when it says none. */
function declaredLanguage(html: string | null): string {
  return /<html\b[^>]*\blang\s*=\s*["']?([a-z]{2})/i.exec(html ?? "")?.[1]?.toLowerCase() ?? "en";
}
