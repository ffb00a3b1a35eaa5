import { getDatabase } from "@/drizzle/client";
import { functions } from "@/inngest";
import { inngest, setJobsRuntime } from "@/server/jobs/client";
import { type RunningEngine, startEmbeddedEngine } from "@/server/jobs/engine";
import { logger } from "@/server/platform/logging";
import { shareKeyOf } from "../share-key-of";

/** The embedded engine with all functions of the product on the test's own database. Whoever starts it stops it. */
export async function startEngine(): Promise<RunningEngine> {
  return startEmbeddedEngine({
    client: inngest,
    functions,
    database: await getDatabase(),
    connect: setJobsRuntime,
    logger,
    shareKeyOf,
  });
}
