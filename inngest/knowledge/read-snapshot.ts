import { inngest } from "@/server/jobs/client";
import { asJob } from "@/server/jobs/errors";
import { snapshotCancelled, snapshotStored } from "@/server/jobs/events";
import { indexSnapshot, readSnapshot, recordUnreadable } from "@/server/knowledge/ingest";
import { resolveJobContext } from "@/server/workspaces";

/** From stored bytes to a document that can be searched and cited. */
export const readStoredSnapshot = inngest.createFunction(
  {
    id: "read-snapshot",
    triggers: [snapshotStored],
    retries: 2,
    concurrency: [{ key: "event.data.workspaceId", limit: 2 }],
    cancelOn: [{ event: snapshotCancelled, match: "data.snapshotId" }],
    onFailure: async ({ event, step }) => {
      const asked = snapshotStored.schema.parse(event.data.event.data);
      await step.run("record-failure", async () => {
        // As the workspace itself: the job may have failed because its person is no member any more.
        const ctx = await resolveJobContext({ data: { ...asked, userId: null } }, "read-snapshot-failure");
        await recordUnreadable(
          ctx,
          { id: asked.snapshotId, documentId: asked.documentId },
          "failed",
          "Reading this file failed several times. Try again; if it fails again, tell the operator of this installation.",
        );
      });
    },
  },
  async ({ event, step, runId }) => {
    const read = await step.run("read", () =>
      asJob(async () => readSnapshot(await resolveJobContext(event, runId), event.data.snapshotId)),
    );
    if (read.outcome !== "read") return read;
    const indexed = await step.run("index", () =>
      asJob(async () =>
        indexSnapshot(await resolveJobContext(event, runId), {
          snapshotId: event.data.snapshotId,
          renditionId: read.renditionId,
        }),
      ),
    );
    return { outcome: "indexed", chunks: indexed.chunks, stale: indexed.marked.stale.length };
  },
);
