import { RateLimitedError } from "@/server/platform/errors";
import type { Caller } from "./caller";

type Kind = "sign_in" | "sign_up" | "password_reset" | "link" | "password_change" | "operator";

interface Allowance {
  perPair: number;
  perAccount: number;
  perAddress: number;
  windowMs: number;
}

const quarterHour = 15 * 60_000;

// The pair of account and address is held short; the account alone is held longer, so that a stranger cannot lock its owner out.
const allowances: Record<Kind, Allowance> = {
  sign_in: { perPair: 10, perAccount: 50, perAddress: 100, windowMs: quarterHour },
  sign_up: { perPair: 10, perAccount: 20, perAddress: 200, windowMs: quarterHour },
  password_reset: { perPair: 5, perAccount: 10, perAddress: 50, windowMs: quarterHour },
  link: { perPair: 50, perAccount: 50, perAddress: 50, windowMs: quarterHour },
  password_change: { perPair: 10, perAccount: 20, perAddress: 100, windowMs: quarterHour },
  operator: { perPair: 10, perAccount: 10, perAddress: 10, windowMs: quarterHour },
};

const holder = globalThis as typeof globalThis & { outriderAttempts?: Map<string, { count: number; until: number }> };
holder.outriderAttempts ??= new Map();
const counts = holder.outriderAttempts;

/**
 * Counts an attempt on an account from an address before it is made; throws RateLimitedError when either has had enough.
 * Call the returned function when the attempt succeeded: only failures are held against anybody.
 */
export async function countAttempt(kind: Kind, account: string, caller: Caller): Promise<() => Promise<void>> {
  const allowance = allowances[kind];
  const keys: [string, number][] = [
    [`${kind} pair ${account} ${caller.address}`, allowance.perPair],
    [`${kind} account ${account}`, allowance.perAccount],
    [`${kind} address ${caller.address}`, allowance.perAddress],
  ];
  const now = Date.now();
  for (const [key, most] of keys) {
    const seen = counts.get(key);
    if (seen && seen.until > now && seen.count >= most) {
      const seconds = Math.ceil((seen.until - now) / 1000);
      throw new RateLimitedError(`Too many attempts. Try again in ${Math.ceil(seconds / 60)} min.`, seconds);
    }
  }
  for (const [key] of keys) {
    const seen = counts.get(key);
    if (seen && seen.until > now) seen.count++;
    else counts.set(key, { count: 1, until: now + allowance.windowMs });
  }
  return async () => {
    for (const [key] of keys) {
      const seen = counts.get(key);
      if (seen) seen.count--;
    }
  };
}
