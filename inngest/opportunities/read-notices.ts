import { inngest } from "@/server/jobs/client";
import { asJob } from "@/server/jobs/errors";
import { sourceScanned } from "@/server/jobs/events";
import { readSourceNotices as readSome } from "@/server/opportunities";
import { resolveJobContext } from "@/server/workspaces";

/** After a run: what it brought becomes notices, a page of records or a file at a time. */
export const readSourceNotices = inngest.createFunction(
  {
    id: "read-source-notices",
    triggers: [sourceScanned],
    retries: 3,
    concurrency: [
      { key: "event.data.workspaceId", limit: 2 },
      { key: "event.data.sourceId", limit: 1 },
    ],
  },
  async ({ event, step, runId: jobId }) => {
    const { sourceId, runId } = event.data;
    const totals = { added: 0, changed: 0, unchanged: 0, discovered: 0, refused: 0 };
    let after: string | null = null;
    for (let at = 1; ; at++) {
      const cursor: string | null = after;
      const read = await step.run(`read-${at}`, () =>
        asJob(async () => {
          const done = await readSome(await resolveJobContext(event, jobId), { sourceId, runId, after: cursor });
          const { added, changed, unchanged, next } = done;
          return { added, changed, unchanged, next, discovered: done.discovered.length, refused: done.refused.length };
        }),
      );
      for (const key of ["added", "changed", "unchanged", "discovered", "refused"] as const) totals[key] += read[key];
      after = read.next;
      if (after === null) return totals;
    }
  },
);
