import { z } from "zod";
import { isoTimestamp } from "@/lib/iso-timestamp";
import { flag } from "@/lib/query-values";
import { engines } from "@/lib/vocabulary/ask";
import { changeKinds, changeVerdicts, severities } from "@/lib/vocabulary/sources";

export const changeSummary = z.object({
  id: z.uuid(),
  source: z.object({ id: z.uuid(), name: z.string() }),
  page: z.object({ id: z.uuid(), url: z.string(), title: z.string().nullable() }),
  documentId: z.uuid(),
  /** Null when the page is new. */
  beforeSnapshotId: z.uuid().nullable(),
  afterSnapshotId: z.uuid().nullable(),
  verdict: z.enum(changeVerdicts),
  severity: z.enum(severities),
  kinds: z.array(z.enum(changeKinds)),
  summary: z.string(),
  engine: z.enum(engines),
  detectedAt: isoTimestamp,
  /** Dealt with and out of the list. */
  isArchived: z.boolean(),
  /** Not yet looked at by this person. */
  isNew: z.boolean(),
});
export type ChangeSummary = z.input<typeof changeSummary>;

export const listChangesInput = z.strictObject({
  sourceId: z.uuid().optional(),
  pageId: z.uuid().optional(),
  verdict: z.enum(changeVerdicts).optional(),
  severity: z.enum(severities).optional(),
  /** Only what this person has not looked at. */
  unseen: flag.optional(),
  /** Those that were put out of the list: left out, alone, or with the others. */
  archived: z.enum(["exclude", "only", "include"]).default("exclude"),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
});
export type ListChangesInput = z.output<typeof listChangesInput>;
export const listChangesOutput = z.object({
  changes: z.array(changeSummary),
  total: z.int(),
  unseen: z.int(),
  seenUntil: isoTimestamp.nullable(),
});
export type ListChangesOutput = z.input<typeof listChangesOutput>;

export const archiveChangesInput = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(200),
  /** False brings them back into the list. */
  isArchived: z.boolean().default(true),
});

/** One side of a change. */
const shownRevision = z.object({
  fetchedAt: isoTimestamp,
  revision: z.int(),
  screenshot: z.string().nullable(),
  /** When its bytes and text went by the rule of the source. */
  removedAt: isoTimestamp.nullable(),
});

const words = z.array(z.object({ op: z.enum(["same", "added", "removed"]), text: z.string() }));

const shownBlock = z.object({
  kind: z.string(),
  /** Of a heading, else 0. */
  level: z.int(),
  text: z.string(),
});

export const changeDetail = changeSummary.extend({
  items: z.array(
    z.object({
      kind: z.enum(changeKinds),
      before: z.string().nullable(),
      after: z.string().nullable(),
      heading: z.string().nullable(),
      /** What the page calls the value that changed, and all of it on both sides. */
      value: z.object({ of: z.string(), before: z.string(), after: z.string() }).optional(),
      words: words.optional(),
    }),
  ),
  before: shownRevision.nullable(),
  after: shownRevision.nullable(),
  /** Both revisions, block beside block. */
  rows: z.array(z.object({ before: shownBlock.nullable(), after: shownBlock.nullable(), words: words.optional() })),
  /** Sentences of answers that rested on what changed. */
  dependents: z.int(),
});
export type ChangeDetail = z.input<typeof changeDetail>;
