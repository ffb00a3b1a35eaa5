/**
 * Evidence: literal quotes at places in immutable renditions, and what rests on them. Offsets are UTF-16 units of a rendition's
 * text. Knows no product word: a dependent is a kind and an id.
 */
export { contradictDependents } from "./contradict-dependents";
export { UnsupportedQuoteError } from "./errors";
export { isSameFile } from "./files/is-same-file";
export { checkSentence, type GateQuote, type GateResult } from "./gate/check-sentence";
export { linkDependents } from "./link-dependents";
export { type MarkedDependents, markDependents } from "./mark-dependents";
export { pageAt } from "./page-at";
export { quoteHash } from "./quote-hash";
export { type QuoteAt, recordEvidence } from "./record-evidence";
