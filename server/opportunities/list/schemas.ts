import { z } from "zod";
import { isoTimestamp } from "@/lib/iso-timestamp";
import { flag, listOf } from "@/lib/query-values";
import {
  decisions,
  opportunityKinds,
  opportunitySorts,
  outcomes,
  procedureStatuses,
} from "@/lib/vocabulary/opportunities";
import { opportunityTag, personName } from "../schemas";

/** How far away the submission is, in days from now. */
export const dueWindows = ["past", "week", "month", "quarter", "later", "unknown"] as const;
export type DueWindow = (typeof dueWindows)[number];

const several = <T extends z.ZodType>(item: T) => listOf(item).optional();
const words = (longest: number) => z.string().trim().min(1).max(longest);

/** What narrows a list; values of one filter are alternatives, filters add up. `none` and `open` stand for "not set". */
export const opportunityFilters = z.strictObject({
  text: z.string().trim().max(200).optional(),
  stage: several(words(40)),
  outcome: several(z.enum([...outcomes, "open"])),
  kind: several(z.enum(opportunityKinds)),
  procedureStatus: several(z.enum(procedureStatuses)),
  buyer: several(words(300)),
  country: several(words(8)),
  /** "CPV:72" finds every code that begins so. */
  category: several(words(80)),
  tag: several(opportunityTag),
  owner: several(z.union([z.uuid(), z.literal("none")])),
  source: several(z.uuid()),
  decision: several(z.enum([...decisions, "none"])),
  due: several(z.enum(dueWindows)),
  isArchived: flag.default(false),
});
export type OpportunityFilters = z.output<typeof opportunityFilters>;

export const listOpportunitiesInput = opportunityFilters.extend({
  sort: z.enum(opportunitySorts).default("submission"),
  descending: flag.default(false),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(600).optional(),
});
export type ListOpportunitiesInput = z.output<typeof listOpportunitiesInput>;

export const opportunityRow = z.object({
  id: z.uuid(),
  number: z.int(),
  title: z.string(),
  buyer: z.string().nullable(),
  reference: z.string().nullable(),
  kind: z.enum(opportunityKinds),
  procedureStatus: z.enum(procedureStatuses),
  stage: z.string(),
  outcome: z.enum(outcomes).nullable(),
  decision: z.enum(decisions).nullable(),
  submissionAt: isoTimestamp.nullable(),
  submissionZone: z.string().nullable(),
  submissionDate: z.string().nullable(),
  isSubmissionContradicted: z.boolean(),
  /** While dates disagree, the end of the latest of them. */
  submissionLastAt: isoTimestamp.nullable(),
  questionsAt: isoTimestamp.nullable(),
  value: z.object({ amount: z.string(), currency: z.string().nullable() }).nullable(),
  country: z.string().nullable(),
  categories: z.array(z.string()),
  tags: z.array(z.string()),
  owner: personName.nullable(),
  /** 0 to 1; null while too little is known. */
  fitScore: z.number().nullable(),
  /** So many of the eight factors are known. */
  fitKnown: z.int(),
  hasBlocker: z.boolean(),
  requirementCount: z.int(),
  firstSeenAt: isoTimestamp,
  /** Names of the sources that published it. */
  sources: z.array(z.string()),
  /** Amendments that nobody has approved yet. */
  amendmentsToReview: z.int(),
  /** Its documents are being read at this moment. */
  isReading: z.boolean(),
  isArchived: z.boolean(),
});
export type OpportunityRow = z.input<typeof opportunityRow>;

const facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.int() }));
export const opportunityFacets = z.object({
  stage: facet,
  outcome: facet,
  kind: facet,
  procedureStatus: facet,
  buyer: facet,
  country: facet,
  category: facet,
  tag: facet,
  owner: facet,
  source: facet,
  decision: facet,
  due: facet,
});
export type OpportunityFacets = z.output<typeof opportunityFacets>;

export const countFacetsOutput = z.object({
  total: z.int(),
  /** Each counts what its other filters leave. */
  facets: opportunityFacets,
});
export type CountFacetsOutput = z.input<typeof countFacetsOutput>;

export const listOpportunitiesOutput = z.object({
  opportunities: z.array(opportunityRow),
  total: z.int(),
  nextCursor: z.string().nullable(),
  /** Nothing holds the words as typed: these hold words like them. */
  isFuzzy: z.boolean(),
});
export type ListOpportunitiesOutput = z.input<typeof listOpportunitiesOutput>;

export const getBoardInput = opportunityFilters.extend({
  cardsPerColumn: z.coerce.number().int().min(1).max(100).default(30),
});
export type GetBoardInput = z.output<typeof getBoardInput>;

export const boardOutput = z.object({
  columns: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      total: z.int(),
      cards: z.array(opportunityRow.extend({ boardPosition: z.number() })),
    }),
  ),
});
export type BoardOutput = z.input<typeof boardOutput>;
