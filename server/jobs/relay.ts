import { setTimeout as sleep } from "node:timers/promises";
import { asc, inArray, isNull } from "drizzle-orm";
import { outbox } from "@/drizzle/schema";
import { logger } from "@/server/platform/logging";
import { inSystem } from "@/server/platform/workspace-context";
import { inngest } from "./client";

export interface Relay {
  wake: () => void;
  stop: () => Promise<void>;
}

const pollMs = 1000;
const longestWaitMs = 10_000;
/** A server that has taken the call and says nothing for so long is asked again, under the same ids. */
const sendMs = 10_000;

/**
 * Feeds announced events to an Inngest server. An event may be sent twice (a kill between sending and marking, two
 * processes at once); its outbox id is its event id, by which the server starts its functions once.
 */
export function startRelay(
  send: (events: RelayedEvent[]) => Promise<unknown> = (events) => inngest.send(events),
  withinMs = sendMs,
): Relay {
  let isRunning = true;
  let isWoken = false;
  let wakeUp: (() => void) | null = null;
  const wake = () => {
    isWoken = true;
    wakeUp?.();
  };
  const rest = (ms: number) =>
    new Promise<void>((fulfil) => {
      const timer = setTimeout(fulfil, ms);
      wakeUp = () => {
        clearTimeout(timer);
        fulfil();
      };
    });
  const loop = (async () => {
    let failures = 0;
    while (isRunning) {
      isWoken = false;
      const sent = await relayBatch(send, withinMs).catch((error) => {
        failures++;
        logger.error({ err: error }, "announced events could not be handed to Inngest; they are kept and tried again");
        return null;
      });
      if (sent !== null) failures = 0;
      if (sent === 0 && !isWoken && isRunning) await rest(pollMs);
      if (sent === null) await rest(Math.min(longestWaitMs, 250 * 2 ** failures));
    }
  })();
  return {
    wake,
    stop: async () => {
      isRunning = false;
      wake();
      await loop;
    },
  };
}

export interface RelayedEvent {
  id: string;
  name: string;
  data: Record<string, unknown>;
  ts: number;
}

/** Sends up to 100 waiting events and marks them as taken. Returns how many. Throws what `send` throws, and when it takes longer than `withinMs`. */
export async function relayBatch(
  send: (events: RelayedEvent[]) => Promise<unknown>,
  withinMs = sendMs,
): Promise<number> {
  const rows = await inSystem((tx) =>
    tx.select().from(outbox).where(isNull(outbox.takenAt)).orderBy(asc(outbox.id)).limit(100),
  );
  if (rows.length === 0) return 0;
  // Outside any transaction: a slow server must not hold rows.
  const sent = send(rows.map(({ id, name, data, createdAt }) => ({ id, name, data, ts: createdAt.getTime() })));
  await withDeadline(sent, withinMs);
  const ids = rows.map(({ id }) => id);
  await inSystem((tx) => tx.update(outbox).set({ takenAt: new Date() }).where(inArray(outbox.id, ids)));
  return rows.length;
}

async function withDeadline(work: Promise<unknown>, ms: number): Promise<void> {
  const late = new AbortController();
  const tooLate = sleep(ms, undefined, { signal: late.signal, ref: false }).then(() => {
    throw new Error(`the job server said nothing for ${ms / 1000} s`);
  });
  // Called off below, when nobody listens any more.
  tooLate.catch(() => {});
  try {
    await Promise.race([work, tooLate]);
  } finally {
    late.abort();
  }
}
