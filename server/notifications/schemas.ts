import { z } from "zod";
import { isoTimestamp } from "@/lib/iso-timestamp";
import { notificationKinds } from "@/lib/vocabulary/notifications";

export const listNotificationsInput = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type ListNotificationsInput = z.output<typeof listNotificationsInput>;

export const listNotificationsOutput = z.object({
  notifications: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(notificationKinds),
      title: z.string(),
      body: z.string(),
      path: z.string(),
      readAt: isoTimestamp.nullable(),
      createdAt: isoTimestamp,
    }),
  ),
  unread: z.int(),
});
export type ListNotificationsOutput = z.input<typeof listNotificationsOutput>;

/** Without `id`, all of them. */
export const markReadInput = z.strictObject({ id: z.uuid().optional() });
export type MarkReadInput = z.output<typeof markReadInput>;

export const notificationSettings = z.object({
  /** One mail a day with what was found, moved and is due; never more than one, and none when there is nothing. */
  hasMailDigest: z.boolean(),
  email: z.string(),
  /** In whose morning it is sent; null: not known yet, then UTC. */
  timeZone: z.string().nullable(),
  /** False: no mail server is configured, mails stay in the operator's outbox. */
  isMailSent: z.boolean(),
});
export type NotificationSettings = z.input<typeof notificationSettings>;
export const updateNotificationSettingsInput = z.strictObject({ hasMailDigest: z.boolean() });
export type UpdateNotificationSettingsInput = z.output<typeof updateNotificationSettingsInput>;
export const unsubscribeInput = z.strictObject({ token: z.string().min(1).max(200) });
