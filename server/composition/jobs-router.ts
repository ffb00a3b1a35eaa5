import { z } from "zod";
import { usesInngest } from "@/lib/env";
import { isoTimestamp } from "@/lib/iso-timestamp";
import { getRun, listDeadLetters, listRuns } from "@/server/jobs/engine";
import { authorize } from "@/server/platform/authorize";
import { NotFoundError } from "@/server/platform/errors";
import { inSystem, type WorkspaceContext } from "@/server/platform/workspace-context";
import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { findSubjects } from "./find-subjects";
import { replayJob } from "./replay-job";
import { requireEngine } from "./require-engine";
import { auditJob, subjectOf } from "./told-of-job";

const runStatuses = ["queued", "running", "completed", "failed", "cancelled"] as const;
const tags = ["jobs"];
const done = z.object({ ok: z.literal(true) });

const runView = z.object({
  id: z.string(),
  functionId: z.string(),
  status: z.enum(runStatuses),
  createdAt: isoTimestamp,
  startedAt: isoTimestamp.nullable(),
  endedAt: isoTimestamp.nullable(),
  error: z.string().nullable(),
  /** The document, question or source it is about, by name; null where it has none, or one that the actor may not see. */
  subject: z.string().nullable(),
});

const deadLetterView = z.object({
  id: z.string(),
  runId: z.string(),
  functionId: z.string(),
  reason: z.string(),
  createdAt: isoTimestamp,
  replayedAt: isoTimestamp.nullable(),
  /** As for jobs. */
  subject: z.string().nullable(),
});

/** The jobs of a workspace, as the embedded engine keeps them. An Inngest server has its own pages for this. */
export const jobsRouter = router({
  list: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/jobs", tags, summary: "Jobs of the workspace, newest first" } })
    .input(
      z.strictObject({
        status: z.enum(runStatuses).optional(),
        before: z.string().max(60).optional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ jobs: z.array(runView), isExternal: z.boolean() }))
    .query(async ({ ctx, input }) => {
      authorize(ctx.workspace, "jobs:read");
      const { status, before, limit } = input;
      const rows = await inSystem((tx) =>
        listRuns(tx, {
          shareKey: ctx.workspace.workspace.id,
          limit,
          ...(status ? { status } : {}),
          ...(before ? { before } : {}),
        }),
      );
      return {
        isExternal: usesInngest,
        jobs: await nameSubjects(ctx.workspace, rows),
      };
    }),
  deadLetters: workspaceProcedure
    .meta({
      openapi: { method: "GET", path: "/jobs/dead-letters", tags, summary: "Jobs that gave up, with the reason" },
    })
    .input(z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) }))
    .output(z.object({ deadLetters: z.array(deadLetterView) }))
    .query(async ({ ctx, input }) => {
      authorize(ctx.workspace, "jobs:read");
      const rows = await inSystem((tx) =>
        listDeadLetters(tx, { shareKey: ctx.workspace.workspace.id, limit: input.limit }),
      );
      const names = await namesOf(ctx.workspace, rows);
      return { deadLetters: rows.map((row) => ({ ...row, subject: names(row) })) };
    }),
  replay: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/jobs/dead-letters/{id}/replay",
        tags,
        summary: "Run a job that gave up again",
      },
    })
    .input(z.strictObject({ id: z.string().max(60) }))
    .output(z.object({ runId: z.string() }))
    .mutation(({ ctx, input }) => {
      authorize(ctx.workspace, "jobs:manage");
      return replayJob(ctx.workspace, input.id);
    }),
  cancel: workspaceProcedure
    .meta({ openapi: { method: "POST", path: "/jobs/{id}/cancel", tags, summary: "Stop a job" } })
    .input(z.strictObject({ id: z.string().max(60) }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      authorize(ctx.workspace, "jobs:manage");
      const run = await inSystem((tx) => getRun(tx, input.id));
      if (run.shareKey !== ctx.workspace.workspace.id) throw new NotFoundError("job");
      await (await requireEngine()).cancelRun(input.id);
      await auditJob(ctx.workspace, { action: "job.cancel", subjectId: input.id, job: run });
      return { ok: true };
    }),
});

type ListedRun = Awaited<ReturnType<typeof listRuns>>[number];

async function nameSubjects(ctx: WorkspaceContext, rows: ListedRun[]): Promise<z.input<typeof runView>[]> {
  const names = await namesOf(ctx, rows);
  return rows.map((row) => ({
    id: row.id,
    functionId: row.functionId,
    status: row.status,
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    error: messageOf(row.error),
    subject: names(row),
  }));
}

async function namesOf<Row extends Pick<ListedRun, "about">>(ctx: WorkspaceContext, rows: Row[]) {
  const ids = rows.flatMap((row) => subjectOf(row)?.id ?? []);
  const names = await findSubjects(ctx, [...new Set(ids)]);
  return (row: Row) => names.get(subjectOf(row)?.id ?? "") ?? null;
}

/** The engine keeps errors as the SDK gives them; people see the message alone. */
function messageOf(error: unknown): string | null {
  if (error === null || error === undefined) return null;
  const message = (error as { message?: unknown }).message;
  return typeof message === "string" ? message : "The job failed.";
}
