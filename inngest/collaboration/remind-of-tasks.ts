import { remindOfTasks as remind } from "@/server/collaboration";
import { inngest } from "@/server/jobs/client";
import { forEveryWorkspace } from "../every-workspace";

/** Four times an hour, because mornings come at every quarter of an hour somewhere. */
export const remindOfTasks = inngest.createFunction(
  { id: "remind-of-tasks", triggers: [{ cron: "2,17,32,47 * * * *" }], retries: 2, concurrency: [{ limit: 1 }] },
  ({ step, runId }) => step.run("remind", () => forEveryWorkspace(runId, (ctx) => remind(ctx, new Date()))),
);
