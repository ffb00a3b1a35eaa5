import { hostname } from "node:os";
import type { Inngest, InngestFunction } from "inngest";
import { serve } from "inngest/next";
import type { Database } from "@/drizzle/client";
import { newId } from "@/lib/ids";
import { inngestBackoffMs } from "./backoff";
import type { ServeHandler } from "./call-function";
import { releaseExpired } from "./claim";
import type { EngineCore, EngineLogger } from "./core";
import { type EngineLimits, EngineLoop } from "./engine";
import { readFunctions } from "./function-config";
import { cancelRun, replayDeadLetter, retryNow } from "./manage";
import type { EventPayload } from "./protocol";
import { syncSchedules } from "./schedules";
import { createSdkApi } from "./sdk-api";

export { UnsupportedFunctionError } from "./function-config";
export {
  countJobs,
  type DeadLetterFilter,
  getRun,
  type JobCounts,
  listDeadLetters,
  listRuns,
  type RunFilter,
  type RunStatus,
} from "./queries";

export interface StartOptions extends Partial<EngineLimits> {
  client: Inngest.Any;
  functions: InngestFunction.Any[];
  database: Pick<Database, "kind" | "sql">;
  /** Receives what the client's `fetch` and `announce` must reach, before the functions are registered. */
  connect: (runtime: { fetch: typeof fetch; wake: () => void }) => void;
  logger: EngineLogger;
  /** Between whom capacity is shared fairly; default `event.data.workspaceId`-like keys are for the caller to name. */
  shareKeyOf?: (event: EventPayload) => string;
  /** Called around every call of a function, with the function's id: which of them wait for people. */
  around?: <T>(functionId: string, call: () => Promise<T>) => Promise<T>;
  /** The wait before attempt n + 1 (ms). */
  backoffMs?: (attempt: number) => number;
  leaseMs?: number;
}

export interface RunningEngine {
  /** Looks for work now. */
  wake: () => void;
  /** Calls under way in this process. */
  activeCount: () => number;
  /** Ends a run now; false when it had ended. Throws NotFoundError. */
  cancelRun: (runId: string) => Promise<boolean>;
  /** Makes the calls now that wait for their next attempt; returns how many. Throws NotFoundError. */
  retryNow: (runId: string) => Promise<number>;
  /**
   * Starts a failed run again, keeping its finished steps unless `fromStart`, and returns the new run's id; a second time
   * the same id. Throws NotFoundError, ConflictError.
   */
  replayDeadLetter: (id: string, options?: { fromStart?: boolean }) => Promise<string>;
  /** Claims nothing more, waits up to `timeoutMs` for what runs, gives the rest back. */
  stop: (options?: { timeoutMs?: number }) => Promise<void>;
}

/**
 * Starts the embedded job engine in this process: it registers the functions over the SDK's own protocol, in process, and
 * runs them durably in the database's schema `jobs`. On PGlite it takes over at once what a killed process left; on Postgres
 * several processes share the work. Throws UnsupportedFunctionError for functions that ask for what it does not do.
 */
export async function startEmbeddedEngine(options: StartOptions): Promise<RunningEngine> {
  const { database, client, logger } = options;
  const core: EngineCore = {
    sql: database.sql,
    isSingleProcess: database.kind === "pglite",
    owner: `${hostname()}:${process.pid}:${newId()}`,
    leaseMs: options.leaseMs ?? 30_000,
    functions: new Map(),
    backoffMs: options.backoffMs ?? inngestBackoffMs,
    shareKeyOf: options.shareKeyOf ?? (() => ""),
    logger,
    wake: () => loop.wake(),
  };
  const handler = asWebHandler(serve({ client, functions: options.functions }));
  const loop = new EngineLoop(core, handler, {
    maxConcurrent: options.maxConcurrent ?? 20,
    pollMs: options.pollMs ?? 250,
    callTimeoutMs: options.callTimeoutMs ?? 2 * 3_600_000,
    retentionDays: options.retentionDays ?? 30,
    readsOutbox: options.readsOutbox ?? true,
    around: options.around ?? ((_, call) => call()),
  });
  let refusal: unknown = null;
  const api = createSdkApi(core, async (configs) => {
    try {
      core.functions = readFunctions(configs);
    } catch (error) {
      refusal = error;
      throw error;
    }
  });
  options.connect({ fetch: api, wake: core.wake });
  const answer = await handler.PUT(new Request("http://localhost/api/inngest", { method: "PUT" }));
  if (refusal) throw refusal;
  if (!answer.ok) throw new Error(`the functions were not registered: ${await answer.text()}`);
  if (core.isSingleProcess) await releaseExpired(core, true);
  await syncSchedules(core);
  loop.start();
  logger.info({ functions: core.functions.size }, "the embedded job engine runs");
  return {
    wake: core.wake,
    activeCount: () => loop.activeCount,
    cancelRun: (runId) => cancelRun(core, runId),
    retryNow: (runId) => retryNow(core, runId),
    replayDeadLetter: (id, { fromStart = false } = {}) => replayDeadLetter(core, id, fromStart),
    stop: ({ timeoutMs = 10_000 } = {}) => loop.stop(timeoutMs),
  };
}

/** `inngest/next` types its handlers for Next's own request class, but reads only what every `Request` has. */
function asWebHandler(handler: unknown): ServeHandler {
  return handler as ServeHandler;
}
