/** Reads lists of sources for adding many at once. */
export { parseSourceList } from "./parse-source-list";
export type { SourceList, SourceListEntry } from "./source-list";
