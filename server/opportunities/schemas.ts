import { z } from "zod";
import { freshnesses } from "@/lib/vocabulary/evidence";

export const opportunityTag = z.string().trim().min(1).max(40);
export const opportunityTitle = z.string().trim().min(1).max(500);
export const opportunityId = z.strictObject({ id: z.uuid() });

/** A person as lists name them. */
export const personName = z.object({ id: z.uuid(), name: z.string() });

/** A quote and the place to open beside it. */
export const citationView = z.object({
  evidenceId: z.uuid(),
  documentId: z.uuid(),
  snapshotId: z.uuid(),
  renditionId: z.uuid(),
  title: z.string(),
  page: z.int().nullable(),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  freshness: z.enum(freshnesses),
  /** What the newest version says there, when it says something else. */
  after: z.string().nullable(),
});
export type CitationView = z.output<typeof citationView>;
