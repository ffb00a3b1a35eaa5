import type { DeadlineFlag, DeadlineKind } from "@/lib/vocabulary/opportunities";
import type { Place } from "../tender-document";

/** A date of a procedure as it is stated somewhere, and what it means. Nothing is filled in that was not said. */
export interface StatedDeadline {
  kind: DeadlineKind;
  /** The words that state it, literally. */
  quote: string;
  /** Where they stand; absent for dates of structured notices. */
  place?: Place;
  /** "2026-03-29"; null where the date is blank or impossible. */
  localDate: string | null;
  /** "16:00"; null when no time is stated. */
  localTime: string | null;
  /** The zone as stated ("EST", "eastern", "Uhr MEZ"), and as an IANA name or fixed offset. */
  zoneStated: string | null;
  zone: string | null;
  /** The instant, ISO 8601 in UTC; null unless date, time and zone are known. */
  at: string | null;
  /** How words such as "close of business" or "EST in August" were taken, for people. */
  note: string | null;
  flags: DeadlineFlag[];
}
