import { z } from "zod";
import { publicProcedure, router, workspaceProcedure } from "@/server/trpc/procedures";
import { getNotificationSettings, unsubscribe, updateNotificationSettings } from "./digest/settings";
import { listNotifications } from "./list-notifications";
import { markRead } from "./mark-read";
import {
  listNotificationsInput,
  listNotificationsOutput,
  markReadInput,
  notificationSettings,
  unsubscribeInput,
  updateNotificationSettingsInput,
} from "./schemas";

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
  settings: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/notifications/settings", tags, summary: "How you are told" } })
    .output(notificationSettings)
    .query(({ ctx }) => getNotificationSettings(ctx.workspace)),
  updateSettings: workspaceProcedure
    .meta({
      openapi: { method: "PUT", path: "/notifications/settings", tags, summary: "Say how you want to be told" },
    })
    .input(updateNotificationSettingsInput)
    .output(notificationSettings)
    .mutation(({ ctx, input }) => updateNotificationSettings(ctx.workspace, input)),
  /** For whoever holds the link of a mail, signed in or not. */
  unsubscribe: publicProcedure
    .input(unsubscribeInput)
    .output(z.object({ ok: z.literal(true) }))
    .mutation(async ({ input }) => {
      await unsubscribe(input.token);
      return { ok: true };
    }),
});
