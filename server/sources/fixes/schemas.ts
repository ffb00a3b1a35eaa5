import { z } from "zod";
import { isoTimestamp } from "@/lib/iso-timestamp";
import { fixReasons, fixStatuses, sourceKinds } from "@/lib/vocabulary/sources";
import { listingRule, ruleTest } from "../rules/schemas";

export const fixTaskId = z.strictObject({ id: z.uuid() });

export const fixTaskSummary = z.object({
  id: z.uuid(),
  source: z.object({ id: z.uuid(), name: z.string(), kind: z.enum(sourceKinds) }),
  page: z.object({ id: z.uuid(), url: z.string(), title: z.string().nullable() }),
  reason: z.enum(fixReasons),
  /** What is wrong, in one sentence. */
  detail: z.string(),
  status: z.enum(fixStatuses),
  /** False: opened by a run. */
  isByPerson: z.boolean(),
  createdAt: isoTimestamp,
  endedAt: isoTimestamp.nullable(),
});
export type FixTaskSummary = z.input<typeof fixTaskSummary>;

export const listFixTasksInput = z.strictObject({
  status: z.enum(fixStatuses).default("open"),
  sourceId: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
});
export type ListFixTasksInput = z.output<typeof listFixTasksInput>;
export const listFixTasksOutput = z.object({
  tasks: z.array(fixTaskSummary),
  total: z.int(),
  /** Open ones, whatever the filter. */
  open: z.int(),
});
export type ListFixTasksOutput = z.input<typeof listFixTasksOutput>;

export const fixTaskDetail = fixTaskSummary.extend({
  /** The revision that is shown: the newest that is kept. Null when none is kept any more. */
  revision: z
    .object({
      snapshotId: z.uuid(),
      revision: z.int(),
      fetchedAt: isoTimestamp,
      /** Only pages of markup can be clicked; answers of interfaces are taught by JSONPath. */
      isMarkup: z.boolean(),
      /** Path of its picture, when one was taken. */
      screenshot: z.string().nullable(),
    })
    .nullable(),
  /** The entry that somebody found wrong. */
  record: z
    .object({ title: z.string(), url: z.string().nullable(), fields: z.record(z.string(), z.string()) })
    .nullable(),
  /** Names that the source's fields have had so far. */
  fields: z.array(z.string()),
});
export type FixTaskDetail = z.input<typeof fixTaskDetail>;

export const fixTaskPage = z.object({
  /** The page part by part, without its code, as it can be drawn again. */
  parts: z.array(
    z.object({
      node: z.int(),
      parent: z.int(),
      kind: z.enum(["block", "heading", "paragraph", "list", "item", "table", "row", "cell", "inline", "link", "text"]),
      text: z.string(),
    }),
  ),
});
export type FixTaskPage = z.input<typeof fixTaskPage>;

export const openFixInput = z.strictObject({
  sourceId: z.uuid(),
  /** The entry that is wrong; without one, the fields of the source are to be taught. */
  recordId: z.uuid().optional(),
});
export type OpenFixInput = z.output<typeof openFixInput>;

export const proposeFixInput = z.strictObject({
  id: z.uuid(),
  /** What the person clicked, in this order. A field that comes again belongs to a second entry. */
  clicks: z
    .array(z.strictObject({ field: z.string().trim().min(1).max(100), node: z.int().min(0).max(1_000_000) }))
    .min(1)
    .max(60),
});
export type ProposeFixInput = z.output<typeof proposeFixInput>;

export const proposedFix = z.object({
  rule: listingRule.nullable(),
  test: ruleTest.nullable(),
  /** Why no rule could be made of the clicks. */
  problem: z.string().nullable(),
});
export type ProposedFix = z.input<typeof proposedFix>;

export const applyFixInput = z.strictObject({
  id: z.uuid(),
  rule: listingRule,
  /** Said by the person who has seen that it would not have read the earlier revisions. */
  evenIfPastDiffers: z.boolean().default(false),
});
export type ApplyFixInput = z.output<typeof applyFixInput>;
