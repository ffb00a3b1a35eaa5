/** Ingest: from stored bytes to a rendition, and from a rendition to what search can find. Both steps may run twice. */
export { type IndexedSnapshot, indexSnapshot } from "./index-snapshot";
export { UnreadableFileError } from "./parsing";
export { type ReadSnapshotResult, readSnapshot, recordUnreadable } from "./read-snapshot";
export { readTable, type TableSheet } from "./read-table";
