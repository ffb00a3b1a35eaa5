/**
 * Writing: the one place that finds literal passages for a question and composes sentences from them. Quotes hold at most 60
 * words and are cut by offset (UTF-16) from a rendition, never joined.
 */
export { answerThreshold } from "./confidence";
export { type FindQuotesInput, type FoundQuote, type FoundQuotes, findQuotes, findQuotesOfEach } from "./find-quotes";
export { loadPrepared, type SourceDocument } from "./load-prepared";
