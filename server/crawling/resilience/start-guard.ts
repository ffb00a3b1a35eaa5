import { setTimeout as sleep } from "node:timers/promises";
import { LruCache } from "@/lib/lru-cache";

const maxHosts = 10_000;

// Route bundles are separate module instances of one process; they hold back for each other.
const holder = globalThis as typeof globalThis & { outriderHostStarts?: LruCache<number> };
holder.outriderHostStarts ??= new LruCache(maxHosts);
const notBefore = holder.outriderHostStarts;

/**
 * Moments are handed out ahead of time, but timers fire late, each by another bit, and a busy process wakes several at once: this
 * holds those who come too close to the one before. Who is held up after that (by a browser that was busy) asks again with what is
 * returned, just before it goes out. Throws the signal's reason when called off.
 */
export async function awaitStart(host: string, gapMs: number, signal: AbortSignal): Promise<() => Promise<void>> {
  for (;;) {
    const waitMs = (notBefore.get(host) ?? 0) - performance.now();
    if (waitMs <= 0) break;
    await sleep(Math.ceil(waitMs), undefined, { signal });
  }
  const mine = performance.now() + gapMs;
  notBefore.set(host, mine, 1);
  return async () => {
    // Nobody has gone since: the moment is still mine, and others keep their distance from now on.
    if (notBefore.get(host) === mine) notBefore.set(host, performance.now() + gapMs, 1);
    else await awaitStart(host, gapMs, signal);
  };
}

/** Also those who already hold a moment stay away for so long. */
export function holdBack(host: string, ms: number): void {
  notBefore.set(host, Math.max(notBefore.get(host) ?? 0, performance.now() + ms), 1);
}
