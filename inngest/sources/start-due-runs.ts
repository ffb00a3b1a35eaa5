import { inngest } from "@/server/jobs/client";
import { asJob } from "@/server/jobs/errors";
import { listDueSources, startDueRun } from "@/server/sources";
import { resolveJobContext } from "@/server/workspaces";

const mostPerMinute = 500;

/** Every minute: the sources whose time has come. Which runs go first is the engine's decision, fairly between workspaces. */
export const startDueRuns = inngest.createFunction(
  { id: "start-due-runs", triggers: [{ cron: "* * * * *" }], retries: 1, concurrency: [{ limit: 1 }] },
  async ({ step, runId: jobId }) => {
    return step.run("start", () =>
      asJob(async () => {
        const now = new Date();
        const due = await listDueSources(now, mostPerMinute);
        let started = 0;
        for (const { workspaceId, sourceId } of due) {
          const ctx = await resolveJobContext({ data: { workspaceId, userId: null } }, jobId);
          if (await startDueRun(ctx, sourceId, now)) started += 1;
        }
        return { due: due.length, started };
      }),
    );
  },
);
