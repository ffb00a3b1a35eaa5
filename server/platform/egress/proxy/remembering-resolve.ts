import { LruCache } from "@/lib/lru-cache";
import type { Resolve, ResolvedAddress } from "../checked-agent";

const maxNames = 5_000;
const foundMs = 60_000;
const failedMs = 10_000;

/**
 * Asks about each name once a minute: a page asks the same few hosts dozens of times, all at once, and the system's resolver takes
 * them one after the other. What is remembered is checked at each connection like a fresh answer.
 */
export function rememberingResolve(resolve: Resolve, now: () => number = Date.now): Resolve {
  const answers = new LruCache<{ answer: Promise<ResolvedAddress[]>; until: number }>(maxNames);
  return (hostname) => {
    const known = answers.get(hostname);
    if (known && now() < known.until) return known.answer;
    const entry = { answer: resolve(hostname), until: now() + foundMs };
    answers.set(hostname, entry, 1);
    entry.answer.catch(() => {
      entry.until = now() + failedMs;
    });
    return entry.answer;
  };
}
