import { z } from "zod";
import { isoTimestamp } from "@/lib/iso-timestamp";
import { countJobs } from "@/server/jobs/engine";
import { inSystem } from "@/server/platform/workspace-context";
import { emptyProcedure, operatorProcedure, router } from "@/server/trpc/procedures";
import { describeParts } from "./describe-parts";
import { listOwnDeadLetters, replayOwnDeadLetter } from "./own-dead-letters";

const part = z.object({
  name: z.string(),
  state: z.enum(["default", "configured"]),
  uses: z.string(),
  /** What is missing without the other choice, and how it is chosen. */
  note: z.string(),
});

/** What the operator sees of the installation: which parts it runs on, and how its jobs stand. */
export const systemRouter = router({
  /** Nothing but the transport: what every other procedure is measured against. */
  ping: emptyProcedure.output(z.object({ ok: z.literal(true) })).query(() => ({ ok: true })),
  parts: operatorProcedure.output(z.object({ parts: z.array(part) })).query(() => ({ parts: describeParts() })),
  jobs: operatorProcedure
    .output(
      z.object({
        dueCalls: z.number(),
        runningCalls: z.number(),
        oldestDueSeconds: z.number(),
        openDeadLetters: z.number(),
        runs: z.record(z.string(), z.number()),
      }),
    )
    .query(async () => {
      const { dueCalls, runningCalls, oldestDueSeconds, openDeadLetters, runs } = await inSystem(countJobs);
      return { dueCalls, runningCalls, oldestDueSeconds, openDeadLetters, runs };
    }),
  /** Of the installation itself, such as mails: those of workspaces are for their own admins. */
  deadLetters: operatorProcedure
    .output(
      z.object({
        deadLetters: z.array(
          z.object({
            id: z.string(),
            functionId: z.string(),
            reason: z.string(),
            createdAt: isoTimestamp,
            subject: z.string().nullable(),
          }),
        ),
      }),
    )
    .query(async () => ({ deadLetters: await listOwnDeadLetters() })),
  replay: operatorProcedure
    .input(z.strictObject({ id: z.string().max(60) }))
    .output(z.object({ runId: z.string() }))
    .mutation(({ input }) => replayOwnDeadLetter(input.id)),
});
