import { z } from "zod";
import { isoTimestamp } from "@/lib/iso-timestamp";
import { snapshotStatuses } from "@/lib/vocabulary/documents";
import { readingPhases, tenderRoles } from "@/lib/vocabulary/opportunities";
import { documentPath } from "@/server/knowledge/documents/schemas";
import { opportunityTitle } from "../schemas";

export const importTenderInput = z
  .strictObject({
    /** Documents that have been uploaded, in one collection; those inside a ZIP or a mail follow by themselves. */
    documentIds: z.array(z.uuid()).max(500).optional(),
    /** Or everything in a collection. */
    collectionId: z.uuid().optional(),
    title: opportunityTitle.optional(),
    ownerId: z.uuid().optional(),
  })
  .refine(
    (input) => input.documentIds?.length || input.collectionId,
    "Name the documents or the collection to import.",
  );
export type ImportTenderInput = z.output<typeof importTenderInput>;

/** Makes room for files before they are uploaded: an opportunity and its own collection, named after the folder or file. */
export const beginImportInput = z.strictObject({
  /** Name of the dropped folder or file. */
  name: documentPath,
  ownerId: z.uuid().optional(),
});
export type BeginImportInput = z.output<typeof beginImportInput>;

export const startedImport = z.object({ id: z.uuid(), collectionId: z.uuid(), documents: z.int() });
export type StartedImport = z.output<typeof startedImport>;

export const importProgress = z.object({
  opportunityId: z.uuid(),
  title: z.string(),
  phase: z.enum(readingPhases),
  startedAt: isoTimestamp.nullable(),
  finishedAt: isoTimestamp.nullable(),
  /** Why the reading as a whole stopped; null while it goes on or when it is done. */
  problem: z.string().nullable(),
  counts: z.object({
    files: z.int(),
    read: z.int(),
    failed: z.int(),
    shredded: z.int(),
    pages: z.int(),
    requirements: z.int(),
    mandatory: z.int(),
    fields: z.int(),
    deadlines: z.int(),
    contradictions: z.int(),
  }),
  files: z.array(
    z.object({
      documentId: z.uuid(),
      path: z.string(),
      status: z.enum(snapshotStatuses),
      reason: z.string().nullable(),
      page: z.int().nullable(),
      pages: z.int().nullable(),
      role: z.enum(tenderRoles).nullable(),
      isShredded: z.boolean(),
      requirements: z.int(),
    }),
  ),
});
export type ImportProgress = z.input<typeof importProgress>;
