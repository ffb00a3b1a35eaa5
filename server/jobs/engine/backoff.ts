const minute = 60_000;
const table = [15_000, 30_000, minute, 2 * minute, 5 * minute, 10 * minute, 20 * minute, 40 * minute, 60 * minute];

/** The wait before the next attempt (ms), as an Inngest server has it: 15 s to 2 h, plus up to 30 s so that failures spread out. */
export function inngestBackoffMs(attempt: number): number {
  return (table[attempt] ?? 120 * minute) + Math.random() * 30_000;
}
