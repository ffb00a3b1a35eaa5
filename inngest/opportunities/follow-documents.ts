import { inngest } from "@/server/jobs/client";
import { asJob } from "@/server/jobs/errors";
import { documentDeleted, snapshotIndexed } from "@/server/jobs/events";
import { followDocument, forgetDeletedDocument, recordMailNotice } from "@/server/opportunities";
import { resolveJobContext } from "@/server/workspaces";

/** A version of a document has been read: the opportunities that it belongs to are read again; a mail may announce one. */
export const followReadDocument = inngest.createFunction(
  { id: "follow-document", triggers: [snapshotIndexed], retries: 4 },
  async ({ event, step, runId }) =>
    step.run("follow", () =>
      asJob(async () => {
        const ctx = await resolveJobContext({ data: { ...event.data, userId: null } }, runId);
        const followed = await followDocument(ctx, event.data.documentId);
        return { followed, isNotice: followed === 0 && (await recordMailNotice(ctx, event.data.documentId)) };
      }),
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
