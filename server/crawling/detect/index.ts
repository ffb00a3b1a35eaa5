/** Tells what an address is and what watching it would bring; reads lists of addresses to watch. */
export { parseSourceList, type SourceList, type SourceListEntry } from "../source-lists";
export { type Deed, detectSource, type Probe } from "./detect-source";
export type { DetectedSource, PreviewItem, SourcePreview } from "./detected-source";
export { type LookedAt, lookAt } from "./look-at";
