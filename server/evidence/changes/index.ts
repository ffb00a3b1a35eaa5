/** What differs between two captures of a page, told from noise: verdict, typed items, severity, one sentence; and both side by side. */
export { type AlignedRow, alignBlocks, type ShownBlock } from "./align-blocks";
export { compareCaptures } from "./compare-captures";
export type { CapturedPage, ChangeItem, Comparison, ComparisonScope, EmptiedValue, WordChange } from "./comparison";
export { confirmComparison, mayBeDrawn, restlessForms, valuesThatSwing, withoutRestless } from "./confirm-comparison";
export { diffWords } from "./diff-words";
export { InvalidSelectorError, ScopeNotFoundError } from "./errors";
export { isFlapping } from "./is-flapping";
export { isRevisionLine } from "./judge-severity";
export { countDaysAlike } from "./reading/counted-days";
export { momentsOf, withoutMoments } from "./reading/moments";
export { saySameAtVisits } from "./say-same-at-visits";
export { type ListedEntry, nameEntries, saysWords, setAsideShifted, setAsideTeasers } from "./set-aside-shifted";
export { keepItems, type PageMemory, rememberPage, settleComparison } from "./settle-comparison";
export { firstEdit } from "./summarise";
