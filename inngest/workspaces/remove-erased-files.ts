import { inngest } from "@/server/jobs/client";
import { asJob } from "@/server/jobs/errors";
import { workspaceErased } from "@/server/jobs/events";
import { fileStorage } from "@/server/platform/ports";

/** The files of a workspace that is gone; removing one twice is no error. */
export const removeErasedFiles = inngest.createFunction(
  { id: "remove-erased-files", triggers: [workspaceErased], retries: 8 },
  async ({ event, step }) => {
    await step.run("remove", () =>
      asJob(async () => {
        for (const key of event.data.keys) await fileStorage().delete(key);
      }),
    );
  },
);
