import { inngest } from "@/server/jobs/client";
import { asJob } from "@/server/jobs/errors";
import { opportunityDiscovered } from "@/server/jobs/events";
import { alertSavedSearch, listAlertingSearches } from "@/server/opportunities";
import { AppError } from "@/server/platform/errors";
import { logger } from "@/server/platform/logging";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { resolveJobContext } from "@/server/workspaces";
import { forEveryWorkspace } from "../every-workspace";

/** An opportunity was found: whose saved searches find it? Each is looked at as its person, who may have left or lost sight of it. */
async function alertAll(ctx: WorkspaceContext, jobId: string): Promise<{ told: number }> {
  let told = 0;
  for (const { id, userId } of await listAlertingSearches(ctx)) {
    try {
      const person = await resolveJobContext({ data: { workspaceId: ctx.workspace.id, userId } }, jobId);
      told += (await alertSavedSearch(person, id, new Date())).told;
    } catch (error) {
      // One search must not silence the others.
      if (!(error instanceof AppError)) logger.error({ searchId: id, jobId, err: error }, "a saved search failed");
    }
  }
  return { told };
}

/** At once when something is found; many finds of one scan share a run, because the one that waits sees them all. */
export const alertSavedSearches = inngest.createFunction(
  {
    id: "alert-saved-searches",
    triggers: [opportunityDiscovered],
    retries: 3,
    concurrency: [{ key: "event.data.workspaceId", limit: 1 }],
  },
  ({ event, step, runId }) =>
    step.run("alert", () =>
      asJob(async () =>
        alertAll(
          await resolveJobContext({ data: { workspaceId: event.data.workspaceId, userId: null } }, runId),
          runId,
        ),
      ),
    ),
);

/** Twice an hour for what came to match later, or while nothing ran. */
export const catchUpSavedSearches = inngest.createFunction(
  { id: "catch-up-saved-searches", triggers: [{ cron: "12,42 * * * *" }], retries: 2, concurrency: [{ limit: 1 }] },
  ({ step, runId }) => step.run("alert", () => forEveryWorkspace(runId, (ctx) => alertAll(ctx, runId))),
);
