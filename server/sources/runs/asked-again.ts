import { retryDelayMs } from "@/server/crawling/resilience";

/** An address is asked at most this often in one run; one that times out, which costs up to a minute each time, less often. */
export const maxAttempts = 5;
export const maxTimeouts = 3;
/** Some sites ask for a pause of hours. A run does not wait that long: it asks again after a minute, and a page that still refuses is reported as refusing. */
const longestPauseMs = 60_000;

/** When an address is asked again after so many attempts, in this run; `retryAfterMs` is what the site asks for. */
export function askedAgainAt(attempts: number, retryAfterMs: number | null = null): Date {
  const asked = Math.min(retryAfterMs ?? 0, longestPauseMs);
  return new Date(Date.now() + Math.max(asked, retryDelayMs(attempts)));
}
