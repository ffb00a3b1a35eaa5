import { setTimeout as sleep } from "node:timers/promises";
import { isOfConnection } from "@/drizzle/connection-errors";

export interface WaitForDatabase {
  open: () => Promise<unknown>;
  /** `host:port`, for people; never the login. */
  place: string;
  atMostMs: number;
  say: (text: string) => void;
  /** Asked to end meanwhile. */
  isStopping: () => boolean;
}

const pauseMs = 1_000;

/**
 * Opens the database, and again while its server cannot be reached: containers start in any order. What waiting cannot mend (a login
 * that is refused, a schema that does not fit) throws at once, and the last failure when the time is over.
 */
export async function waitForDatabase({ open, place, atMostMs, say, isStopping }: WaitForDatabase): Promise<void> {
  const until = Date.now() + atMostMs;
  for (let tries = 1; ; tries++) {
    try {
      await open();
      return;
    } catch (error) {
      if (!isOfConnection(error) || isStopping()) throw error;
      if (Date.now() >= until) {
        const waited = atMostMs > 0 ? ` within ${atMostMs / 1000} seconds` : "";
        throw new Error(`the database at ${place} could not be reached${waited}: ${(error as Error).message}`, {
          cause: error,
        });
      }
      if (tries === 1) say(`Outrider waits for its database at ${place}, ${atMostMs / 1000} seconds at most.`);
      await sleep(Math.min(pauseMs, Math.max(0, until - Date.now())));
    }
  }
}
