import type { Source, SourceSchedule } from "@/drizzle/schema";

/** So many runs in a row that brought nothing, and a source is read once a week, until one of them goes well. */
export const runsUntilSlowed = 10;

/** When a source is read: by its own schedule, or once a week while it has been broken for long. */
export function effectiveSchedule({ schedule, slowedAt }: Pick<Source, "schedule" | "slowedAt">): SourceSchedule {
  if (!slowedAt) return schedule;
  const { cron: _, ...others } = schedule;
  return { ...others, every: "7d" };
}
