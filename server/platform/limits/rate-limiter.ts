import { createHash } from "node:crypto";

export interface RateRule {
  /** What is limited ("sign-in.account"); part of the key. */
  name: string;
  /** So many at once, and so many per window in the long run. */
  limit: number;
  windowSeconds: number;
}

export interface RateDecision {
  isAllowed: boolean;
  remaining: number;
  /** 0 when allowed. */
  retryAfterSeconds: number;
}

export interface RateLimiter {
  /** Takes one (or `cost`) of what `subject` may do under the rule. What is refused costs nothing. Never throws. */
  take(rule: RateRule, subject: string, cost?: number): Promise<RateDecision>;
}

/** The subject may be an e-mail or an address: only its digest is kept. */
export function rateKey(rule: RateRule, subject: string): string {
  return `outrider:limit:${rule.name}:${createHash("sha256").update(subject).digest("base64url")}`;
}

/**
 * The generic cell rate algorithm (ITU-T I.371, as a "virtual schedule"): one number per subject, the theoretical arrival
 * time, in ms. Equal to a token bucket of `limit` tokens that refills evenly over the window.
 */
export function decide(
  rule: RateRule,
  arrivalMs: number,
  nowMs: number,
  cost: number,
): RateDecision & { nextArrivalMs: number } {
  const windowMs = rule.windowSeconds * 1000;
  const stepMs = windowMs / rule.limit;
  const base = Math.max(arrivalMs, nowMs);
  const next = base + cost * stepMs;
  // A thousandth of a step, so that rounding never costs the last token.
  const isAllowed = next - nowMs <= windowMs + stepMs / 1000;
  const after = isAllowed ? next : base;
  return {
    isAllowed,
    nextArrivalMs: after,
    remaining: Math.max(0, Math.floor((windowMs - (after - nowMs)) / stepMs + 1e-3)),
    retryAfterSeconds: isAllowed ? 0 : Math.max(1, Math.ceil((next - nowMs - windowMs) / 1000)),
  };
}
