import { eq, sql } from "drizzle-orm";
import { crawlHosts } from "@/drizzle/schema";
import { inSystem } from "@/server/platform/workspace-context";
import { type HostStore, withMargin } from "./host-gate";
import { gapMs, paceAfter, readPace } from "./host-pace";

/**
 * For every process that works on this database and every workspace in it: a host is asked at one pace, whoever watches it.
 * Times are the database's, so that the clocks of the nodes do not matter.
 */
export function databaseHostStore(): HostStore {
  return {
    claim: (host, settings) =>
      inSystem(async (tx) => {
        const clock = sql<number>`extract(epoch from clock_timestamp()) * 1000`.mapWith(Number);
        await tx.insert(crawlHosts).values({ host }).onConflictDoNothing();
        // Whoever else is at this host waits here until we have taken our turn.
        const [row] = await tx
          .select({
            state: crawlHosts.state,
            waitMs: sql<number>`extract(epoch from ${crawlHosts.nextAt}) * 1000 - ${clock}`.mapWith(Number),
            now: clock,
          })
          .from(crawlHosts)
          .where(eq(crawlHosts.host, host))
          .for("update");
        if (!row) return 0;
        const pace = readPace(row.state);
        const waitMs = Math.max(row.waitMs, pace.notBefore - row.now);
        if (waitMs > 0) return waitMs;
        const gap = withMargin(gapMs(pace, settings));
        await tx
          .update(crawlHosts)
          .set({ nextAt: sql`clock_timestamp() + ${gap / 1000}::float8 * interval '1 second'` })
          .where(eq(crawlHosts.host, host));
        return 0;
      }),
    learn: (host, visit, settings) =>
      inSystem(async (tx) => {
        const [row] = await tx
          .select({
            state: crawlHosts.state,
            now: sql<number>`extract(epoch from clock_timestamp()) * 1000`.mapWith(Number),
          })
          .from(crawlHosts)
          .where(eq(crawlHosts.host, host))
          .for("update");
        if (!row) return;
        const pace = paceAfter(row.state, visit, settings, row.now);
        await tx.update(crawlHosts).set({ state: pace }).where(eq(crawlHosts.host, host));
      }),
  };
}
