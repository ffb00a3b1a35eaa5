import type { SourceCookies } from "../fetching/source-cookies";

export type PageAction =
  /** To the end of the page and of each box in it that scrolls by itself, until it grows no more or `times` times; rows that exist only in sight are all there then. */
  | { kind: "scroll"; times: number }
  /** On what the CSS selector finds (a "load more"), as long as it is there or `times` times. */
  | { kind: "click"; selector: string; times: number }
  /** On a button that shows the next page in the place of this one; what was shown before stays in the document, above it. */
  | { kind: "turn"; selector: string; times: number }
  /** On each of these texts in turn, and back: entries of an application that open by a press have no other sign of where they lead. */
  | { kind: "open"; texts: string[] };

export interface RenderRequest {
  url: string;
  /** Whose cookies and storage are used: one source's (or credential's) of one workspace, never shared. */
  contextKey: string;
  /** A CSS selector that must be there before the page counts as shown. */
  waitFor?: string;
  actions?: PageAction[];
  cookies?: SourceCookies;
  /** For everything together; 30 s when not given. */
  maxMs?: number;
  /** What the source signs in with: of a page that shows it no picture is taken. It never enters the page. */
  secrets?: readonly string[];
  /** Off where a picture is not needed: it takes as long as the page. */
  screenshot?: boolean;
  /** What is to be read of the page: a list with the data that its scripts asked for, or an entry, which may be drawn over or beside its list. */
  as?: "list" | "entry" | undefined;
  signal?: AbortSignal;
  /** Waited for when a browser is free, just before the site is asked. */
  startNow?: (() => Promise<void>) | undefined;
}

export const defaultMaxMs = 30_000;
