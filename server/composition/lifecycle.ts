import { setTimeout as sleep } from "node:timers/promises";
import { closeDatabase, getDatabase } from "@/drizzle/client";
import { env } from "@/lib/env";
import { closeBrowser } from "@/server/crawling/browser";
import { closeFollowers } from "@/server/http/follow-workspace";
import { endConnections, finishOpenRequests } from "@/server/http/open-requests";
import { logger } from "@/server/platform/logging";
import { startServer } from "./start";
import { waitForDatabase } from "./wait-for-database";

const holder = globalThis as typeof globalThis & { outriderStopping?: Promise<void>; outriderIsUp?: true };

/** True from the first signal to stop: no new requests should come here. */
export function isStopping(): boolean {
  return holder.outriderStopping !== undefined;
}

/** How long what runs may take to finish before it is handed over. */
const jobsMs = 15_000;
const requestsMs = 15_000;
/** So long a load balancer that asks whether we are ready has to hear that we are not, while requests that come are still answered. */
const noticeMs = 1_500;
const deadlineMs = 24_000;

/** Starts what this server process needs, and sees to its end. */
export async function startProcess(): Promise<void> {
  stopOnSignals();
  surviveStrayErrors();
  if (env.DATABASE_URL) {
    await waitForDatabase({
      open: getDatabase,
      place: new URL(env.DATABASE_URL).host,
      atMostMs: env.DATABASE_WAIT_SECONDS * 1000,
      say: (text) => void process.stderr.write(`${text}\n`),
      isStopping,
    });
  }
  holder.outriderIsUp = true;
  await startServer();
}

/**
 * On SIGTERM and SIGINT: not ready at once, streams told to connect elsewhere, requests answered, jobs finished or handed over, database
 * closed, exit 0. A person who presses Ctrl-C waits for no balancer.
 */
function stopOnSignals(): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      holder.outriderStopping ??= stop(signal);
    });
  }
}

/** A connection that breaks while nobody waits for it must not end the process: it is logged, and the next use connects anew. */
function surviveStrayErrors(): void {
  process.on("unhandledRejection", (error) => logger.error({ err: error }, "a rejection that nobody handled"));
  process.on("uncaughtException", (error) => logger.error({ err: error }, "an error outside any request"));
}

async function stop(signal: string): Promise<void> {
  logger.info({ signal }, "stopping");
  setTimeout(() => process.exit(0), deadlineMs).unref();
  // Nothing runs yet that could be handed over.
  if (!holder.outriderIsUp) process.exit(0);
  try {
    const { engine, relay } = await startServer();
    endConnections();
    closeFollowers();
    const isNoticed = sleep(signal === "SIGTERM" ? noticeMs : 0);
    await Promise.all([
      isNoticed.then(() => finishOpenRequests(requestsMs)),
      engine?.stop({ timeoutMs: jobsMs }),
      relay?.stop(),
    ]);
    await closeBrowser();
    await closeDatabase();
  } catch (error) {
    logger.error({ err: error }, "stopping was not clean");
  }
  process.exit(0);
}
