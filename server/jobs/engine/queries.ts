import { and, asc, desc, eq, getTableColumns, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { jobDeadLetters } from "@/drizzle/schema/job-dead-letters";
import { jobEvents } from "@/drizzle/schema/job-events";
import { jobQueue } from "@/drizzle/schema/job-queue";
import { jobRuns } from "@/drizzle/schema/job-runs";
import { jobSteps } from "@/drizzle/schema/job-steps";
import { NotFoundError } from "@/server/platform/errors";

export type RunStatus = "queued" | "running" | "completed" | "failed" | "cancelled";

export interface RunFilter {
  status?: RunStatus;
  functionId?: string;
  /** For one workspace's runs: what `shareKeyOf` gave for its events. */
  shareKey?: string;
  /** The id of the last row of the page before. */
  before?: string;
  /** At most 200, default 50. */
  limit?: number;
}

const runColumns = {
  id: jobRuns.id,
  functionId: jobRuns.functionId,
  status: sql<RunStatus>`${jobRuns.status}`,
  shareKey: jobRuns.shareKey,
  eventId: jobRuns.eventId,
  /** What the event that started it is about: ids by name. */
  about: sql<Record<string, unknown> | null>`${jobRuns.events} -> 0 -> 'data'`,
  error: jobRuns.error,
  createdAt: jobRuns.createdAt,
  startedAt: jobRuns.startedAt,
  endedAt: jobRuns.endedAt,
};

/** Runs, newest first, without their input and output. All queries here need the system role (`inSystem`). */
export function listRuns(tx: Tx, filter: RunFilter = {}) {
  const conditions: SQL[] = [];
  if (filter.status) conditions.push(eq(jobRuns.status, filter.status));
  if (filter.functionId) conditions.push(eq(jobRuns.functionId, filter.functionId));
  if (filter.shareKey !== undefined) conditions.push(eq(jobRuns.shareKey, filter.shareKey));
  if (filter.before) conditions.push(lt(jobRuns.id, filter.before));
  return tx
    .select(runColumns)
    .from(jobRuns)
    .where(and(...conditions))
    .orderBy(desc(jobRuns.id))
    .limit(pageSize(filter.limit));
}

/** One run with its event, output, steps (in the order in which they were found) and what it waits for. Throws NotFoundError. */
export async function getRun(tx: Tx, runId: string) {
  const [run] = await tx
    .select({ ...runColumns, events: jobRuns.events, output: jobRuns.output, correlationId: jobRuns.correlationId })
    .from(jobRuns)
    .where(eq(jobRuns.id, runId));
  if (!run) throw new NotFoundError("job");
  const steps = await tx
    .select()
    .from(jobSteps)
    .where(eq(jobSteps.runId, runId))
    .orderBy(asc(jobSteps.createdAt), asc(jobSteps.seq));
  const waiting = await tx
    .select({ kind: jobQueue.kind, stepId: jobQueue.stepId, dueAt: jobQueue.dueAt, attempt: jobQueue.attempt })
    .from(jobQueue)
    .where(eq(jobQueue.runId, runId))
    .orderBy(asc(jobQueue.dueAt));
  return { ...run, steps, waiting };
}

export interface DeadLetterFilter {
  id?: string;
  /** Only those that nobody has replayed. */
  isOpen?: boolean;
  shareKey?: string;
  before?: string;
  limit?: number;
}

/** Runs that failed for good, newest first, with the reason and what they are about. */
export function listDeadLetters(tx: Tx, filter: DeadLetterFilter = {}) {
  const conditions: SQL[] = [];
  if (filter.id !== undefined) conditions.push(eq(jobDeadLetters.id, filter.id));
  if (filter.isOpen) conditions.push(isNull(jobDeadLetters.replayedAt));
  if (filter.shareKey !== undefined) conditions.push(eq(jobDeadLetters.shareKey, filter.shareKey));
  if (filter.before) conditions.push(lt(jobDeadLetters.id, filter.before));
  return tx
    .select({ ...getTableColumns(jobDeadLetters), about: runColumns.about })
    .from(jobDeadLetters)
    .innerJoin(jobRuns, eq(jobRuns.id, jobDeadLetters.runId))
    .where(and(...conditions))
    .orderBy(desc(jobDeadLetters.id))
    .limit(pageSize(filter.limit));
}

export interface JobCounts {
  runs: Record<RunStatus, number>;
  /** Calls that are due and wait for a place. */
  dueCalls: number;
  runningCalls: number;
  openDeadLetters: number;
  events: number;
  /** How long the longest-waiting due call has waited (s). */
  oldestDueSeconds: number;
}

/** What an operator wants to know at a glance; also for metrics. */
export async function countJobs(tx: Tx): Promise<JobCounts> {
  const runs: Record<RunStatus, number> = { queued: 0, running: 0, completed: 0, failed: 0, cancelled: 0 };
  const byStatus = await tx
    .select({ status: runColumns.status, n: sql<number>`count(*)::int` })
    .from(jobRuns)
    .groupBy(jobRuns.status);
  for (const { status, n } of byStatus) runs[status] = n;
  const isDue = sql`kind = 'call' and leased_until is null and due_at <= now()`;
  const [queue] = await tx
    .select({
      dueCalls: sql<number>`count(*) filter (where ${isDue})::int`,
      runningCalls: sql<number>`count(*) filter (where leased_until > now())::int`,
      oldestDueSeconds: sql<number>`coalesce(extract(epoch from now() - min(due_at) filter (where ${isDue})), 0)::float8`,
    })
    .from(jobQueue);
  const openDeadLetters = await tx.$count(jobDeadLetters, isNull(jobDeadLetters.replayedAt));
  const events = await tx.$count(jobEvents);
  return { runs, dueCalls: 0, runningCalls: 0, oldestDueSeconds: 0, ...queue, openDeadLetters, events };
}

function pageSize(limit = 50): number {
  return Math.max(1, Math.min(200, limit));
}
