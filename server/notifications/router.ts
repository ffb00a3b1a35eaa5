import { z } from "zod";
import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { listNotifications } from "./list-notifications";
import { markRead } from "./mark-read";
import { listNotificationsInput, listNotificationsOutput, markReadInput } from "./schemas";

const tags = ["notifications"];

export const notificationsRouter = router({
  list: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/notifications", tags, summary: "What you are told, newest first" } })
    .input(listNotificationsInput)
    .output(listNotificationsOutput)
    .query(({ ctx, input }) => listNotifications(ctx.workspace, input)),
  markRead: workspaceProcedure
    .meta({
      openapi: { method: "POST", path: "/notifications/read", tags, summary: "I have read one of them, or all" },
    })
    .input(markReadInput)
    .output(z.object({ ok: z.literal(true) }))
    .mutation(async ({ ctx, input }) => {
      await markRead(ctx.workspace, input);
      return { ok: true };
    }),
});
