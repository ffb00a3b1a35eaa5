const unitMs: Record<string, number> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 };

/** Either a delay, which the database adds to its own clock, or a fixed moment. */
export type DueTime = { delayMs: number; at: null } | { delayMs: null; at: string };

/** Reads "1d2h30m10s", or an ISO date. Throws on anything else. */
export function readDueTime(text: string): DueTime {
  const parts = [...text.matchAll(/(\d+)([wdhms])/g)];
  if (parts.map(([part]) => part).join("") === text) {
    const delayMs = parts.reduce((sum, [, count, unit]) => sum + Number(count) * (unitMs[unit ?? ""] ?? 0), 0);
    return { delayMs, at: null };
  }
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new Error(`"${text}" is neither a duration nor a date`);
  return { delayMs: null, at: new Date(at).toISOString() };
}
