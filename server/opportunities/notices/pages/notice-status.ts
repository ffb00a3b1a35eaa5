import type { NoticeType, ProcedureStatus } from "@/lib/vocabulary/opportunities";
import type { ValueFacts } from "./facts-of-values";
import type { ListingEntry } from "./listing-entry";
import type { PageFacts } from "./page-facts";
import { statusOfBanner, statusOfHeading, statusOfWords } from "./status-words";

/** Where a procedure stands, by all that its page and its entry of the listing say of it. */
export function statusOf(
  shown: PageFacts | null,
  onPage: ValueFacts,
  inListing: ValueFacts,
  entry: ListingEntry,
  ofTitle: ProcedureStatus | null,
): ProcedureStatus {
  const banner = shown?.banners.map(statusOfBanner).find((status) => status !== null) ?? null;
  const badge = Object.entries(entry.fields)
    .filter(
      ([label, value]) =>
        value.length <= 40 &&
        /^(?:text|badge|status|state|tag|label|flag|pill|chip|icon|subtitle|kicker|ribbon|stamp)(?: \d+)?$/i.test(
          label,
        ),
    )
    .map(([, value]) => statusOfWords(value))
    .find((status) => status !== null);
  const stated = [
    ofTitle,
    shown?.isStruck ? ("cancelled" as const) : null,
    banner,
    onPage.status,
    inListing.status,
    badge ?? null,
    entry.fields.section ? statusOfHeading(entry.fields.section) : null,
    // What has no page says on the list that it is over, in a sentence of its own.
    (shown
      ? null
      : entry.text
          .split("\n")
          .map((text) => (text === entry.title ? null : statusOfBanner(text)))
          .find((status) => status !== null)) ?? null,
  ].filter((status) => status !== null);
  // Nothing that is over anywhere is shown as open: a listing is updated before its pages, or the other way round.
  for (const over of ["cancelled", "awarded", "closed"] as const) if (stated.includes(over)) return over;
  return stated[0] ?? "open";
}

export function typeOf(status: ProcedureStatus): NoticeType {
  if (status === "cancelled") return "cancellation";
  if (status === "awarded") return "award";
  return status === "planned" ? "planning" : "tender";
}
