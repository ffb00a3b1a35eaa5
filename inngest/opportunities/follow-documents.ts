import { inngest } from "@/server/jobs/client";
import { asJob } from "@/server/jobs/errors";
import { documentDeleted, snapshotIndexed } from "@/server/jobs/events";
import { followDocument, forgetDeletedDocument } from "@/server/opportunities";
import { resolveJobContext } from "@/server/workspaces";

/** A version of a document has been read: the opportunities that it belongs to are read again. */
export const followReadDocument = inngest.createFunction(
  { id: "follow-document", triggers: [snapshotIndexed], retries: 4 },
  async ({ event, step, runId }) =>
    step.run("follow", () =>
      asJob(async () =>
        followDocument(
          await resolveJobContext({ data: { ...event.data, userId: null } }, runId),
          event.data.documentId,
        ),
      ),
    ),
);

/** A document was removed: its words leave the opportunities that it belonged to. */
export const forgetRemovedDocument = inngest.createFunction(
  { id: "forget-document", triggers: [documentDeleted], retries: 4 },
  async ({ event, step, runId }) => {
    await step.run("forget", () =>
      asJob(async () =>
        forgetDeletedDocument(
          await resolveJobContext({ data: { ...event.data, userId: null } }, runId),
          event.data.documentId,
        ),
      ),
    );
  },
);
