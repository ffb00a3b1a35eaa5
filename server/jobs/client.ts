import { Inngest } from "inngest";
import { usesInngest } from "@/lib/env";
import { logger } from "@/server/platform/logging";

/** What the embedded engine puts here when it starts; see server/jobs/engine. */
export interface JobsRuntime {
  /** Answers the SDK's outgoing calls (events, registration, checkpoints) in process. */
  fetch: typeof fetch;
  /** New work has been committed: look now instead of at the next tick. */
  wake: () => void;
}

const holder = globalThis as typeof globalThis & { outriderJobs?: JobsRuntime };

export function setJobsRuntime(runtime: JobsRuntime | null): void {
  if (runtime) holder.outriderJobs = runtime;
  else delete holder.outriderJobs;
}

/** Tells the engine of this process, if one runs, that there is work. */
export function wakeJobs(): void {
  holder.outriderJobs?.wake();
}

const embedded = {
  isDev: true,
  fetch: ((input, init) => {
    const runtime = holder.outriderJobs;
    if (!runtime) throw new Error("the job engine is not running in this process");
    return runtime.fetch(input, init);
  }) as typeof fetch,
};

/** The one client: every durable function is made with it. It speaks to an Inngest server when one is configured, else to the embedded engine. */
export const inngest = new Inngest({ id: "outrider", logger, ...(usesInngest ? {} : embedded) });
