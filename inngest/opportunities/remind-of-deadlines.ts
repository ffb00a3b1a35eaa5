import { inngest } from "@/server/jobs/client";
import { remindOfDeadlines as remind } from "@/server/opportunities";
import { forEveryWorkspace } from "../every-workspace";

/** Four times an hour, because mornings come at every quarter of an hour somewhere. */
export const remindOfDeadlines = inngest.createFunction(
  { id: "remind-of-deadlines", triggers: [{ cron: "1,16,31,46 * * * *" }], retries: 2, concurrency: [{ limit: 1 }] },
  ({ step, runId }) => step.run("remind", () => forEveryWorkspace(runId, (ctx) => remind(ctx, new Date()))),
);
