import { z } from "zod";
import { amendmentStates, deadlineKinds, fieldNames, requirementKinds } from "@/lib/vocabulary/opportunities";
import { amendmentSummary } from "../detail/schemas";

export const amendmentId = z.strictObject({ id: z.uuid() });

/** False takes an approval back. */
export const approveAmendmentInput = z.strictObject({ id: z.uuid(), isApproved: z.boolean().default(true) });

export const listAmendmentsInput = z.strictObject({
  opportunityId: z.uuid().optional(),
  state: z.enum(amendmentStates).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export type ListAmendmentsInput = z.output<typeof listAmendmentsInput>;

export const listAmendmentsOutput = z.object({
  amendments: z.array(
    amendmentSummary.extend({ opportunity: z.object({ id: z.uuid(), number: z.int(), title: z.string() }) }),
  ),
  total: z.int(),
});
export type ListAmendmentsOutput = z.input<typeof listAmendmentsOutput>;

export const amendmentDetail = amendmentSummary.extend({
  beforeSnapshotId: z.uuid().nullable(),
  afterSnapshotId: z.uuid().nullable(),
  items: z.array(
    z.object({
      what: z.enum(["added", "removed", "changed", "affected", "deadline", "field"]),
      requirement: z.object({ id: z.uuid(), label: z.string() }).nullable(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      /** Of a deadline: its kind; of a field: its name; of a change: "wording" when nothing in it is to be acted on. */
      detail: z.string().nullable(),
      /** The words of an addendum that say so, while the requirement goes on standing in its own paper. */
      quote: z.string().nullable(),
      /** Of a date: the words that stated it before, and those that state it now. */
      quotes: z.object({ before: z.string().nullable(), after: z.string().nullable() }).nullable(),
    }),
  ),
});
export type AmendmentDetail = z.input<typeof amendmentDetail>;

const version = z.strictObject({
  documentId: z.uuid(),
  /** Without it, the current version. */
  snapshotId: z.uuid().optional(),
});
/** One paper in one version, several papers, or all papers of an opportunity. */
const comparedPapers = z.union([
  version,
  z.strictObject({ documents: z.array(version).min(1).max(60) }),
  z.strictObject({ opportunityId: z.uuid() }),
]);
export const compareVersionsInput = z.strictObject({ before: comparedPapers, after: comparedPapers });
export type CompareVersionsInput = z.output<typeof compareVersionsInput>;

const side = z.object({
  /** Of the papers named in `before` or `after`. */
  documentId: z.uuid(),
  text: z.string(),
  kind: z.enum(requirementKinds),
  isMandatory: z.boolean(),
  ref: z.string().nullable(),
  section: z.string(),
  page: z.int().nullable(),
  start: z.int(),
  end: z.int(),
});
const comparedVersion = z.object({
  documentId: z.uuid(),
  snapshotId: z.uuid(),
  renditionId: z.uuid(),
  title: z.string(),
  revision: z.int(),
});

/** Two documents, two versions of one, or two sets of them, by what they demand. */
export const versionComparison = z.object({
  before: z.array(comparedVersion),
  after: z.array(comparedVersion),
  summary: z.string(),
  counts: z.object({ added: z.int(), removed: z.int(), changed: z.int(), unchanged: z.int() }),
  items: z.array(
    z.object({
      what: z.enum(["added", "removed", "changed", "unchanged"]),
      before: side.nullable(),
      after: side.nullable(),
      /** What is the same and what is not, for showing word by word; empty unless changed. */
      words: z.array(z.object({ kind: z.enum(["same", "added", "removed"]), text: z.string() })),
    }),
  ),
  /** Rows, items and sentences that no requirement states. */
  lines: z.array(
    z.object({
      what: z.enum(["added", "removed", "changed"]),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  deadlines: z.array(
    z.object({ kind: z.enum(deadlineKinds), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  fields: z.array(z.object({ name: z.enum(fieldNames), before: z.string().nullable(), after: z.string().nullable() })),
});
export type VersionComparison = z.input<typeof versionComparison>;
