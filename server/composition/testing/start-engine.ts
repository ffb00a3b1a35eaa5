import { afterAll, beforeAll } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { functions } from "@/inngest";
import { scanSource } from "@/inngest/sources/scan-source";
import { startDueRuns } from "@/inngest/sources/start-due-runs";
import { summariseDetectedChange } from "@/inngest/sources/summarise-change";
import { inngest, setJobsRuntime } from "@/server/jobs/client";
import { type RunningEngine, startEmbeddedEngine } from "@/server/jobs/engine";
import { logger } from "@/server/platform/logging";
import { shareKeyOf } from "../share-key-of";

/**
 * What reads sources, for tests that ask for nothing else. To parse, index, shred and weigh what was read is most of the work that an
 * engine with all functions does behind a scan, and whole files of tests never look at it.
 */
export const scanning = [scanSource, startDueRuns, summariseDetectedChange];

/** The embedded engine on the test's own database, with all functions of the product or those named. Whoever starts it stops it. */
export async function startEngine(served: typeof functions = functions): Promise<RunningEngine> {
  return startEmbeddedEngine({
    client: inngest,
    functions: served,
    database: await getDatabase(),
    connect: setJobsRuntime,
    logger,
    shareKeyOf,
  });
}

/** The engine with what reads sources, for all tests of a file. */
export function useScanning(): void {
  let engine: RunningEngine;
  beforeAll(async () => {
    engine = await startEngine(scanning);
  }, 240_000);
  afterAll(() => engine.stop());
}
