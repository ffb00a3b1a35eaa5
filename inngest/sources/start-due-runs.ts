import { inngest } from "@/server/jobs/client";
import { asJob } from "@/server/jobs/errors";
import { startDueRuns as startAll } from "@/server/sources";
import { resolveJobContext } from "@/server/workspaces";

const mostPerMinute = 500;

/** Every minute: the sources whose time has come. Which runs go first is the engine's decision, fairly between workspaces. */
export const startDueRuns = inngest.createFunction(
  { id: "start-due-runs", triggers: [{ cron: "* * * * *" }], retries: 1, concurrency: [{ limit: 1 }] },
  async ({ step, runId: jobId }) => {
    const contextOf = (workspaceId: string) => resolveJobContext({ data: { workspaceId, userId: null } }, jobId);
    return step.run("start", () => asJob(() => startAll(contextOf, new Date(), mostPerMinute)));
  },
);
