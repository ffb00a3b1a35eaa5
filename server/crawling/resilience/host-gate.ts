import { RateLimitedError } from "@/server/platform/errors";
import { type Clock, systemClock } from "./clock";
import type { PaceSettings, Visit } from "./host-pace";
import { HostQueue } from "./host-queue";

/** Tells the gate that a visit is over, and how it went. Doing it twice does no harm. */
export type LeaveHost = (visit: Visit) => Promise<void>;

/** Lets visitors in to a host one after the other, in the order in which they came, never faster than its pace. */
export interface HostGate {
  /**
   * Waits until the host may be asked. Errors: RateLimitedError when that would take longer than two minutes (nothing is
   * taken then), the signal's reason.
   */
  enter(host: string, settings: PaceSettings, signal: AbortSignal): Promise<LeaveHost>;
}

/** Where hosts' next times and lessons are kept; one for this process, one for all. */
export interface HostStore {
  /** Takes the host's next start if it is due: 0, else the milliseconds until it is. Taking and looking are one act. */
  claim(host: string, settings: PaceSettings): Promise<number>;
  learn(host: string, visit: Visit, settings: PaceSettings): Promise<void>;
}

const longestWaitMs = 2 * 60_000;

/** A gate over a store. Places inside a host are counted per process, the gap between starts by the store. */
export function hostGate(store: HostStore, clock: Clock = systemClock): HostGate {
  const queue = new HostQueue();
  const claim = async (host: string, settings: PaceSettings, signal: AbortSignal) => {
    const until = clock.now() + longestWaitMs;
    for (;;) {
      const waitMs = await store.claim(host, settings);
      if (waitMs <= 0) return;
      if (clock.now() + waitMs > until) {
        throw new RateLimitedError("This site asked to be left alone for a while.", Math.ceil(waitMs / 1000));
      }
      await clock.sleep(waitMs, signal);
    }
  };
  return {
    enter: async (host, settings, signal) => {
      const leave = await queue.enter(host, settings.concurrency, signal, () => claim(host, settings, signal));
      let isOver = false;
      return async (visit) => {
        if (isOver) return;
        isOver = true;
        leave();
        await store.learn(host, visit, settings);
      };
    },
  };
}

/**
 * Starts are let through a little further apart than asked for: on their way to the host one request may take longer than the
 * next, and what the host sees must not be below the setting.
 */
export function withMargin(gap: number): number {
  return gap === 0 ? 0 : gap + Math.min(250, Math.max(20, gap * 0.1));
}
