import { reminderDays } from "@/lib/vocabulary/opportunities";
import { addDays, daysBetween, wallClock } from "@/lib/zoned-day";

/** People are told in the morning of their own day. */
const morning = "08:00";

export interface RemindedDate {
  at: Date | null;
  /** As stated; counts where there is no instant. */
  localDate: string | null;
  /** Since when it has been known. */
  knownSince: Date;
}

/**
 * For how many days ahead a reader is to be reminded at this moment, or null: counted in days of the reader's calendar, told
 * from the morning on. A day on which nobody could be told is made up for, unless the date was not known then or the next
 * reminder's turn has come.
 */
export function dueReminder(
  date: RemindedDate,
  reader: { zone: string; now: Date },
): { days: number; left: number; date: string; time: string | null } | null {
  if (date.at && date.at <= reader.now) return null;
  const then = date.at ? wallClock(date.at, reader.zone) : { date: date.localDate ?? "", time: null };
  if (!then.date) return null;
  const here = wallClock(reader.now, reader.zone);
  const left = daysBetween(here.date, then.date);
  if (left < 1) return null;
  // The last one whose turn has come; smaller ones are still ahead.
  const days = reminderDays.findLast((ahead) => ahead >= left);
  if (days === undefined) return null;
  if (days === left) return here.time >= morning ? { days, left, ...then } : null;
  const turn = addDays(then.date, -days);
  return wallClock(date.knownSince, reader.zone).date <= turn ? { days, left, ...then } : null;
}
