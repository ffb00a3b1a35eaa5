import { type Clock, clockOf, localHour, type NoticeDraft, type NoticeStatus, type PortalNotice } from "./notice";
import { makeOwnNotices, type OwnNotices } from "./own-notices";

/** A notice with its own dates, in days from the site's first day, on the clock of the portal. */
export interface ListedDraft extends NoticeDraft {
  posted: number;
  closes: readonly [days: number, time: string];
  /** "open" where nothing is said, "closed" for prior information. */
  status?: NoticeStatus;
  isPrior?: true;
  /** One name on all portals where it stands; it has the same `closes` there. */
  alsoKnownAs?: string;
}

export interface ListedNotices {
  firstId: number;
  drafts: readonly ListedDraft[];
  /** What it has with the two halves of its country. */
  also?: OwnNotices["also"];
  /** The title of a closed one that is awarded while the site is watched. */
  awarded?: string;
}

export function makeListedNotices(
  country: string,
  zone: string,
  { firstId, drafts, also = [] }: ListedNotices,
  firstDay: Date,
  sharedDeadline: (index: number) => Date,
): PortalNotice[] {
  const listed = drafts.map(({ posted, closes, status, alsoKnownAs, ...draft }, index): PortalNotice => {
    const [days, time] = closes;
    return {
      ...draft,
      key: `${country}:${alsoKnownAs ?? draft.title}`,
      id: firstId + index * 13 + ((index * index) % 7),
      publishedAt: new Date(localHour(firstDay, posted, 8, zone).getTime() + ((index * 17) % 50) * 60_000),
      deadline: onWorkday(firstDay, days, time, zone),
      status: status ?? (draft.isPrior ? "closed" : "open"),
      corrections: [],
    };
  });
  return [...listed, ...makeOwnNotices(country, zone, { firstId, drafts: [], also }, firstDay, sharedDeadline)];
}

/** Nothing closes on a weekend or in the holidays at the turn of the year: the next workday takes it. */
function onWorkday(firstDay: Date, days: number, time: string, zone: string): Date {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  let day = days;
  while (isFree(clockOf(localHour(firstDay, day, 12, zone), zone))) day++;
  return new Date(localHour(firstDay, day, hour, zone).getTime() + minute * 60_000);
}

function isFree({ year, month, day }: Clock): boolean {
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return weekday % 6 === 0 || ["12-25", "12-26", "1-1"].includes(`${month}-${day}`);
}

/** When the award was told: as it was announced, or some weeks after the end of the tender. */
export function awardOf({ corrections, deadline }: PortalNotice, zone: string): Date {
  return corrections.filter(({ what }) => what === "status").at(-1)?.at ?? daysFrom(deadline, 38, 9, zone);
}

/** Where a notice stands by the clock of the site: an open one whose time has run out is closed. */
export function standingOf({ status, isPrior, deadline }: PortalNotice, now: Date): NoticeStatus | "prior" {
  if (isPrior) return status === "cancelled" ? "cancelled" : "prior";
  return status === "open" && deadline <= now ? "closed" : status;
}

/** `at` and some days, at a full hour of the zone. */
export const daysFrom = (at: Date, days: number, hour: number, zone: string): Date => localHour(at, days, hour, zone);
