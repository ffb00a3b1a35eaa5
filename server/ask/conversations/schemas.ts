import { z } from "zod";
import { isoTimestamp } from "@/lib/iso-timestamp";

export const conversationSummary = z.object({
  id: z.uuid(),
  title: z.string(),
  visibility: z.enum(["private", "workspace"]),
  isOwn: z.boolean(),
  collectionIds: z.array(z.uuid()),
  queryCount: z.int(),
  updatedAt: isoTimestamp,
});
export type ConversationSummary = z.input<typeof conversationSummary>;

export const listConversationsInput = z.strictObject({
  /** Words of a title or of a question asked in the conversation. */
  text: z.string().trim().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
});
export type ListConversationsInput = z.output<typeof listConversationsInput>;

export const updateConversationInput = z.strictObject({
  id: z.uuid(),
  title: z.string().trim().min(1).max(120).optional(),
  visibility: z.enum(["private", "workspace"]).optional(),
});
export type UpdateConversationInput = z.output<typeof updateConversationInput>;
