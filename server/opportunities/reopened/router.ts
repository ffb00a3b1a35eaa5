import { z } from "zod";
import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { confirmReopened } from "./confirm-reopened";
import { confirmReopenedInput } from "./schemas";

export const reopenedRouter = router({
  confirm: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/opportunities/{opportunityId}/reopened/confirm",
        tags: ["opportunities"],
        summary: "It still holds after what the buyer changed",
      },
    })
    .input(confirmReopenedInput)
    .output(z.object({ ok: z.literal(true) }))
    .mutation(async ({ ctx, input }) => {
      await confirmReopened(ctx.workspace, input);
      return { ok: true };
    }),
});
