import { getDatabase } from "@/drizzle/client";
import { logger } from "@/server/platform/logging";
import { isStopping } from "./lifecycle";

export interface Readiness {
  isReady: boolean;
  database: "ok" | "unreachable";
  isStopping: boolean;
}

const deadlineMs = 2000;

/** Asks the database within two seconds; never throws. */
export async function checkReadiness(): Promise<Readiness> {
  const stopping = isStopping();
  try {
    await Promise.race([
      getDatabase().then(({ sql }) => sql`select 1`),
      new Promise((_, reject) =>
        setTimeout(() => reject(new Error("the database did not answer in time")), deadlineMs).unref(),
      ),
    ]);
    return { isReady: !stopping, database: "ok", isStopping: stopping };
  } catch (error) {
    logger.warn({ err: error }, "not ready: the database cannot be reached");
    return { isReady: false, database: "unreachable", isStopping: stopping };
  }
}
