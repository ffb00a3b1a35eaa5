import { z } from "zod";
import { isoTimestamp } from "@/lib/iso-timestamp";
import { plainText } from "@/lib/plain-text";
import { outcomes } from "@/lib/vocabulary/opportunities";

const stageKey = plainText(40).min(1);
const stageName = plainText(60).min(1);

export const pipelineStage = z.object({
  key: z.string(),
  name: z.string(),
  /** Opportunities in it that the person may see, archived ones not counted. */
  cards: z.int(),
  /** Where what is found arrives: it can be renamed and moved, not removed. */
  isArrival: z.boolean(),
});
export const listStagesOutput = z.object({ stages: z.array(pipelineStage) });
export type ListStagesOutput = z.input<typeof listStagesOutput>;
/** Behind `afterKey`; first when it is null, last without it. */
export const addStageInput = z.strictObject({ name: stageName, afterKey: stageKey.nullable().optional() });
export type AddStageInput = z.output<typeof addStageInput>;
export const renameStageInput = z.strictObject({ key: stageKey, name: stageName });
export type RenameStageInput = z.output<typeof renameStageInput>;
/** All keys, in their new order. */
export const reorderStagesInput = z.strictObject({ keys: z.array(stageKey).min(1).max(50) });
export type ReorderStagesInput = z.output<typeof reorderStagesInput>;
export const removeStageInput = z.strictObject({ key: stageKey, moveTo: stageKey });
export type RemoveStageInput = z.output<typeof removeStageInput>;

export const moveOpportunityInput = z.strictObject({
  id: z.uuid(),
  stage: stageKey,
  /** The cards above and below it as the person saw them; one that has gone elsewhere since is passed over. Both null: on top. */
  afterId: z.uuid().nullable().default(null),
  beforeId: z.uuid().nullable().default(null),
  /** The stage in which the person saw it: when somebody has moved it since, it stays where it is. */
  fromStage: stageKey.optional(),
});
export type MoveOpportunityInput = z.output<typeof moveOpportunityInput>;
/** Where the card now is, whatever was asked for: what a screen shows after its guess. */
export const moveOpportunityOutput = z.object({
  id: z.uuid(),
  stage: z.string(),
  boardPosition: z.number(),
  hasMoved: z.boolean(),
  /** Why it has not; null when it has. */
  note: z.string().nullable(),
});
export type MoveOpportunityOutput = z.input<typeof moveOpportunityOutput>;

export const setOutcomeInput = z.strictObject({
  id: z.uuid(),
  /** Null: it is open again. */
  outcome: z.enum(outcomes).nullable(),
  reason: plainText(2000).default(""),
});
export type SetOutcomeInput = z.output<typeof setOutcomeInput>;

export const setOwnerInput = z.strictObject({ id: z.uuid(), userId: z.uuid().nullable() });
export type SetOwnerInput = z.output<typeof setOwnerInput>;

export const watchOpportunityInput = z.strictObject({ id: z.uuid(), isWatching: z.boolean() });
export type WatchOpportunityInput = z.output<typeof watchOpportunityInput>;
export const listWatchersInput = z.strictObject({ id: z.uuid() });
export const listWatchersOutput = z.object({
  watchers: z.array(z.object({ id: z.uuid(), name: z.string(), since: isoTimestamp })),
  isWatching: z.boolean(),
});
export type ListWatchersOutput = z.input<typeof listWatchersOutput>;
