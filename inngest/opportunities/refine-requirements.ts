import { inngest } from "@/server/jobs/client";
import { asJob } from "@/server/jobs/errors";
import { opportunityRead, opportunityRefinementRequested } from "@/server/jobs/events";
import { listRefinable, markRefined, noteRefinement, type RefinedPart, refinePart } from "@/server/opportunities";
import { resolveJobContext } from "@/server/workspaces";

/** The rules have taken what they know; where the workspace has a model, it is asked part by part what they missed. Its answers are proposals. */
export const refineRequirements = inngest.createFunction(
  {
    id: "refine-requirements",
    triggers: [opportunityRead, opportunityRefinementRequested],
    retries: 2,
    concurrency: [{ key: "event.data.workspaceId", limit: 1 }],
  },
  async ({ event, step, runId }) => {
    const { workspaceId, opportunityId } = event.data;
    const asWorkspace = () => resolveJobContext({ data: { workspaceId, userId: null } }, runId);
    const parts = await step.run("list", () => asJob(async () => listRefinable(await asWorkspace(), opportunityId)));
    if (parts.length === 0) return { parts: 0 };
    const documents = new Set(parts.map(({ documentId }) => documentId));
    const sum = { documents: documents.size, asked: 0, unanswered: 0, proposed: 0, dropped: 0 };
    let reason: RefinedPart["reason"] = null;
    const failed = new Set<string>();
    const refined: { documentId: string; snapshotId: string }[] = [];
    const note = (name: string, state: "running" | "done" | "failed") =>
      step.run(name, () =>
        asJob(async () => {
          await noteRefinement(await asWorkspace(), opportunityId, { state, ...sum, reason });
          return null;
        }),
      );
    await note("begin", "running");
    for (const [index, part] of parts.entries()) {
      const done: RefinedPart = await step.run(`part-${index + 1}`, () =>
        asJob(async () => refinePart(await asWorkspace(), opportunityId, part)),
      );
      sum.asked += 1;
      sum.proposed += done.proposed;
      sum.dropped += done.dropped;
      if (!done.isAnswered) {
        failed.add(part.documentId);
        reason = done.reason;
        sum.unanswered += 1;
        if (done.isHopeless) {
          sum.unanswered += parts.length - index - 1;
          break;
        }
      } else if (part.isLast && !failed.has(part.documentId)) {
        refined.push({ documentId: part.documentId, snapshotId: part.snapshotId });
      }
    }
    await step.run("mark", () =>
      asJob(async () => {
        await markRefined(await asWorkspace(), opportunityId, refined);
        return null;
      }),
    );
    await note("end", sum.unanswered === parts.length ? "failed" : "done");
    return sum;
  },
);
