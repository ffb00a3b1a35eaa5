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
      // As the workspace itself: the job may have failed because its person is no member any more.
      const ofWorkspace = { data: { ...asked, userId: null } };
      await step.run("fail", async () =>
        failQuery(await resolveJobContext(ofWorkspace, "answer-query-failure"), asked.queryId),
      );
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
