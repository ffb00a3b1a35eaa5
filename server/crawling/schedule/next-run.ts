import { createHash } from "node:crypto";
import { CronExpressionParser } from "cron-parser";
import { InvalidInputError } from "@/server/platform/errors";
import { instantOf, type LocalTime, localTimeOf } from "./zoned-time";

export interface Schedule {
  /** A number with m, h, d or w: "6h" is six hours whatever the clocks do, "7d" is the same time of day a week later. */
  every: string;
  /** Five fields in the time zone; wins over `every`. */
  cron?: string;
  /** IANA name. */
  timeZone: string;
  /** "22:00" to "06:00" of the time zone, over midnight where `from` is the later; no run starts within. */
  quietHours?: { from: string; to: string };
}

const minuteMs = 60_000;
const firstSpreadMs = 5 * minuteMs;

/**
 * When a source is read next: never before `now`, and at `now` when it is overdue. Sources that were added together are spread a little,
 * by a number that the seed and the last run fix: about a fortieth of the interval to either side, at most five minutes; up to a minute
 * behind a cron time. Throws InvalidInputError for a schedule that cannot be read.
 */
export function nextRun(schedule: Schedule, lastRun: Date | null, now: Date, jitterSeed: string): Date {
  requireTimeZone(schedule.timeZone);
  const due = schedule.cron
    ? nextByCron(schedule.cron, schedule.timeZone, lastRun ?? now, jitterSeed)
    : nextByInterval(schedule, lastRun, now, jitterSeed);
  return afterQuietHours(due < now ? now : due, schedule, jitterSeed);
}

function nextByInterval({ every, timeZone }: Schedule, lastRun: Date | null, now: Date, seed: string): Date {
  const match = /^([1-9]\d{0,3})([mhdw])$/.exec(every);
  if (!match) throw new InvalidInputError(`"${every}" is no interval. Give a number with m, h, d or w, as in "6h".`);
  const count = Number(match[1]);
  const unit = match[2];
  if (!lastRun) return new Date(now.getTime() + fraction(seed) * firstSpreadMs);
  const due =
    unit === "m" || unit === "h"
      ? new Date(lastRun.getTime() + count * (unit === "m" ? minuteMs : 60 * minuteMs))
      : addDays(lastRun, unit === "w" ? count * 7 : count, timeZone);
  const spreadMs = Math.min(5 * minuteMs, (due.getTime() - lastRun.getTime()) / 40);
  // To both sides, so that many runs together keep their interval.
  return new Date(due.getTime() + (fraction(`${seed} ${lastRun.getTime()}`) * 2 - 1) * spreadMs);
}

function addDays(from: Date, days: number, timeZone: string): Date {
  const local = localTimeOf(from, timeZone);
  return instantOf({ ...local, day: local.day + days }, timeZone);
}

function nextByCron(cron: string, timeZone: string, after: Date, seed: string): Date {
  if (cron.trim().split(/\s+/).length !== 5) throw unreadableCron(cron);
  try {
    const next = CronExpressionParser.parse(cron, { currentDate: after, tz: timeZone }).next().toDate();
    return new Date(next.getTime() + fraction(seed) * minuteMs);
  } catch (cause) {
    throw unreadableCron(cron, cause);
  }
}

function unreadableCron(cron: string, cause?: unknown): InvalidInputError {
  return new InvalidInputError(
    `"${cron}" is no cron expression that ever comes. Give five fields, as in "0 7 * * 1-5" for weekdays at 7.`,
    { cause },
  );
}

/** Those whose time falls into the quiet hours start within five minutes after their end, not all at once. */
function afterQuietHours(due: Date, { quietHours, timeZone }: Schedule, seed: string): Date {
  if (!quietHours) return due;
  const from = minutesOf(quietHours.from);
  const to = minutesOf(quietHours.to);
  const local = localTimeOf(due, timeZone);
  const at = local.hours * 60 + local.minutes;
  const isQuiet = from <= to ? at >= from && at < to : at >= from || at < to;
  if (!isQuiet) return due;
  const end: LocalTime = {
    ...local,
    day: local.day + (from > to && at >= from ? 1 : 0),
    hours: Math.floor(to / 60),
    minutes: to % 60,
    seconds: 0,
  };
  let instant = instantOf(end, timeZone);
  // Where clocks go back over the end, its first coming may lie before what is due.
  if (instant <= due) instant = new Date(instant.getTime() + 60 * minuteMs);
  return new Date(instant.getTime() + fraction(seed) * firstSpreadMs);
}

function minutesOf(clock: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock);
  if (!match) throw new InvalidInputError(`"${clock}" is no time of day. Write it as 22:00.`);
  return Number(match[1]) * 60 + Number(match[2]);
}

function requireTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone });
  } catch (cause) {
    throw new InvalidInputError(`"${timeZone}" is no time zone. Choose one such as Europe/Vienna.`, { cause });
  }
}

/** A number from 0 to 1 that stays the same for the same seed. */
function fraction(seed: string): number {
  return createHash("sha256").update(seed).digest().readUInt32BE(0) / 2 ** 32;
}
