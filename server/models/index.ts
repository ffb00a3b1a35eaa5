export type { JudgementOptions, JudgementResult } from "./answer-with-fallback";
export type { CallUsage } from "./call-model";
export { type EmbeddedTexts, embedTexts, findEmbeddingModel, findTextEmbedder, type TextEmbedder } from "./embed-texts";
export { OverBudgetError } from "./errors";
export { getAnsweringEngine } from "./get-answering-engine";
export { type Judgement, type JudgementSpec, judgement } from "./judgement";
export type { Prompt, PromptData } from "./prompt";
export {
  type StreamedJudgement,
  type StreamedJudgementOptions,
  type StreamedJudgementSpec,
  streamedJudgement,
} from "./streamed-judgement";
