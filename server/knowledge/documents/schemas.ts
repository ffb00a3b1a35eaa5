import { z } from "zod";
import { isoTimestamp } from "@/lib/iso-timestamp";
import { flag } from "@/lib/query-values";
import { documentKinds, documentOrigins, snapshotStatuses } from "@/lib/vocabulary/documents";

export const maxUploadBytes = 200 * 1024 * 1024;
export const maxPasteCharacters = 300_000;

/** A path as people give it: folders with "/", no control characters, nothing that climbs out. */
export const documentPath = z
  .string()
  .trim()
  .min(1)
  .max(400, "A path has at most 400 characters.")
  .refine((path) => !/[\p{Cc}\p{Bidi_Control}\\]/u.test(path), "The name holds characters that cannot be shown.")
  .refine(
    (path) => !path.split("/").some((part) => part === ".." || part === "." || part === ""),
    "The path must not hold empty, '.' or '..' parts.",
  );

export const tag = z.string().trim().min(1).max(40);

const version = z.object({
  id: z.uuid(),
  revision: z.int(),
  fileName: z.string(),
  sha256: z.string(),
  byteSize: z.int(),
  mime: z.string().nullable(),
  status: z.enum(snapshotStatuses),
  failureCode: z.string().nullable(),
  failureReason: z.string().nullable(),
  progress: z.object({ page: z.int(), pages: z.int() }).nullable(),
  pageCount: z.int().nullable(),
  chunkCount: z.int().nullable(),
  fetchedAt: isoTimestamp,
  /** Its bytes and text went by a rule of the workspace. */
  removedAt: isoTimestamp.nullable(),
});

export const documentSummary = z.object({
  id: z.uuid(),
  path: z.string(),
  title: z.string(),
  kind: z.enum(documentKinds).nullable(),
  origin: z.enum(documentOrigins),
  tags: z.array(z.string()),
  collection: z.object({ id: z.uuid(), name: z.string() }),
  currentSnapshotId: z.uuid().nullable(),
  /** The newest version, whatever became of it. */
  latest: version,
  createdAt: isoTimestamp,
  updatedAt: isoTimestamp,
});
export type DocumentSummary = z.input<typeof documentSummary>;

export const documentSorts = ["updated", "title", "size", "kind"] as const;

export const listDocumentsInput = z.strictObject({
  text: z.string().trim().max(200).optional(),
  collectionId: z.uuid().optional(),
  kind: z.enum(documentKinds).optional(),
  status: z.enum(snapshotStatuses).optional(),
  tag: tag.optional(),
  sort: z.enum(documentSorts).default("updated"),
  descending: flag.default(true),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export type ListDocumentsInput = z.output<typeof listDocumentsInput>;

const facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.int() }));

export const listDocumentsOutput = z.object({
  documents: z.array(documentSummary),
  total: z.int(),
  facets: z.object({ collections: facet, kinds: facet, statuses: facet, tags: facet }),
});
export type ListDocumentsOutput = z.input<typeof listDocumentsOutput>;

export const documentId = z.strictObject({ id: z.uuid() });

export const documentDetail = documentSummary.extend({
  /** All versions, newest first. */
  versions: z.array(version),
});
export type DocumentDetail = z.input<typeof documentDetail>;

export const updateDocumentInput = z.strictObject({
  id: z.uuid(),
  title: z.string().trim().min(1).max(300).optional(),
  tags: z.array(tag).max(20).optional(),
  collectionId: z.uuid().optional(),
});
export type UpdateDocumentInput = z.output<typeof updateDocumentInput>;

export const pasteDocumentInput = z.strictObject({
  title: z.string().trim().min(1).max(200),
  text: z.string().min(1).max(maxPasteCharacters),
  collectionId: z.uuid().optional(),
});
export type PasteDocumentInput = z.output<typeof pasteDocumentInput>;

export const addedDocument = z.object({
  documentId: z.uuid(),
  snapshotId: z.uuid(),
  /** "existing": these very bytes were there already; "version": a newer version of a known path. */
  outcome: z.enum(["created", "version", "existing"]),
  revision: z.int(),
});
export type AddedDocument = z.output<typeof addedDocument>;

export const renditionInput = z.strictObject({
  documentId: z.uuid(),
  /** Without it, the newest rendition of the current version. */
  renditionId: z.uuid().optional(),
  snapshotId: z.uuid().optional(),
});
export type RenditionInput = z.output<typeof renditionInput>;

const offsets = { start: z.int(), end: z.int() };
export const renditionOutput = z.object({
  id: z.uuid(),
  documentId: z.uuid(),
  snapshotId: z.uuid(),
  extractor: z.string(),
  version: z.int(),
  text: z.string(),
  title: z.string().nullable(),
  warnings: z.array(z.string()),
  isCurrent: z.boolean(),
  revision: z.int(),
  mime: z.string().nullable(),
  blocks: z.array(
    z.object({
      kind: z.enum(["heading", "paragraph", "list_item", "table_row", "code"]),
      ...offsets,
      level: z.int().optional(),
      marker: z.string().optional(),
      page: z.int().optional(),
      table: z.int().optional(),
      isHeader: z.boolean().optional(),
      cells: z.array(z.object({ ...offsets, column: z.int(), ref: z.string().optional() })).optional(),
    }),
  ),
  pages: z.array(
    z.object({
      page: z.int(),
      ...offsets,
      label: z.string().optional(),
      width: z.number().optional(),
      height: z.number().optional(),
    }),
  ),
  lines: z.array(
    z.object({ ...offsets, page: z.int(), x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
  ),
});
export type RenditionOutput = z.output<typeof renditionOutput>;
