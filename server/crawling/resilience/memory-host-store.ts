import { LruCache } from "@/lib/lru-cache";
import { type Clock, systemClock } from "./clock";
import { type HostStore, withMargin } from "./host-gate";
import { gapMs, type HostPace, paceAfter, readPace } from "./host-pace";

const maxHosts = 10_000;

/** For one process: what it learned is gone when it ends. */
export function memoryHostStore(clock: Clock = systemClock): HostStore {
  const hosts = new LruCache<{ nextAt: number; pace: HostPace }>(maxHosts);
  const of = (host: string) => hosts.get(host) ?? { nextAt: 0, pace: readPace(null) };
  return {
    claim: async (host, settings) => {
      const { nextAt, pace } = of(host);
      const now = clock.now();
      const waitMs = Math.max(nextAt, pace.notBefore) - now;
      if (waitMs > 0) return waitMs;
      hosts.set(host, { nextAt: now + withMargin(gapMs(pace, settings)), pace }, 1);
      return 0;
    },
    learn: async (host, visit, settings) => {
      const known = of(host);
      hosts.set(host, { ...known, pace: paceAfter(known.pace, visit, settings, clock.now()) }, 1);
    },
  };
}
