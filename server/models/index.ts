/**
 * Models: judgements that a language model gives where a workspace has one and our own rules give otherwise, and embeddings.
 * Money is in millionths of a dollar. No judgement is given inside a transaction.
 */
export type { JudgementOptions, JudgementResult } from "./answer-with-fallback";
export type { CallUsage } from "./call-model";
export { findTextEmbedder, type TextEmbedder } from "./embed-texts";
export { findModelName } from "./find-model-name";
export { hasModel } from "./has-model";
export { type Judgement, type JudgementSpec, judgement } from "./judgement";
export type { Prompt, PromptData } from "./prompt";
export { resealModelKey } from "./reseal-model-key";
export {
  type StreamedJudgement,
  type StreamedJudgementOptions,
  type StreamedJudgementSpec,
  streamedJudgement,
} from "./streamed-judgement";
