export interface NoticeDraft {
  title: string;
  summary: string;
  buyer: string;
  reference: string;
  /** Sentences that oblige the bidder. */
  needs: string[];
  /** The same, but they stand in an attached document alone. */
  paperNeeds?: string[];
  details?: NoticeDetails;
}

/** What else a portal tells of a tender, in its own words. */
export interface NoticeDetails {
  lots?: string[];
  /** Classification as the portal writes it. */
  codes?: string;
  kind?: string;
  /** Department or contact point. */
  unit?: string;
  value?: string;
  place?: string;
}

export type NoticeStatus = "open" | "closed" | "cancelled" | "awarded";

/** One publication on one portal. Publications of the same tender on two portals share a `key`. */
export interface PortalNotice extends NoticeDraft {
  key: string;
  /** The portal's own number, part of the address. */
  id: number;
  publishedAt: Date;
  deadline: Date;
  status: NoticeStatus;
  /** Prior information: nothing can be handed in, it is not open, no closing date is told, and `deadline` is the day on which the tender is expected to begin. */
  isPrior?: true;
  /** Taken off the portal: neither its list nor its page is there any more. */
  isWithdrawn?: true;
  /** Numbers under which its page was to be had before. */
  formerIds?: number[];
  /** What the buyer announced since, newest last, with the closing date that was moved. */
  corrections: { at: Date; what: "deadline" | "status" | "need"; was?: Date }[];
}

/** The days on which things happen are counted from the site's first day; deadlines stand at a full hour of the portal's zone. */
export function localHour(firstDay: Date, days: number, hour: number, zone: string): Date {
  const day = new Date(firstDay.getTime() + days * 86_400_000);
  const date = new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(day);
  const asUtc = new Date(`${date}T${String(hour).padStart(2, "0")}:00:00Z`);
  const shown = clockOf(asUtc, zone);
  const shownAsUtc = Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute);
  return new Date(asUtc.getTime() - (shownAsUtc - asUtc.getTime()));
}

export interface Clock {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

/** What a clock on a wall in that zone shows. */
export function clockOf(at: Date, zone: string): Clock {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    hourCycle: "h23",
  }).formatToParts(at);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return { year: read("year"), month: read("month"), day: read("day"), hour: read("hour"), minute: read("minute") };
}
