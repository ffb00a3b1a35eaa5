import { z } from "zod";
import { isoTimestamp } from "@/lib/iso-timestamp";
import { fetchRungs } from "@/lib/vocabulary/sources";

export const listSnapshotsInput = z.strictObject({
  sourceId: z.uuid().optional(),
  pageId: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
});
export type ListSnapshotsInput = z.output<typeof listSnapshotsInput>;

export const snapshotId = z.strictObject({ id: z.uuid() });

const summary = z.object({
  id: z.uuid(),
  sourceId: z.uuid(),
  runId: z.uuid(),
  documentId: z.uuid(),
  page: z.object({ id: z.uuid(), url: z.string(), title: z.string().nullable() }),
  /** 1 for the first one of the page. */
  revision: z.int(),
  fetchedAt: isoTimestamp,
  /** Of the bytes, in hexadecimal digits. */
  sha256: z.string(),
  byteSize: z.int(),
  mime: z.string().nullable(),
  rung: z.enum(fetchRungs),
  /** Whether it is what the page says now. */
  isCurrent: z.boolean(),
  /** When its bytes, text and picture went by the rule of the source. */
  removedAt: isoTimestamp.nullable(),
  /** Where its bytes and its picture are downloaded; null when there is none, or no longer. */
  file: z.string().nullable(),
  screenshot: z.string().nullable(),
});
export type SnapshotSummary = z.input<typeof summary>;

export const listSnapshotsOutput = z.object({ snapshots: z.array(summary), total: z.int() });
export type ListSnapshotsOutput = z.input<typeof listSnapshotsOutput>;

export const snapshotDetail = summary.extend({
  /** Where redirects led to, and what the server said there; never cookies. */
  finalUrl: z.string(),
  status: z.int(),
  headers: z.record(z.string(), z.string()),
  /** What was read from it; null until that is done, or when it is no longer kept. */
  text: z.string().nullable(),
});
export type SnapshotDetail = z.input<typeof snapshotDetail>;
