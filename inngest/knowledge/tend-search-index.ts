import { inngest } from "@/server/jobs/client";
import { asJob } from "@/server/jobs/errors";
import { embeddingsFitRequested, snapshotIndexed } from "@/server/jobs/events";
import {
  type CompactionCursor,
  compactPostings,
  foldEmbeddings,
  needsCompaction,
  prepareEmbeddings,
  switchEmbeddings,
} from "@/server/knowledge/retrieval";
import { resolveJobContext } from "@/server/workspaces";

/** After documents came or went: vectors are learned anew when the workspace has outgrown them, and dead postings are removed. */
export const tendSearchIndex = inngest.createFunction(
  {
    id: "tend-search-index",
    triggers: [snapshotIndexed, embeddingsFitRequested],
    retries: 2,
    // One at a time in each workspace: a second fit of the same text would be work for nothing.
    concurrency: [{ key: "event.data.workspaceId", limit: 1 }],
  },
  async ({ event, step, runId }) => {
    const workspaceOnly = { data: { workspaceId: event.data.workspaceId, userId: null } };
    const run = <T>(name: string, work: (ctx: Awaited<ReturnType<typeof resolveJobContext>>) => Promise<T>) =>
      step.run(name, () => asJob(async () => work(await resolveJobContext(workspaceOnly, runId))));

    const modelId = await run("prepare-vectors", prepareEmbeddings);
    if (modelId) {
      for (let batch = 1; ; batch++) {
        const { isDone } = await run(`fold-vectors-${batch}`, (ctx) => foldEmbeddings(ctx, modelId));
        if (isDone) break;
      }
      await run("switch-vectors", async (ctx) => {
        await switchEmbeddings(ctx, modelId);
        return true;
      });
    }
    if (!(await run("check-postings", needsCompaction))) return { fitted: modelId !== null, compacted: false };
    let cursor: CompactionCursor | null = null;
    for (let batch = 1; ; batch++) {
      const from: CompactionCursor | null = cursor;
      cursor = await run(`compact-postings-${batch}`, (ctx) => compactPostings(ctx, from));
      if (cursor === null) break;
    }
    return { fitted: modelId !== null, compacted: true };
  },
);
