import { inngest } from "@/server/jobs/client";
import { asJob } from "@/server/jobs/errors";
import {
  libraryGrown,
  opportunityChanged,
  opportunityDiscovered,
  opportunityRead,
  opportunitySettled,
  profileChanged,
  requirementsChanged,
  snapshotIndexed,
} from "@/server/jobs/events";
import { computeFit, isLastReadOfOwn, listUndecided, refreshPlainFactors } from "@/server/opportunities";
import { NotFoundError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { resolveJobContext } from "@/server/workspaces";
import { forEveryWorkspace } from "../every-workspace";

/** Weighing looks up every demand in the library; the rest is arithmetic. So many get both after a change of the profile. */
const mostLookedUp = 500;
const perStep = 25;
/** Files of one upload are read within less than this of each other, unless they are scans. */
const quiet = "10s";
/** Further away, another day changes nothing. */
const horizonMs = 60 * 86_400_000;

const asWorkspace = (workspaceId: string, jobId: string) =>
  resolveJobContext({ data: { workspaceId, userId: null } }, jobId);

/** Opportunities go while jobs wait. */
async function unlessGone(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
  }
}

/** What is known of one opportunity has changed: how well it fits is weighed again. */
export const weighOpportunity = inngest.createFunction(
  {
    id: "weigh-opportunity",
    triggers: [opportunityDiscovered, opportunityChanged, opportunityRead, requirementsChanged],
    retries: 3,
    concurrency: [{ key: "event.data.workspaceId", limit: 1 }],
  },
  async ({ event, step, runId }) => {
    const { workspaceId, opportunityId } = event.data;
    await step.run("weigh", () =>
      asJob(async () => unlessGone(async () => computeFit(await asWorkspace(workspaceId, runId), opportunityId))),
    );
  },
);

/** The profile, the library or an outcome has changed: all open opportunities are looked at again, or those like the one that ended. */
export const weighOpportunities = inngest.createFunction(
  {
    id: "weigh-opportunities",
    triggers: [profileChanged, libraryGrown, opportunitySettled],
    retries: 3,
    concurrency: [{ key: "event.data.workspaceId", limit: 1 }],
  },
  async ({ event, step, runId }) => {
    const { workspaceId } = event.data;
    const likeId = "opportunityId" in event.data ? event.data.opportunityId : null;
    const ids = await step.run("list", () =>
      asJob(async () => listUndecided(await asWorkspace(workspaceId, runId), likeId ? { likeId } : {})),
    );
    for (let at = 0; at < ids.length; at += perStep) {
      await step.run(`weigh-${at / perStep + 1}`, () =>
        asJob(async () => {
          const ctx = await asWorkspace(workspaceId, runId);
          for (const [index, id] of ids.slice(at, at + perStep).entries()) {
            const isLookedUp = likeId === null && at + index < mostLookedUp;
            await unlessGone(() => (isLookedUp ? computeFit(ctx, id) : refreshPlainFactors(ctx, id)));
          }
        }),
      );
    }
    return { weighed: ids.length };
  },
);

/** One of the workspace's own documents has been read. Many come together: whichever is the last for a while has the opportunities weighed. */
export const noticeGrownLibrary = inngest.createFunction(
  { id: "notice-grown-library", triggers: [snapshotIndexed], retries: 3 },
  async ({ event, step, runId }) => {
    const { workspaceId, documentId } = event.data;
    const isLast = async (name: string) =>
      step.run(name, () => asJob(async () => isLastReadOfOwn(await asWorkspace(workspaceId, runId), documentId)));
    if (!(await isLast("look"))) return { isLast: false };
    await step.sleep("wait-for-others", quiet);
    if (!(await isLast("look-again"))) return { isLast: false };
    await step.sendEvent("grown", libraryGrown.create({ workspaceId, userId: null }));
    return { isLast: true };
  },
);

/** Every night the time that is left is less. */
export const weighTimeLeft = inngest.createFunction(
  { id: "weigh-time-left", triggers: [{ cron: "25 0 * * *" }], retries: 2, concurrency: [{ limit: 1 }] },
  ({ step, runId }) =>
    step.run("weigh", () =>
      forEveryWorkspace(runId, async (ctx: WorkspaceContext) => {
        const dueBefore = new Date(Date.now() + horizonMs);
        for (const id of await listUndecided(ctx, { dueBefore })) {
          await unlessGone(() => refreshPlainFactors(ctx, id));
        }
      }),
    ),
);
