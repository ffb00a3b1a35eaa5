import type { SourceKind } from "@/lib/vocabulary/sources";

export interface SourceList {
  entries: SourceListEntry[];
  /** What could not be used, and what was left out of an entry; a problem of one line never hides the others. */
  problems: { line: number; reason: string }[];
}

export interface SourceListEntry {
  /** Absolute, http(s). */
  url: string;
  title?: string;
  tags?: string[];
  kind?: SourceKind;
  /** "6h", "7d": as written, or what a word like "daily" means. */
  every?: string;
  /** Where it stands in the file, from 1. */
  line: number;
}

/** More than a person would review; the rest is named in `problems`. */
export const mostSources = 5000;
