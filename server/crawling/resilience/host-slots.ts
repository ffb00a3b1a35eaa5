import { setTimeout as sleep } from "node:timers/promises";

/** Requests under way at one host at the same time, whichever sources they are for. */
export const mostAtOnce = 4;
/** Longer than a visit with its wait takes: a slot whose holder was broken off is free again. */
const longestVisitMs = 180_000;
const lookAgainMs = 100;

// Route bundles are separate module instances of one process; they count together.
const holder = globalThis as typeof globalThis & { outriderHostSlots?: Map<string, Map<symbol, number>> };
holder.outriderHostSlots ??= new Map();
const hosts = holder.outriderHostSlots;

/**
 * Waits until fewer than `most` requests are under way at the host, so that a slow one is not buried under those that wait for its answers.
 * The release may be called more than once. Throws the signal's reason when called off.
 */
export async function takeSlot(host: string, signal: AbortSignal, most = mostAtOnce): Promise<() => void> {
  while (!isFree(host, most)) await sleep(lookAgainMs, undefined, { signal });
  signal.throwIfAborted();
  const visits = hosts.get(host) ?? new Map<symbol, number>();
  hosts.set(host, visits);
  const visit = Symbol(host);
  visits.set(visit, performance.now());
  return () => {
    visits.delete(visit);
    if (visits.size === 0 && hosts.get(host) === visits) hosts.delete(host);
  };
}

function isFree(host: string, most: number): boolean {
  const visits = hosts.get(host);
  if (!visits || visits.size < most) return true;
  const oldest = performance.now() - longestVisitMs;
  for (const [visit, since] of visits) if (since < oldest) visits.delete(visit);
  return visits.size < most;
}
