import { RateLimitedError } from "@/server/platform/errors";
import type { RateRule } from "@/server/platform/limits/rate-limiter";
import { rateLimiter } from "@/server/platform/ports";
import type { Caller } from "./caller";

type Kind = "sign-in" | "sign-up" | "password-reset" | "link" | "password-change" | "operator";

// How many attempts in a quarter of an hour. The pair of account and address is held short; the account alone is held longer,
// so that a stranger elsewhere cannot lock its owner out.
const most: Record<Kind, { pair: number; account: number; address: number }> = {
  "sign-in": { pair: 10, account: 50, address: 100 },
  "sign-up": { pair: 10, account: 20, address: 200 },
  "password-reset": { pair: 5, account: 10, address: 50 },
  link: { pair: 50, account: 50, address: 50 },
  "password-change": { pair: 10, account: 20, address: 100 },
  operator: { pair: 10, account: 20, address: 10 },
};

/**
 * Counts an attempt on an account from an address before it is made; throws RateLimitedError when either has had enough.
 * Call the returned function when the attempt succeeded: only failures are held against anybody.
 */
export async function countAttempt(kind: Kind, account: string, caller: Caller): Promise<() => Promise<void>> {
  const limits: [RateRule, string][] = [
    [rule(kind, "pair"), `${account} ${caller.address}`],
    [rule(kind, "account"), account],
    [rule(kind, "address"), caller.address],
  ];
  const taken: typeof limits = [];
  const giveBack = async () => {
    for (const [limit, subject] of taken) await rateLimiter().take(limit, subject, -1);
  };
  for (const [limit, subject] of limits) {
    const { isAllowed, retryAfterSeconds } = await rateLimiter().take(limit, subject);
    if (!isAllowed) {
      await giveBack();
      const minutes = Math.ceil(retryAfterSeconds / 60);
      throw new RateLimitedError(`Too many attempts. Try again in ${minutes} min.`, retryAfterSeconds);
    }
    taken.push([limit, subject]);
  }
  return giveBack;
}

function rule(kind: Kind, by: "pair" | "account" | "address"): RateRule {
  return { name: `${kind}.${by}`, limit: most[kind][by], windowSeconds: 15 * 60 };
}
