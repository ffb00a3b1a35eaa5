import type { InngestFunction } from "inngest";
import { getDatabase } from "@/drizzle/client";
import { usesInngest } from "@/lib/env";
import { logger } from "@/server/platform/logging";
import { inngest, setJobsRuntime } from "./client";
import { startEmbeddedEngine } from "./engine";
import { startRelay } from "./relay";

export interface RunningJobs {
  kind: "embedded" | "inngest";
  /** Takes no more work, waits up to `timeoutMs` for what runs, gives the rest back. */
  stop: (options?: { timeoutMs?: number }) => Promise<void>;
}

// Instrumentation and routes are separate module instances of one process, which must have one engine.
const holder = globalThis as typeof globalThis & { outriderJobsStart?: Promise<RunningJobs> };

/**
 * Starts what runs jobs in this process, once: the embedded engine, or, when an Inngest server is configured, the relay
 * that feeds it. A failed start is forgotten, so that the next call tries again. Throws UnsupportedFunctionError.
 */
export function startJobs(functions: InngestFunction.Any[]): Promise<RunningJobs> {
  holder.outriderJobsStart ??= (usesInngest ? startWithInngest() : startEmbedded(functions)).catch((error) => {
    delete holder.outriderJobsStart;
    throw error;
  });
  return holder.outriderJobsStart;
}

/** Stops what `startJobs` started in this process, if it did. */
export async function stopJobs(options: { timeoutMs?: number } = {}): Promise<void> {
  const started = holder.outriderJobsStart;
  delete holder.outriderJobsStart;
  await (await started)?.stop(options);
  setJobsRuntime(null);
}

async function startWithInngest(): Promise<RunningJobs> {
  const relay = startRelay();
  setJobsRuntime({ fetch: globalThis.fetch, wake: relay.wake });
  return { kind: "inngest", stop: () => relay.stop() };
}

async function startEmbedded(functions: InngestFunction.Any[]): Promise<RunningJobs> {
  const engine = await startEmbeddedEngine({
    client: inngest,
    functions,
    database: await getDatabase(),
    connect: setJobsRuntime,
    logger,
    shareKeyOf: (event) => String(event.data.workspaceId ?? ""),
  });
  return { kind: "embedded", stop: engine.stop };
}
