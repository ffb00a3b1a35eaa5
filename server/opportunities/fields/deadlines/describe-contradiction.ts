import type { DeadlineKind } from "@/lib/vocabulary/opportunities";
import type { StatedDeadline } from "../stated-deadline";

const names: Record<DeadlineKind, string> = {
  submission: "submission date",
  questions: "last day for questions",
  site_visit: "site visit",
  intent_to_bid: "notice of intent to bid",
  answers: "answers to questions",
  interview: "interviews",
  award: "award",
  start: "start",
  delivery: "delivery",
  issued: "date of issue",
  other: "date",
};

export function describeKind(kind: DeadlineKind): string {
  return names[kind];
}

/** "20 or 22 September 2016"; times and zones only where the dates are the same. */
export function describeMoments(a: StatedDeadline, b: StatedDeadline): string {
  if (a.localDate === null || b.localDate === null) return "";
  if (a.localDate === b.localDate) return `${longDate(a.localDate)}, ${clock(a)} or ${clock(b)}`;
  const [first, second] = a.localDate < b.localDate ? [a.localDate, b.localDate] : [b.localDate, a.localDate];
  const isSameMonth = first.slice(0, 7) === second.slice(0, 7);
  const isSameYear = first.slice(0, 4) === second.slice(0, 4);
  const parts = longDate(first).split(" ");
  const short = isSameMonth ? parts[0] : isSameYear ? parts.slice(0, 2).join(" ") : parts.join(" ");
  return `${short} or ${longDate(second)}`;
}

function clock(deadline: StatedDeadline): string {
  return [deadline.localTime, deadline.zoneStated].filter(Boolean).join(" ");
}

export function longDate(date: string): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${date}T00:00:00Z`),
  );
}
