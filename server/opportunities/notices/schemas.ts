import { z } from "zod";

export const pasteNoticesInput = z.strictObject({
  /** A file's text (OCDS, SAM.gov, TED, eForms), or that of a mail or page. */
  text: z
    .string()
    .trim()
    .min(1)
    .max(500_000, "Half a million characters can be pasted. Upload a longer text as a file instead."),
  title: z.string().trim().min(1).max(300).optional(),
  /** Where an opportunity that is new is kept; else the standard collection. */
  collectionId: z.uuid().optional(),
});
export type PasteNoticesInput = z.infer<typeof pasteNoticesInput>;
export const pasteNoticesOutput = z.object({
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  discovered: z.array(z.uuid()),
  amended: z.array(z.uuid()),
  refused: z.array(z.object({ key: z.string().nullable(), reason: z.string() })),
});
