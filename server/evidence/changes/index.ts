/** What differs between two captures of a page, told from noise: verdict, typed items, severity, one sentence; and both side by side. */
export { type AlignedRow, alignBlocks, type ShownBlock } from "./align-blocks";
export { compareCaptures } from "./compare-captures";
export type { CapturedPage, ChangeItem, Comparison, ComparisonScope, WordChange } from "./comparison";
export { confirmComparison } from "./confirm-comparison";
export { diffWords } from "./diff-words";
export { InvalidSelectorError, ScopeNotFoundError } from "./errors";
export { isFlapping } from "./is-flapping";
export { type PageMemory, rememberPage, settleComparison } from "./settle-comparison";
