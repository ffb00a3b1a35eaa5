import { isNull, sql } from "drizzle-orm";
import { jobDeadLetters, jobQueue, outbox } from "@/drizzle/schema";
import { countFollowers } from "@/server/http/follow-workspace";
import { metrics } from "@/server/platform/metrics";
import { inSystem } from "@/server/platform/workspace-context";

/** All metrics in Prometheus' text format; what lives in the database is counted now. */
export async function readMetrics(): Promise<{ text: string; contentType: string }> {
  const all = metrics();
  const count = sql<number>`count(*)::int`;
  const counted = await inSystem(async (tx) => ({
    waiting: (await tx.select({ count }).from(jobQueue))[0]?.count ?? 0,
    dead: (await tx.select({ count }).from(jobDeadLetters))[0]?.count ?? 0,
    announced: (await tx.select({ count }).from(outbox).where(isNull(outbox.takenAt)))[0]?.count ?? 0,
  }));
  all.followers.set(countFollowers());
  all.jobsWaiting.set(counted.waiting);
  all.deadLetters.set(counted.dead);
  all.outboxWaiting.set(counted.announced);
  return { text: await all.registry.metrics(), contentType: all.registry.contentType };
}
