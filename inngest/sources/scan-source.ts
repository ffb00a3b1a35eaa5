import { inngest } from "@/server/jobs/client";
import { asJob } from "@/server/jobs/errors";
import { sourceScanCancelled, sourceScanRequested } from "@/server/jobs/events";
import { beginRun, crawlTools, failRun, finishRun, readNextPages, seedFromSitemaps } from "@/server/sources";
import { resolveJobContext } from "@/server/workspaces";

/** How long one step reads before its progress is on record; a cancelled or killed run goes on from its frontier. */
const stepMs = 20_000;

const seedMs = 60_000;

/** One scan of a source over its persisted frontier: as many steps as it takes, each safe to run again. */
export const scanSource = inngest.createFunction(
  {
    id: "scan-source",
    triggers: [sourceScanRequested],
    retries: 3,
    // Ten sources of a workspace at once, and never one source twice.
    concurrency: [
      { key: "event.data.workspaceId", limit: 10 },
      { key: "event.data.sourceId", limit: 1 },
    ],
    priority: { run: "event.data.urgency" },
    cancelOn: [{ event: sourceScanCancelled, match: "data.runId" }],
    onFailure: async ({ event, step }) => {
      const asked = sourceScanRequested.schema.parse(event.data.event.data);
      await step.run("record-failure", async () =>
        failRun(
          await resolveJobContext({ data: { workspaceId: asked.workspaceId, userId: null } }, "scan-source-failure"),
          asked,
        ),
      );
    },
  },
  async ({ event, step, runId: jobId }) => {
    const at = { sourceId: event.data.sourceId, runId: event.data.runId };
    const resolve = () => resolveJobContext(event, jobId);
    const isLive = await step.run("begin", () => asJob(async () => beginRun(await resolve(), at)));
    if (!isLive) return { status: "cancelled" as const };
    await step.run("read-sitemaps", () =>
      asJob(async () => seedFromSitemaps(await resolve(), at, AbortSignal.timeout(seedMs))),
    );
    for (let batch = 1; ; batch++) {
      const progress = await step.run(`read-pages-${batch}`, () =>
        asJob(async () => readNextPages(await resolve(), at, crawlTools(), stepMs)),
      );
      if (progress.hasEnded || progress.waiting === 0) break;
      if (progress.resumeAt) await step.sleepUntil(`wait-${batch}`, progress.resumeAt);
    }
    const finished = await step.run("finish", () => asJob(async () => finishRun(await resolve(), at)));
    return { status: finished.status, pages: finished.counts.pages, changes: finished.counts.changes };
  },
);
