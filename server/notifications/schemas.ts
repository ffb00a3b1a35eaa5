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
