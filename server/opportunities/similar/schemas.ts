import { z } from "zod";
import { opportunityRow } from "../list/schemas";

export const similarInput = z.strictObject({
  id: z.uuid(),
  limit: z.coerce.number().int().min(1).max(50).default(6),
});
export type SimilarInput = z.output<typeof similarInput>;

export const similarOutput = z.object({
  /** The most alike first; those that ended are among them, because they tell how it went. */
  similar: z.array(
    z.object({
      opportunity: opportunityRow,
      /** 0 to 1. */
      score: z.number(),
      /** Why, in words that name what both have: at least one. */
      reasons: z.array(z.string()).min(1),
      /** Why it looks like this very tender, brought twice; null: it is another one. */
      sameTender: z.string().nullable(),
    }),
  ),
});
export type SimilarOutput = z.input<typeof similarOutput>;
