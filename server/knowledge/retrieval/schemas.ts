import { z } from "zod";
import { documentKinds } from "@/lib/vocabulary/documents";

export const searchInput = z.strictObject({
  text: z.string().trim().min(1).max(500),
  limit: z.coerce.number().int().min(1).max(100).default(10),
  offset: z.coerce.number().int().min(0).max(10_000).default(0),
  collectionId: z.uuid().optional(),
  documentId: z.uuid().optional(),
  kind: z.enum(documentKinds).optional(),
  tag: z.string().max(40).optional(),
  language: z.string().max(8).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});

const span = z.object({ start: z.int(), end: z.int() });
const facet = z.array(z.object({ value: z.string(), documents: z.int() }));

const searchResult = z.object({
  documentId: z.uuid(),
  chunkId: z.uuid(),
  snapshotId: z.uuid(),
  renditionId: z.uuid(),
  title: z.string(),
  /** Where it lies in its collection: papers of one tender often bear the same title. */
  path: z.string(),
  collectionId: z.uuid().nullable(),
  headingPath: z.array(z.string()),
  locator: z.object({ page: z.int().nullable(), start: z.int(), end: z.int() }),
  text: z.string(),
  highlight: z.array(span),
  score: z.number(),
});

export const searchOutput = z.object({
  results: z.array(searchResult),
  total: z.int(),
  facets: z.object({ collections: facet, kinds: facet, tags: facet, languages: facet }),
  suggestion: z.string().nullable(),
});

export const similarInput = z.strictObject({
  chunkId: z.uuid(),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});
export const similarOutput = z.object({ results: z.array(searchResult) });
