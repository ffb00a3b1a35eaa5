import { z } from "zod";
import { visibilities } from "@/lib/vocabulary/documents";

const name = z.string().trim().min(1).max(80);

export const collectionSummary = z.object({
  id: z.uuid(),
  name: z.string(),
  visibility: z.enum(visibilities),
  isDefault: z.boolean(),
  documentCount: z.int(),
  /** Members of a restricted collection; empty for one that is open to the workspace. */
  memberIds: z.array(z.uuid()),
});
export type CollectionSummary = z.output<typeof collectionSummary>;

export const createCollectionInput = z.strictObject({
  name,
  visibility: z.enum(visibilities).default("workspace"),
  memberIds: z.array(z.uuid()).max(500).default([]),
});
export type CreateCollectionInput = z.output<typeof createCollectionInput>;

export const updateCollectionInput = z.strictObject({
  id: z.uuid(),
  name: name.optional(),
  visibility: z.enum(visibilities).optional(),
  memberIds: z.array(z.uuid()).max(500).optional(),
});
export type UpdateCollectionInput = z.output<typeof updateCollectionInput>;
