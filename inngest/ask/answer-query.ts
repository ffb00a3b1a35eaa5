import { answerQuery, failQuery } from "@/server/ask";
import { inngest } from "@/server/jobs/client";
import { asJob } from "@/server/jobs/errors";
import { queryAsked, queryCancelled } from "@/server/jobs/events";
import { resolveJobContext } from "@/server/workspaces";

/** Answers a question, phase by phase, onto its durable stream. */
export const answerAskedQuery = inngest.createFunction(
  {
    id: "answer-query",
    triggers: [queryAsked],
    retries: 3,
    concurrency: [{ key: "event.data.workspaceId", limit: 4 }],
    cancelOn: [{ event: queryCancelled, match: "data.queryId" }],
    onFailure: async ({ event, step }) => {
      const asked = queryAsked.schema.parse(event.data.event.data);
      const jobId = "answer-query-failure";
      await step.run("fail", async () => {
        // Let in as the workspace itself, as the job may have failed because its person is no member any more; a private question is
        // seen in the name of who asked it only.
        const ctx = await resolveJobContext({ data: { ...asked, userId: null } }, jobId);
        await failQuery({ ...ctx, actor: { kind: "job", userId: asked.userId, jobId } }, asked.queryId);
      });
    },
  },
  ({ event, step, runId }) =>
    answerQuery(
      event.data.queryId,
      (name, work) =>
        // Steps hand on JSON; what they return here is JSON already.
        step.run(name, () => asJob(async () => work(await resolveJobContext(event, runId)))) as Promise<never>,
    ),
);
