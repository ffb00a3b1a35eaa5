import { z } from "zod";
import { isoTimestamp } from "@/lib/iso-timestamp";
import { plainText } from "@/lib/plain-text";

const name = plainText(80).min(1);
/** The input of the opportunities' list, as the screen's address has it. */
const filters = z.record(z.string().max(40), z.unknown());

export const savedSearch = z.object({
  id: z.uuid(),
  name: z.string(),
  filters: z.record(z.string(), z.unknown()),
  isShared: z.boolean(),
  /** Its owner is told of new opportunities that it finds. */
  hasAlert: z.boolean(),
  owner: z.object({ id: z.uuid(), name: z.string().nullable() }),
  isOwn: z.boolean(),
  createdAt: isoTimestamp,
  updatedAt: isoTimestamp,
});
export type SavedSearchView = z.input<typeof savedSearch>;
/** One's own first, then the shared ones, by name. */
export const listSavedSearchesOutput = z.object({ searches: z.array(savedSearch) });
export const saveSearchInput = z.strictObject({
  name,
  filters,
  isShared: z.boolean().default(false),
  hasAlert: z.boolean().default(false),
});
export type SaveSearchInput = z.output<typeof saveSearchInput>;
export const updateSavedSearchInput = z.strictObject({
  id: z.uuid(),
  name: name.optional(),
  filters: filters.optional(),
  isShared: z.boolean().optional(),
  hasAlert: z.boolean().optional(),
});
export type UpdateSavedSearchInput = z.output<typeof updateSavedSearchInput>;
export const savedSearchId = z.strictObject({ id: z.uuid() });
