import { decide, type RateLimiter, rateKey } from "./rate-limiter";

const maxSubjects = 100_000;

/** Limits of this process alone. */
export function memoryLimiter(now: () => number = Date.now): RateLimiter {
  const arrivals = new Map<string, number>();
  return {
    async take(rule, subject, cost = 1) {
      const key = rateKey(rule, subject);
      const nowMs = now();
      const { nextArrivalMs, ...decision } = decide(rule, arrivals.get(key) ?? 0, nowMs, cost);
      arrivals.delete(key);
      arrivals.set(key, nextArrivalMs);
      // An attacker who invents subjects must not fill the memory; those that have recovered go first.
      if (arrivals.size > maxSubjects) forget(arrivals, nowMs);
      return decision;
    },
  };
}

function forget(arrivals: Map<string, number>, nowMs: number): void {
  for (const [key, arrivalMs] of arrivals) if (arrivalMs <= nowMs) arrivals.delete(key);
  for (const key of arrivals.keys()) {
    if (arrivals.size <= maxSubjects * 0.9) break;
    arrivals.delete(key);
  }
}
