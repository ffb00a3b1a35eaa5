/** What one address answered, by whichever rung of the ladder it was read. */
export interface FetchedPage {
  /** As it was asked for, without fragment. */
  url: string;
  /** Where the answer came from, after redirects. */
  finalUrl: string;
  /** The addresses that redirected, in order; empty when none did. */
  redirects: string[];
  status: number;
  /** Names in lower case, without Set-Cookie. */
  headers: Record<string, string>;
  /** Lower case, without parameters; told by content where the server said nothing. */
  mime: string;
  /** The charset that `text` was decoded from; null for what is not text. */
  charset: string | null;
  body: Buffer;
  /** The decoded body of textual types, else null. */
  text: string | null;
  rung: "http" | "browser";
  fetchedAt: Date;
  ms: number;
  /** Decoded bytes of the body. */
  bytes: number;
  /** JPEG; by the browser only. */
  screenshot?: Buffer;
  /** What the page's own scripts asked of its own site as JSON, as it came; by the browser only, where it was asked for. */
  answers?: string[];
  /** Where the page went when these of its texts were pressed; by the browser only. */
  opened?: OpenedText[];
  /** A box in the page that holds rows scrolls by itself, or rows come or go as the page is scrolled; by the browser only. */
  asksToScroll?: boolean;
}

/** A text on a page, and the address of what a press on it showed. */
export interface OpenedText {
  text: string;
  url: string;
}

export const fetchFailureCodes = [
  "blocked_address",
  "dns",
  "refused",
  "reset",
  "tls",
  "timeout_headers",
  "timeout_body",
  "too_large",
  "redirect_loop",
  "encoding",
  "http_4xx",
  "http_403",
  "http_404",
  "http_410",
  "http_429",
  "http_5xx",
  "robots",
  "not_html",
  "secret_shown",
  "cancelled",
  "no_browser",
  "browser_failed",
] as const;
export type FetchFailureCode = (typeof fetchFailureCodes)[number];

export interface FetchFailure {
  kind: "failed";
  code: FetchFailureCode;
  /** A sentence for people, without anything that the answer contained. */
  reason: string;
  /** Whether the same request may succeed by itself soon. */
  recoverable: boolean;
  /** What the server asked for (Retry-After), at most an hour. */
  retryAfterMs: number | null;
  status: number | null;
  /** What stood on the page of an HTTP error, for telling a wall from a hole. */
  page?: FetchedPage;
}

export type FetchOutcome =
  | { kind: "fetched"; page: FetchedPage }
  | { kind: "not_modified"; headers: Record<string, string> }
  | FetchFailure;
