import { inngest } from "@/server/jobs/client";
import { asJob } from "@/server/jobs/errors";
import { revisionsRemoved } from "@/server/jobs/events";
import { deleteUnnamedBytes } from "@/server/knowledge/documents";
import { applyRetention, listWatchingWorkspaces } from "@/server/sources";
import { resolveJobContext } from "@/server/workspaces";

const workspacesInStep = 25;

/** Once a day: earlier revisions that the rules of their sources no longer keep. */
export const applyRetentionDaily = inngest.createFunction(
  { id: "apply-retention", triggers: [{ cron: "40 3 * * *" }], retries: 3, concurrency: [{ limit: 1 }] },
  async ({ step, runId: jobId }) => {
    const ids = await step.run("list-workspaces", () => asJob(listWatchingWorkspaces));
    let removed = 0;
    for (let at = 0; at < ids.length; at += workspacesInStep) {
      removed += await step.run(`tidy-${at / workspacesInStep + 1}`, () =>
        asJob(async () => {
          let count = 0;
          for (const workspaceId of ids.slice(at, at + workspacesInStep)) {
            const ctx = await resolveJobContext({ data: { workspaceId, userId: null } }, jobId);
            count += await applyRetention(ctx, new Date());
          }
          return count;
        }),
      );
    }
    return { removed };
  },
);

/** The files of revisions that are gone, unless the same bytes have come again. */
export const removeRetiredFiles = inngest.createFunction(
  { id: "remove-retired-files", triggers: [revisionsRemoved], retries: 8 },
  async ({ event, step, runId: jobId }) =>
    step.run("remove", () =>
      asJob(async () => deleteUnnamedBytes(await resolveJobContext(event, jobId), event.data.keys)),
    ),
);
