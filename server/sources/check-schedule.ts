import { CronExpressionParser } from "cron-parser";
import type { SourceSchedule } from "@/drizzle/schema";
import { InvalidInputError } from "@/server/platform/errors";

/** The shortest time between two planned runs: a site is watched, not besieged. */
const shortestMs = 15 * 60_000;

/** Throws InvalidInputError for a cron expression that cannot be read or that runs more often than every 15 minutes. */
export function checkSchedule({ cron, timeZone }: SourceSchedule): void {
  if (!cron) return;
  let times: number[];
  try {
    const expression = CronExpressionParser.parse(cron, { tz: timeZone });
    times = expression.take(10).map((date) => date.getTime());
  } catch {
    throw new InvalidInputError(
      `"${cron}" is no cron expression. Give five fields, as in "0 7 * * 1-5" for weekdays at 7.`,
    );
  }
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  if (Math.min(...gaps) < shortestMs) {
    throw new InvalidInputError("A source is read every 15 minutes at most. Choose a wider schedule.");
  }
}
