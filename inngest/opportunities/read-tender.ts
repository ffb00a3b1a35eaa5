import { inngest } from "@/server/jobs/client";
import { asJob } from "@/server/jobs/errors";
import { opportunityReadingCancelled, opportunityReadingRequested } from "@/server/jobs/events";
import {
  askForReadingAgain,
  failReading,
  finishReading,
  lookAtReading,
  readTenderFields,
  shredTender,
} from "@/server/opportunities";
import { resolveJobContext } from "@/server/workspaces";

/** Provisional passes while files are still arriving, so that people see the first requirements early. */
const mostProvisional = 3;
/** A run has at most a thousand steps; for a package that takes longer another run goes on. */
const mostTurns = 200;

/** From files that arrive one after the other to an opportunity with fields, dates and requirements. */
export const readTender = inngest.createFunction(
  {
    id: "read-tender",
    triggers: [opportunityReadingRequested],
    retries: 3,
    concurrency: [
      { key: "event.data.opportunityId", limit: 1 },
      { key: "event.data.workspaceId", limit: 2 },
    ],
    cancelOn: [{ event: opportunityReadingCancelled, match: "data.opportunityId" }],
    onFailure: async ({ event, step }) => {
      const asked = opportunityReadingRequested.schema.parse(event.data.event.data);
      await step.run("record-failure", async () => {
        const ctx = await resolveJobContext({ data: { ...asked, userId: null } }, "read-tender-failure");
        await failReading(
          ctx,
          asked.opportunityId,
          "Reading these documents failed several times. Try again; if it fails again, tell the operator of this installation.",
        );
      });
    },
  },
  async ({ event, step, runId }) => {
    const { opportunityId } = event.data;
    const asWorkspace = () => resolveJobContext({ data: { ...event.data, userId: null } }, runId);
    let provisional = 0;
    let seen = 0;
    for (let turn = 0; turn < mostTurns; turn++) {
      const outlook = await step.run(`look-${turn}`, () =>
        asJob(async () => lookAtReading(await asWorkspace(), opportunityId)),
      );
      if (outlook.isOver) return { outcome: "over" };
      const isComplete = outlook.waiting === 0;
      if (!isComplete && (outlook.unshredded <= seen || provisional >= mostProvisional)) {
        await step.sleep(`wait-${turn}`, turn < 20 ? "1s" : "5s");
        continue;
      }
      if (!isComplete) provisional++;
      seen = outlook.unshredded;
      const fields = await step.run(`fields-${turn}`, () =>
        asJob(async () => readTenderFields(await asWorkspace(), opportunityId)),
      );
      if (!isComplete) {
        const now = await step.run(`glance-${turn}`, () =>
          asJob(async () => lookAtReading(await asWorkspace(), opportunityId)),
        );
        // Everything has arrived meanwhile: what is shredded now is shredded once, as a whole.
        if (now.waiting === 0) continue;
      }
      const shredded = await step.run(`shred-${turn}`, () =>
        asJob(async () => shredTender(await asWorkspace(), opportunityId, isComplete, fields.snapshotIds)),
      );
      // Files that came through meanwhile may have been all that was missing.
      if (!isComplete && !(shredded.isWhole && shredded.documents === fields.documents)) continue;
      const end = await step.run(`finish-${turn}`, () =>
        asJob(async () => finishReading(await asWorkspace(), opportunityId)),
      );
      if (end.isDone) return { outcome: "read" };
      seen = 0;
    }
    // The files are not through yet: another run waits for them, so that no reading stays open for ever.
    await step.run("ask-again", () => asJob(async () => askForReadingAgain(await asWorkspace(), opportunityId)));
    return { outcome: "unfinished" };
  },
);
