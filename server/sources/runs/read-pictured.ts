import type { FrontierEntry } from "@/drizzle/schema";
import { kindsOfEntries } from "../pages/links-to-follow";
import type { RunningScan } from "./running-scan";
import { analyse, type Look, type Seen } from "./see-page";

/** A page without text that shows pictures, or hardly any text where entries are expected: it may show its matter as a picture. */
export async function readPictured(look: Look, seen: Seen, render: () => Promise<Seen>): Promise<Seen> {
  if (!mayBePictured(seen, look.entry, look.scan)) return seen;
  const shown = seen.outcome.kind === "fetched" && seen.outcome.page.screenshot ? seen : await render();
  const read = await fromPicture(look, shown);
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
export async function fromPicture(look: Look, seen: Seen): Promise<Seen> {
  const { scan, tools } = look;
  const { outcome } = seen;
  if (outcome.kind !== "fetched" || !outcome.page.screenshot) return seen;
  const markup = await tools.readPicture(outcome.page.screenshot, declaredLanguage(outcome.page.text), scan.signal);
  if (markup === null) return seen;
  const pictured = { ...outcome.page, text: markup };
  const analysis = await analyse(look, { fetched: pictured, html: markup, before: seen.before ?? null });
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
