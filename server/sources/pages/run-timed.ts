import { MessageChannel, type MessagePort, type Worker } from "node:worker_threads";
import type { Piscina } from "piscina";

export interface TimeLimits {
  /** Of the processor, for the work itself. */
  cpuMs: number;
  /** From when the thread has begun with it, whatever it gets of the processor. */
  wallMs: number;
  /** Until a thread begins with it. */
  waitMs: number;
}

/** How often it is asked what a thread has spent. */
const lookEveryMs = 500;

/** What a thread is given beside its task: where it says that it has begun, by its number. */
export type Timed<T> = T & { begun: MessagePort };

/**
 * Work in a thread of a pool that is broken off when it has used up its time. What counts is the time of the processor from when the thread has begun: on
 * a busy machine threads start late and wait for their turn, and one that was broken off for that would have to start again, later still.
 */
export async function runTimed<T>(pool: Piscina, task: object, name: string, limits: TimeLimits): Promise<T> {
  const { port1, port2 } = new MessageChannel();
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), limits.waitMs);
  port1.once("message", (threadId: number) => {
    clearTimeout(timer);
    const thread = pool.threads.find((one) => one.threadId === threadId);
    timer = watch(thread, limits, stop);
  });
  try {
    return await pool.run({ ...task, begun: port2 }, { name, signal: stop.signal, transferList: [port2] });
  } finally {
    clearInterval(timer);
    port1.close();
  }
}

function watch(thread: Worker | undefined, { cpuMs, wallMs }: TimeLimits, stop: AbortController): NodeJS.Timeout {
  const until = performance.now() + wallMs;
  const spent = async () => {
    const { user, system } = (await thread?.cpuUsage().catch(() => undefined)) ?? { user: 0, system: 0 };
    return (user + system) / 1_000;
  };
  const before = spent();
  return setInterval(async () => {
    if (performance.now() > until || (await spent()) - (await before) > cpuMs) stop.abort();
  }, lookEveryMs);
}
