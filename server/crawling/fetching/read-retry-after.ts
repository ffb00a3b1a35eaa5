const longestMs = 60 * 60 * 1000;

/** Retry-After (RFC 9110, 10.2.3), seconds or a date, in milliseconds from `now`, at most an hour; null when it says nothing usable. */
export function readRetryAfter(value: string | undefined, now: Date): number | null {
  const text = value?.trim() ?? "";
  const isSeconds = /^\d{1,10}$/.test(text);
  // Dates have names of months; a bare negative or broken number would pass as a year.
  if (!isSeconds && !/[a-z]{3}/i.test(text)) return null;
  const ms = isSeconds ? Number(text) * 1000 : Date.parse(text) - now.getTime();
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), longestMs);
}
