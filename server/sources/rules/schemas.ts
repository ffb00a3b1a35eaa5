import { z } from "zod";
import { isoTimestamp } from "@/lib/iso-timestamp";
import { extractionRungs, ruleOrigins } from "@/lib/vocabulary/sources";

const css = z.string().trim().max(400);
const xpath = z.string().trim().min(1).max(500);
const fieldName = z.string().trim().min(1).max(100);
const mostFields = 60;
const notTooMany = (fields: object) => Object.keys(fields).length <= mostFields;
const tooMany = `A rule has at most ${mostFields} fields.`;

const fieldRule = z.strictObject({
  /** From the entry's element on; null: the element itself. */
  css: css.min(1).nullable(),
  /** null: the text. */
  attribute: z.string().trim().min(1).max(60).nullable(),
  /** Instead of `css`: the label or column header beside which the value stands. */
  label: z.string().trim().min(1).max(200).nullable(),
  xpath: xpath.optional(),
});

/** Where the entries of a page stand, and their fields in them: by CSS, by XPath, or by both. */
export const markupRule = z.strictObject({
  kind: z.literal("markup"),
  css,
  xpath: xpath.optional(),
  takesAll: z.boolean().optional(),
  hasFollowers: z.boolean().default(false),
  fields: z.record(fieldName, fieldRule).refine(notTooMany, tooMany),
});
export type MarkupRule = z.output<typeof markupRule>;

/** Where the entries of an interface's answer stand, in JSONPath; the fields from an entry on. */
export const jsonRule = z.strictObject({
  kind: z.literal("json"),
  records: z.string().trim().min(1).max(500),
  fields: z.record(fieldName, z.string().trim().min(1).max(500)).refine(notTooMany, tooMany),
});

export const listingRule = z.discriminatedUnion("kind", [markupRule, jsonRule]);
export type ListingRule = z.output<typeof listingRule>;

/** A rule as it is kept with its source. */
export const keptRule = z.object({
  id: z.uuid(),
  rule: listingRule,
  origin: z.enum(ruleOrigins),
  /** Part of the entries that had each field when it was made, 0 to 1. */
  fill: z.record(z.string(), z.number()),
  /** Entries that it found then. */
  count: z.int(),
  madeAt: z.iso.datetime(),
  madeBy: z.uuid().nullable(),
});
export type KeptRule = z.output<typeof keptRule>;

const testedPage = z.object({
  snapshotId: z.uuid(),
  revision: z.int(),
  fetchedAt: isoTimestamp,
  /** Entries found by the rule. */
  count: z.int(),
});

/** What a rule finds: on the page as it is, and on its kept revisions. */
export const ruleTest = z.object({
  /** The first entries of the page as it is. */
  entries: z.array(
    z.object({ title: z.string(), url: z.string().nullable(), fields: z.record(z.string(), z.string()) }),
  ),
  count: z.int(),
  /** Part of the entries that have each field of the rule, 0 to 1. */
  fill: z.record(z.string(), z.number()),
  /** Newest first, the page as it is left out. */
  past: z.array(testedPage),
  /** It finds entries with titles that differ. Nothing else is ever used. */
  isUsable: z.boolean(),
  /** It would have read at least four of five revisions; true without any. */
  fitsPast: z.boolean(),
  /** Why the rule cannot be followed at all. */
  problem: z.string().nullable(),
  /** Numbers of the page's elements that hold the entries found, to be lit. */
  marks: z.array(z.int()),
});
export type RuleTest = z.input<typeof ruleTest>;

export const testRuleInput = z.strictObject({ sourceId: z.uuid(), rule: listingRule });
export type TestRuleInput = z.output<typeof testRuleInput>;

export const setRuleInput = z.strictObject({
  sourceId: z.uuid(),
  rule: listingRule,
  /** Said by the person who has seen that it would not have read the earlier revisions. */
  evenIfPastDiffers: z.boolean().default(false),
});
export type SetRuleInput = z.output<typeof setRuleInput>;

/** `null`: none; the structure of the page decides and teaches a new one. */
export const chooseRuleInput = z.strictObject({ sourceId: z.uuid(), ruleId: z.uuid().nullable() });
export type ChooseRuleInput = z.output<typeof chooseRuleInput>;

/** How a source's entries are read. */
export const sourceReading = z.object({
  current: keptRule.nullable(),
  /** Rules that were used before, newest first. */
  past: z.array(keptRule),
  /** Entries of the last run by how they were taken out. */
  rungs: z.array(z.object({ rung: z.enum(extractionRungs), count: z.int() })),
  /** Entries of the last finished run. */
  records: z.int(),
  /** Runs on which the usual shares rest. */
  runs: z.int(),
  /** Part of the entries that had each field in the last run, and usually; 0 to 1. */
  fields: z.array(z.object({ name: z.string(), rate: z.number(), usual: z.number() })),
});
export type SourceReading = z.input<typeof sourceReading>;
