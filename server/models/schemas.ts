import { z } from "zod";
import { engines } from "@/lib/vocabulary/ask";
import { fallbackReasons, modelProviders } from "@/lib/vocabulary/models";

/** Millionths of a dollar: up to a million dollars. */
const micros = z.int().min(0).max(1_000_000_000_000);

const modelName = z
  .string()
  .trim()
  .min(1, "Name the model, as the provider spells it.")
  .max(200)
  .regex(/^[\x21-\x7e]+$/, "A model's name has no spaces or special characters.");

/** What a member sees of the workspace's model. The key is write-only: only whether there is one. */
export const modelSettingsView = z.object({
  isEnabled: z.boolean(),
  /** Null: the installation's choice stands. */
  provider: z.enum(modelProviders).nullable(),
  model: z.string().nullable(),
  baseUrl: z.string().nullable(),
  hasApiKey: z.boolean(),
  inputPriceMicros: micros.nullable(),
  outputPriceMicros: micros.nullable(),
  monthlyBudgetMicros: micros.nullable(),
  /** `<provider>:<model>` that the installation offers, or null. */
  installationModel: z.string().nullable(),
  /** Who answers now, and why it is the rules if it is. */
  engine: z.enum(engines),
  activeModel: z.string().nullable(),
  reason: z.enum(fallbackReasons).nullable(),
  /** What this month has cost or reserved. */
  spentMicros: z.number(),
  isWarned: z.boolean(),
});
export type ModelSettingsView = z.infer<typeof modelSettingsView>;

export const updateModelSettingsInput = z.strictObject({
  isEnabled: z.boolean().optional(),
  provider: z.enum(modelProviders).nullable().optional(),
  model: modelName.nullable().optional(),
  baseUrl: z.url().max(2_000).nullable().optional(),
  /** A new key; null forgets the stored one; left out keeps it, while provider and address stay the same. */
  apiKey: z.string().trim().min(1).max(1_000).nullable().optional(),
  inputPriceMicros: micros.nullable().optional(),
  outputPriceMicros: micros.nullable().optional(),
  monthlyBudgetMicros: micros.min(1).nullable().optional(),
});
export type UpdateModelSettingsInput = z.infer<typeof updateModelSettingsInput>;

export const connectionTest = z.object({
  isOk: z.boolean(),
  model: z.string().nullable(),
  reason: z.enum(fallbackReasons).nullable(),
  /** What it means and what to do, for people. */
  message: z.string(),
  durationMs: z.number(),
});
export type ConnectionTest = z.infer<typeof connectionTest>;

export const listUsageInput = z.strictObject({
  /** yyyymm; left out is this month. */
  month: z.coerce.number().int().min(200001).max(299912).optional(),
});
export type ListUsageInput = z.infer<typeof listUsageInput>;

const usageSum = z.object({
  calls: z.number(),
  failedCalls: z.number(),
  inputTokens: z.number(),
  outputTokens: z.number(),
  costMicros: z.number(),
});

export const usageReport = z.object({
  month: z.number(),
  total: usageSum,
  /** Every day of the month that has calls, ascending, as yyyy-mm-dd in UTC. */
  byDay: z.array(usageSum.extend({ day: z.string() })),
  byJudgement: z.array(usageSum.extend({ judgement: z.string(), model: z.string() })),
  /** Months with calls, newest first. */
  months: z.array(z.number()),
});
export type UsageReport = z.infer<typeof usageReport>;

export const answeringEngine = z.object({
  engine: z.enum(engines),
  model: z.string().nullable(),
  reason: z.enum(fallbackReasons).nullable(),
});
