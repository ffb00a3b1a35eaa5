/** One piece of a page in reading order. `text` is folded (no double white space) except in code. */
export interface PageBlock {
  kind: "heading" | "paragraph" | "list_item" | "table_row" | "code";
  text: string;
  /** Heading 1-6; depth of the list, counted from 0. */
  level?: number;
  /** List items: "-" or the number as the page shows it, "3.". */
  marker?: string;
  /** Table rows: cells in order; `column` counts spanned columns. `text` joins them with " | ". */
  cells?: { text: string; column: number }[];
  isHeader?: boolean;
  /** Which table of the page a row belongs to, counted from 0 in reading order. */
  table?: number;
}

export interface PageLink {
  /** Absolute, http or https, without fragment. */
  url: string;
  text: string;
  rel: string;
  /** Whether the link stands in what `blocks` were taken from. */
  inMain: boolean;
  /** The page says that it leads to a file. */
  isDownload?: true | undefined;
  /** Nothing to click: the page shows it inside itself. */
  isFrame?: true | undefined;
}

/** What one page says, without its frame. Every text is the page's own; nothing is translated or completed. */
export interface PageContent {
  url: string;
  canonicalUrl: string | null;
  title: string | null;
  description: string | null;
  byline: string | null;
  siteName: string | null;
  /** As declared, lower case: "de", "pt-br". */
  language: string | null;
  /** ISO 8601 as stated by the page; a date without a time stays without one. */
  publishedAt: string | null;
  modifiedAt: string | null;
  /** `page`: no article was found, and `blocks` are everything visible outside navigation, header, footer and consent. */
  kind: "article" | "page";
  blocks: PageBlock[];
  links: PageLink[];
  structured: { jsonLd: unknown[]; openGraph: Record<string, string>; microdata: Record<string, unknown>[] };
  /** Why `kind` is `page`, or where the text of the article came from when the page itself did not show it. */
  noArticleReason: string | null;
  /** SHA-256 (hex) of the block texts in NFC, one a line. */
  textHash: string;
  words: number;
}
