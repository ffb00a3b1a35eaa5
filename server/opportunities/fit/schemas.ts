import { z } from "zod";
import { isoTimestamp } from "@/lib/iso-timestamp";
import { plainText } from "@/lib/plain-text";
import { decisions, fitFactors, missingKnowledge } from "@/lib/vocabulary/opportunities";

export const ofOpportunity = z.strictObject({ opportunityId: z.uuid() });

/** What a factor rests on. `evidence`: `id` is an evidence row, with its document and place. */
const basis = z.object({
  kind: z.enum(["evidence", "opportunity", "profile", "notice", "requirement"]),
  id: z.uuid().nullable(),
  text: z.string(),
  /** Of evidence: where to open it. */
  document: z
    .object({ id: z.uuid(), title: z.string(), page: z.int().nullable(), start: z.int(), end: z.int() })
    .nullable(),
});

export const fitFactor = z.object({
  factor: z.enum(fitFactors),
  /** 0 to 1; null: unknown, and then it weighs nothing. */
  score: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  weight: z.number(),
  /** Whether the weight was set for this opportunity alone. */
  isOwnWeight: z.boolean(),
  /** One plain sentence with its numbers. */
  explanation: z.string(),
  /** A stated condition that is not met. Apart from the score. */
  isBlocker: z.boolean(),
  basis: z.array(basis),
});
export type FitFactorView = z.input<typeof fitFactor>;

const person = z.object({ id: z.uuid(), name: z.string().nullable() }).nullable();

export const goNoGoDecision = z.object({
  id: z.uuid(),
  /** Null: an earlier decision was taken back. */
  decision: z.enum(decisions).nullable(),
  reason: z.string(),
  score: z.number().nullable(),
  /** As they stood when it was taken. */
  factors: z.array(
    z.object({
      factor: z.enum(fitFactors),
      score: z.number().nullable(),
      weight: z.number(),
      explanation: z.string(),
      isBlocker: z.boolean(),
    }),
  ),
  decidedBy: person,
  /** The opportunity that it was taken about, when that was merged into this one since. */
  mergedFrom: z.object({ id: z.uuid(), number: z.int() }).nullable(),
  createdAt: isoTimestamp,
});
export type GoNoGoDecisionView = z.input<typeof goNoGoDecision>;

export const fitOutput = z.object({
  /**
   * 0 to 1 over the factors that are known, by their weights, at most 0.2 above what can be done of it; null while fewer than two factors, less than
   * 30% of the weight, or not what can be done of it, are known.
   */
  score: z.number().nullable(),
  /** What it may come to once all is known. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  known: z.int(),
  total: z.int(),
  /** Share of the whole weight that the known factors carry. */
  knownWeight: z.number(),
  /** "58 of 100, from 5 of 8 factors (71% of the weight)", or why there is none yet. */
  summary: z.string(),
  factors: z.array(fitFactor),
  /** Where people can tell more, the most telling first. */
  missing: z.array(z.enum(missingKnowledge)),
  /** Explanations of the stated conditions that are not met. */
  blockers: z.array(z.string()),
  /** Null until it has been computed. */
  computedAt: isoTimestamp.nullable(),
  decision: goNoGoDecision.nullable(),
});
export type FitOutput = z.input<typeof fitOutput>;

export const setFactorWeightInput = z.strictObject({
  opportunityId: z.uuid(),
  factor: z.enum(fitFactors),
  /** Null: the workspace's own weight again. */
  weight: z.number().min(0).max(100).nullable(),
});
export type SetFactorWeightInput = z.output<typeof setFactorWeightInput>;

export const decideInput = z.strictObject({
  opportunityId: z.uuid(),
  /** Null takes the decision back. */
  decision: z.enum(decisions).nullable(),
  reason: plainText(4000).default(""),
  /** With a no-go: also sets the outcome to "no bid". */
  closes: z.boolean().default(false),
  /** The last decision as whoever asks knows it: refused when somebody has decided otherwise since. */
  insteadOf: z.uuid().optional(),
});
export type DecideInput = z.output<typeof decideInput>;
export const listDecisionsOutput = z.object({ decisions: z.array(goNoGoDecision) });

const line = plainText(300).min(1);
const lines = z.array(line).max(200);
export const profile = z.strictObject({
  capabilities: lines,
  places: lines,
  categories: lines,
  certifications: lines,
  minValue: z.number().min(0).nullable(),
  maxValue: z.number().min(0).nullable(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "A currency is three capital letters, as in EUR.")
    .nullable(),
  exclusions: lines,
  setAsides: lines,
  bidDays: z.number().min(0.5).max(250).nullable(),
  incumbentAt: lines,
});
const weights = z.partialRecord(z.enum(fitFactors), z.number().min(0).max(100));
export const profileOutput = z.object({
  profile,
  /** Of all factors; those that nobody set are the product's first ones. */
  weights: z.record(z.enum(fitFactors), z.number()),
  /** Null: nobody has filled it in yet. */
  updatedAt: isoTimestamp.nullable(),
  editedBy: person,
});
export type ProfileOutput = z.input<typeof profileOutput>;
/** What is given replaces what was; the rest stays. */
export const updateProfileInput = z.strictObject({
  profile: profile.partial().optional(),
  weights: weights.optional(),
});
export type UpdateProfileInput = z.output<typeof updateProfileInput>;

/** Lines that the workspace's own documents suggest; nothing is taken over until a person accepts it with `updateProfile`. */
export const proposeProfileOutput = z.object({
  proposals: z.array(
    z.object({
      field: z.enum(["capabilities", "places", "categories", "certifications"]),
      value: z.string(),
      /** In how many documents it stands. */
      documents: z.int(),
      quote: z.string(),
      document: z.object({ id: z.uuid(), title: z.string(), page: z.int().nullable(), start: z.int(), end: z.int() }),
    }),
  ),
  /** Own documents that were read for it. */
  read: z.int(),
});
export type ProposeProfileOutput = z.input<typeof proposeProfileOutput>;
