import type { DeadlineStatement } from "./opportunity-types";

/** "2026-03-29 16:00 Eastern", as far as it is stated. */
export function statedWords(one: Pick<DeadlineStatement, "localDate" | "localTime" | "zoneStated" | "zone">): string {
  if (!one.localDate) return "No date";
  return [one.localDate, one.localTime, one.localTime ? (one.zoneStated ?? one.zone) : null].filter(Boolean).join(" ");
}
