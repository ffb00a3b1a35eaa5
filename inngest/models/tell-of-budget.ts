import { formatDollars } from "@/lib/money";
import { inngest } from "@/server/jobs/client";
import { asJob } from "@/server/jobs/errors";
import { modelBudgetNear } from "@/server/jobs/events";
import { notifyMembers } from "@/server/notifications";
import { inWorkspace } from "@/server/platform/workspace-context";
import { resolveJobContext } from "@/server/workspaces";

/** Whoever chooses models hears that most of the month's budget is spent, while there is still time to do something about it. */
export const tellOfBudget = inngest.createFunction(
  { id: "tell-of-budget", triggers: [modelBudgetNear], retries: 3 },
  ({ event, step, runId }) =>
    step.run("tell", () =>
      asJob(async () => {
        const { workspaceId, month, spentMicros, budgetMicros } = event.data;
        const ctx = await resolveJobContext({ data: { workspaceId, userId: null } }, runId);
        await inWorkspace(ctx, (tx) =>
          notifyMembers(tx, ctx, "models:manage", {
            kind: "budget_near",
            title: `${Math.floor((100 * spentMicros) / budgetMicros)}% of this month's budget for models is used`,
            body: `${formatDollars(spentMicros)} of ${formatDollars(budgetMicros)}. When it is used up, our own rules answer until the month ends or the budget is raised.`,
            path: "/settings/models",
            occasion: `model-budget/${month}`,
          }),
        );
      }),
    ),
);
