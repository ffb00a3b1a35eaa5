import type { DeadlineKind } from "@/lib/vocabulary/opportunities";
import { orderOfCountry } from "./dates/date-order";
import { relativeDate } from "./dates/relative-date";
import { type DateReading, findDatesWithTimes, isPast, pairWithTimes, toStatedDeadline } from "./stated-dates";
import type { StatedDeadline } from "./stated-deadline";

export interface StatedDateOptions extends DateReading {
  kind?: DeadlineKind;
  /** When the page said so: "in 5 days" and "14 March" without a year are counted from here, and flagged `relative`. */
  reference?: Date;
}

/**
 * One labelled value of a notice or a portal page ("Closing date: 14/03/2026 12:00 (UK time)", "Ends today 17:00") as a
 * deadline; the first whole date of the text counts. Null when the text holds neither a date nor a blank for one.
 */
export function readStatedDate(text: string, options: StatedDateOptions = {}): StatedDeadline | null {
  const statement = { kind: options.kind ?? ("other" as const), quote: text.trim() };
  const reading = { ...options, order: options.order ?? orderOfCountry(options.context?.country) };
  const dates = findDatesWithTimes(text, reading);
  const stated = dates.find(({ date }) => date.state === "whole") ?? dates[0] ?? null;
  const isYearless = stated?.date.state === "no_year";
  if (stated && !isYearless) return toStatedDeadline(stated, statement, reading);
  const relative = options.reference
    ? relativeDate(text, options.reference, stated?.date ?? null, {
        zone: options.context?.zone,
        looksBack: statement.kind === "issued",
      })
    : null;
  if (!relative) return stated && toStatedDeadline(stated, statement, reading);

  const [found] = pairWithTimes(text, [relative.mention], reading);
  if (!found) return null;
  const deadline = toStatedDeadline(found, statement, reading);
  if (!relative.at) return { ...deadline, flags: [...deadline.flags, "relative"] };
  return {
    ...deadline,
    localTime: relative.localTime,
    zone: options.context?.zone ?? "UTC",
    at: relative.at,
    note: relative.mention.note,
    flags: options.now && isPast(null, relative.at, options.now) ? ["relative", "past"] : ["relative"],
  };
}
