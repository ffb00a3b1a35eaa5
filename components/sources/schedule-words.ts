import type { SourceInterval } from "@/lib/vocabulary/sources";
import { intervalWords } from "./source-words";

interface Schedule {
  every: SourceInterval;
  cron?: string;
  timeZone: string;
  quietHours?: { from: string; to: string };
}

const dayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** "every 6 hours", "weekdays at 07:00 (Europe/Berlin)"; a cron expression that says more than that is shown as it is. */
export function scheduleWords(schedule: Schedule): string {
  const quiet = schedule.quietHours ? `, not from ${schedule.quietHours.from} to ${schedule.quietHours.to}` : "";
  if (!schedule.cron) {
    const zone = schedule.quietHours ? ` (${schedule.timeZone})` : "";
    return `${intervalWords[schedule.every]}${quiet}${zone}`;
  }
  return `${cronWords(schedule.cron)}${quiet} (${schedule.timeZone})`;
}

function cronWords(cron: string): string {
  const [minute = "", hour = "", dayOfMonth, month, dayOfWeek = ""] = cron.trim().split(/\s+/);
  const asIs = `by cron ${cron.trim()}`;
  if (dayOfMonth !== "*" || month !== "*" || !/^\d{1,2}$/.test(minute) || !/^\d{1,2}$/.test(hour)) return asIs;
  const days = daysWords(dayOfWeek);
  return days ? `${days} at ${hour.padStart(2, "0")}:${minute.padStart(2, "0")}` : asIs;
}

function daysWords(days: string): string | null {
  if (days === "*") return "every day";
  if (days === "1-5") return "weekdays";
  if (!/^[0-7]$/.test(days)) return null;
  return `every ${dayNames[Number(days) % 7]}`;
}
