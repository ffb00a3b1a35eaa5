import { failure } from "../fetching/failure";
import type { FetchOutcome } from "../fetching/fetched-page";
import { type Clock, systemClock } from "./clock";

/** Before the first, second, ... repetition. */
const delaysMs = [0, 2_000, 4_000, 8_000, 16_000];
/** Whoever asks for a longer pause is asked again by a later run, not by a waiting one. */
const longestPauseMs = 60_000;

export interface RetryOptions {
  clock?: Clock;
  signal?: AbortSignal;
  /** Repetitions at most; 5 when not given. */
  maxRetries?: number;
}

/** The pause before the next try, when so many have failed: 0, 2, 4, 8, then 16 seconds. */
export function retryDelayMs(failedAttempts: number): number {
  return delaysMs[Math.min(Math.max(failedAttempts, 1), delaysMs.length) - 1] ?? 0;
}

/**
 * Does it again while it fails in a way that may pass, after 0, 2, 4, 8 and 16 seconds, or later where the server asked for that
 * (Retry-After). The result is the last outcome; `cancelled` when called off during a pause.
 */
export async function withRetries(
  attempt: () => Promise<FetchOutcome>,
  options: RetryOptions = {},
): Promise<FetchOutcome> {
  const { clock = systemClock, signal, maxRetries = delaysMs.length } = options;
  for (let failed = 1; ; failed++) {
    const outcome = await attempt();
    if (outcome.kind !== "failed" || !outcome.recoverable || failed > maxRetries) return outcome;
    const pauseMs = Math.max(retryDelayMs(failed), outcome.retryAfterMs ?? 0);
    if (pauseMs > longestPauseMs) return outcome;
    try {
      if (pauseMs > 0) await clock.sleep(pauseMs, signal);
    } catch {
      return failure("cancelled");
    }
  }
}
