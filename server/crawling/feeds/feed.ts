/** One way to look at every format of feed. Texts are plain; `html` is as published and must be cleaned before it is shown. */
export interface Feed {
  format: "rss" | "rdf" | "atom" | "cdf" | "json";
  title: string | null;
  /** The page that the feed accompanies. */
  link: string | null;
  description: string | null;
  /** As written, "de-AT". */
  language: string | null;
  /** ISO 8601, see `readDate`. */
  updatedAt: string | null;
  /** Where the feed goes on, for feeds that come in pages (RFC 5005, JSON Feed's next_url). */
  nextUrl: string | null;
  items: FeedItem[];
  /** Whether items were left out: beyond `mostItems`, or after nesting that no honest feed has. */
  isCut: boolean;
}

export interface FeedItem {
  /** What the feed calls it: guid, id, rdf:about; its address where it has no other name. Null when it has neither. */
  id: string | null;
  title: string | null;
  url: string | null;
  /** The content where the feed carries it, else the summary; plain. */
  text: string;
  html: string | null;
  /** What addresses in `html` are relative to. */
  base: string;
  summary: string | null;
  publishedAt: string | null;
  updatedAt: string | null;
  authors: string[];
  categories: string[];
  enclosures: { url: string; type: string | null; bytes: number | null }[];
}

export const mostItems = 5000;
