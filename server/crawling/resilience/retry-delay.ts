const delaysMs = [0, 2_000, 4_000, 8_000, 16_000];

/** How long to wait before the next attempt after `attempts` of them: at once, then 2, 4, 8 and 16 seconds. */
export function retryDelayMs(attempts: number): number {
  return delaysMs[Math.min(Math.max(attempts - 1, 0), delaysMs.length - 1)] ?? 0;
}
