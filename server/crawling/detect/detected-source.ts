import type { SourceKind } from "@/lib/vocabulary/sources";
import type { FoundSearch } from "../listings";

/** What an address turned out to be, and what reading it would bring. */
export interface DetectedSource {
  kind: SourceKind;
  title: string | null;
  /** What will be read: not always the address that was given. */
  url: string;
  /** 0 to 1: near 1 when the content names its own format. */
  confidence: number;
  /** A sentence for people. */
  reason: string;
  preview: SourcePreview;
  /** Other ways to watch the same place, each looked at, best first; theirs are empty. */
  alternatives: DetectedSource[];
}

export interface SourcePreview {
  items: PreviewItem[];
  /** How many there are, where the source says so more than it shows. */
  count: number;
}

export interface PreviewItem {
  title: string;
  url: string | null;
  /** ISO 8601. */
  date: string | null;
  /** The first price that it states, as it stands there: of plans and products only. */
  price?: string;
}

/** Before its alternatives are known. */
export type Finding = Omit<DetectedSource, "alternatives"> & {
  /** What it is if the pages to which it leads say so: a list of tenders that tells nothing but their names. */
  doubt?: Omit<DetectedSource, "alternatives"> & { leads: string[] };
  /** The dated entries that it lists, whatever it is. */
  listed?: PreviewItem[];
  /** What it lists without dates, when nothing says what that is. */
  rows?: PreviewItem[];
  /** What it calls itself, though it shows nothing of the kind: what it shows in a frame is that. */
  expects?: "jobs";
  /** The search by which a page that lists nothing may show what it has. */
  search?: FoundSearch;
};

const mostPreviewed = 20;

export function previewOf(items: PreviewItem[], count = items.length): SourcePreview {
  return { items: items.slice(0, mostPreviewed), count };
}
