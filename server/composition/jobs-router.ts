import { z } from "zod";
import { usesInngest } from "@/lib/env";
import { isoTimestamp } from "@/lib/iso-timestamp";
import { getRun, listDeadLetters, listRuns } from "@/server/jobs/engine";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { NotFoundError, UnavailableError } from "@/server/platform/errors";
import { inSystem, inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { findSubjects } from "./find-subjects";
import { startServer } from "./start";

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
      return {
        deadLetters: rows.map((row) => ({
          id: row.id,
          runId: row.runId,
          functionId: row.functionId,
          reason: row.reason,
          createdAt: row.createdAt,
          replayedAt: row.replayedAt,
        })),
      };
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
    .mutation(async ({ ctx, input }) => {
      authorize(ctx.workspace, "jobs:manage");
      const letters = await inSystem((tx) => listDeadLetters(tx, { shareKey: ctx.workspace.workspace.id, limit: 200 }));
      if (!letters.some((letter) => letter.id === input.id)) throw new NotFoundError("job");
      const runId = await (await requireEngine()).replayDeadLetter(input.id);
      await audit(ctx.workspace, "job.replay", input.id);
      return { runId };
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
      await audit(ctx.workspace, "job.cancel", input.id);
      return { ok: true };
    }),
});

async function requireEngine() {
  const { engine } = await startServer();
  if (!engine) throw new UnavailableError("Jobs of this installation are run by an Inngest server. Use its own pages.");
  return engine;
}

async function audit(ctx: WorkspaceContext, action: string, subjectId: string): Promise<void> {
  await inWorkspace(ctx, (tx) => recordAudit(tx, ctx, { action, subjectId }));
}

type ListedRun = Awaited<ReturnType<typeof listRuns>>[number];

async function nameSubjects(ctx: WorkspaceContext, rows: ListedRun[]): Promise<z.input<typeof runView>[]> {
  const idOf = (row: ListedRun) => ["documentId", "queryId", "sourceId"].map((key) => row.about?.[key]).find(isId);
  const names = await findSubjects(ctx, [...new Set(rows.map(idOf).filter(isId))]);
  return rows.map((row) => ({
    id: row.id,
    functionId: row.functionId,
    status: row.status,
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    error: messageOf(row.error),
    subject: names.get(idOf(row) ?? "") ?? null,
  }));
}

function isId(value: unknown): value is string {
  return typeof value === "string" && z.uuid().safeParse(value).success;
}

/** The engine keeps errors as the SDK gives them; people see the message alone. */
function messageOf(error: unknown): string | null {
  if (error === null || error === undefined) return null;
  const message = (error as { message?: unknown }).message;
  return typeof message === "string" ? message : "The job failed.";
}
