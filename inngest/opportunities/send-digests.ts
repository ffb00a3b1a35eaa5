import { inngest } from "@/server/jobs/client";
import { listDigestReaders, sendDigest } from "@/server/opportunities";
import { AppError } from "@/server/platform/errors";
import { logger } from "@/server/platform/logging";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { resolveJobContext } from "@/server/workspaces";
import { forEveryWorkspace } from "../every-workspace";

/** Each person is written to as that person, who may have left or lost sight of something since. */
async function sendAll(ctx: WorkspaceContext, jobId: string): Promise<void> {
  const now = new Date();
  for (const userId of await listDigestReaders(ctx, now)) {
    try {
      const person = await resolveJobContext({ data: { workspaceId: ctx.workspace.id, userId } }, jobId);
      await sendDigest(person, now);
    } catch (error) {
      // One reader must not silence the others.
      if (!(error instanceof AppError)) logger.error({ userId, jobId, err: error }, "a daily mail failed");
    }
  }
}

/** Four times an hour, because mornings come at every quarter of an hour somewhere; behind the reminders, of which it tells. */
export const sendDigests = inngest.createFunction(
  { id: "send-digests", triggers: [{ cron: "6,21,36,51 * * * *" }], retries: 2, concurrency: [{ limit: 1 }] },
  ({ step, runId }) => step.run("send", () => forEveryWorkspace(runId, (ctx) => sendAll(ctx, runId))),
);
