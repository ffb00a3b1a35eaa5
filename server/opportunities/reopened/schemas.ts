import { z } from "zod";
import { isoTimestamp } from "@/lib/iso-timestamp";
import { reopenedKinds } from "@/lib/vocabulary/opportunities";

/** Something that was built on what the buyer has changed since, and that nobody has confirmed yet. */
export const reopenedView = z.object({
  kind: z.enum(reopenedKinds),
  /** The decision, question, task, requirement or deadline. */
  id: z.uuid(),
  /** What it is, as people call it: "Go", "Question 3", "R-12: The contractor shall ...". */
  label: z.string(),
  /** What changed under it, one sentence for each amendment. */
  reasons: z.array(z.string()),
  amendment: z.object({ id: z.uuid(), title: z.string().nullable() }),
  at: isoTimestamp,
});
export type ReopenedView = z.input<typeof reopenedView>;

export const confirmReopenedInput = z.strictObject({
  opportunityId: z.uuid(),
  kind: z.enum(reopenedKinds),
  id: z.uuid(),
});
export type ConfirmReopenedInput = z.output<typeof confirmReopenedInput>;
