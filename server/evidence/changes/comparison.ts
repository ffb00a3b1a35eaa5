import type { ChangeKind, ChangeVerdict, Severity } from "@/lib/vocabulary/sources";

/** A page as it was captured. `url` is the address after redirects. */
export interface CapturedPage {
  html: string;
  url: string;
  /** What is counted from "today" is counted from then; without it the words count as they stand. */
  fetchedAt?: Date | undefined;
}

/** The part of a page that is watched; without one, all of its content. The first that is given counts. */
export interface ComparisonScope {
  /** The part under this heading, up to the next heading of its level. Case and spaces do not matter. */
  heading?: string;
  /** `id` (or old `name`) of an element, as in `#fees`; for a heading, the part under it. */
  fragment?: string;
  /** CSS selector; every match counts. */
  selector?: string;
}

export interface WordChange {
  op: "same" | "added" | "removed";
  text: string;
  /** A clock or a counter that went on. */
  isPassing?: true;
}

/** A value that the page still has a place for, and no longer states. */
export interface EmptiedValue {
  /** What stands beside the place. */
  label: string | null;
  /** What it said. */
  value: string;
}

export interface ChangeItem {
  kind: Exclude<ChangeKind, "page_added" | "page_removed">;
  /** Null: it was not there. */
  before: string | null;
  /** Null: it is there no more. */
  after: string | null;
  /** Heading under which it stands. */
  heading: string | null;
  /** It is a heading itself. */
  isHeading?: true;
  /** Where its links lead, of what came or went. */
  leadsTo?: string[];
  /** The page of the listed entry that it belongs to, of what came or went with one. */
  entry?: string;
  /** What the page calls the value that changed, and all of it on both sides: a cell of a row, what stands beside a term. */
  value?: { of: string; before: string; after: string };
  /** Joined, `same` and `added` give the new text, `same` and `removed` the old one. */
  words?: WordChange[];
  /** Nothing was said instead: more likely a fault of the page than a change of its matter. */
  emptied?: EmptiedValue;
}

export interface Comparison {
  /** `wording`: it says something else. `form`: links, punctuation, heading levels, images or structure with the same words. */
  verdict: "none" | ChangeVerdict;
  severity: Severity;
  /** One sentence of at most 200 characters, made of the page's own words; says why where nothing was compared. */
  summary: string;
  /** The weightiest first. */
  items: ChangeItem[];
  /** The page is built otherwise than before. */
  isLaidOutAnew?: true;
}
