import { z } from "zod";
import { reopenQuery } from "@/server/ask";
import { listDeadLetters } from "@/server/jobs/engine";
import { reopenReading } from "@/server/knowledge/documents";
import { reopenTenderReading } from "@/server/opportunities";
import { NotFoundError } from "@/server/platform/errors";
import { inSystem, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requestScan } from "@/server/sources";
import { requireEngine } from "./require-engine";
import { auditJob } from "./told-of-job";

/**
 * What a job put down as failed when it gave up, it finds failed and leaves alone when it runs again; here that is taken back first. Each
 * may be done twice.
 */
const reopen: Record<string, (ctx: WorkspaceContext, about: Record<string, unknown>) => Promise<void>> = {
  "outrider-read-snapshot": (ctx, about) => reopenReading(ctx, z.uuid().parse(about.snapshotId)),
  "outrider-read-tender": (ctx, about) => reopenTenderReading(ctx, z.uuid().parse(about.opportunityId)),
  "outrider-answer-query": (ctx, about) => reopenQuery(ctx, z.uuid().parse(about.queryId)),
  // A run that is over is not taken up again: pages have moved on, and another reads them as they are now.
  "outrider-scan-source": async (ctx, about) => {
    await requestScan(ctx, z.uuid().parse(about.sourceId));
  },
};

/**
 * Runs a job of the workspace that gave up again, as the one for whom it worked. Throws NotFoundError, before any engine is asked for,
 * ConflictError, and UnavailableError when an Inngest server runs the jobs.
 */
export async function replayJob(
  ctx: WorkspaceContext,
  id: string,
  findEngine = requireEngine,
): Promise<{ runId: string }> {
  const [letter] = await inSystem((tx) => listDeadLetters(tx, { id, shareKey: ctx.workspace.id }));
  if (!letter) throw new NotFoundError("job");
  const engine = await findEngine();
  if (letter.replayedAt === null && letter.about) {
    const userId = typeof letter.about.userId === "string" ? letter.about.userId : null;
    const asked: WorkspaceContext = { ...ctx, actor: { kind: "job", userId, jobId: letter.runId }, role: "admin" };
    await reopen[letter.functionId]?.(asked, letter.about);
  }
  const runId = await engine.replayDeadLetter(id);
  await auditJob(ctx, { action: "job.replay", subjectId: id, job: letter });
  return { runId };
}
