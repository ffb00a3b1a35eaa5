import { inngest } from "@/server/jobs/client";
import { asJob } from "@/server/jobs/errors";
import { changeDetected } from "@/server/jobs/events";
import { summariseChange } from "@/server/sources";
import { resolveJobContext } from "@/server/workspaces";

/** A change was told by our own rules; where the workspace has a model, it says it in a sentence that the places bear out. */
export const summariseDetectedChange = inngest.createFunction(
  {
    id: "summarise-change",
    triggers: [changeDetected],
    retries: 2,
    concurrency: [{ key: "event.data.workspaceId", limit: 2 }],
  },
  async ({ event, step, runId: jobId }) =>
    step.run("summarise", () =>
      asJob(async () => summariseChange(await resolveJobContext(event, jobId), event.data.changeId)),
    ),
);
