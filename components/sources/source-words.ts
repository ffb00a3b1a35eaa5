import type { Meaning } from "@/components/ui/badge";
import type {
  CaptureHealth,
  ExtractionRung,
  FrontierKind,
  RunStatus,
  RunTrigger,
  SourceInterval,
  SourceKind,
  SourceStatus,
} from "@/lib/vocabulary/sources";

export const kindWords: Record<SourceKind, string> = {
  portal: "Tender portal",
  ocds: "Open contracting data",
  sam: "SAM.gov",
  ted: "TED",
  feed: "Feed",
  site: "Website",
  pricing: "Prices",
  jobs: "Job board",
  news: "News",
  filings: "Filings",
  reviews: "Reviews",
  social: "Social profile",
  folder: "Folder",
};

/** What is read of a source of this kind, as a choice is explained. */
export const kindHints: Record<SourceKind, string> = {
  portal: "Listings of notices, each notice and its documents",
  ocds: "Notices from an interface in the open contracting format",
  sam: "Notices of the United States",
  ted: "Notices of the European Union",
  feed: "Entries of an RSS, Atom or JSON feed and the pages that they lead to",
  site: "The pages of a site, as far as the depth goes",
  pricing: "Plans and prices on one page",
  jobs: "Open positions",
  news: "Articles as they appear",
  filings: "Documents filed with an authority",
  reviews: "Reviews as they appear",
  social: "One public profile",
  folder: "A folder of files",
};

export const statusWords: Record<SourceStatus, string> = { active: "Watched", paused: "Paused", broken: "Broken" };

export const intervalWords: Record<SourceInterval, string> = {
  "1h": "every hour",
  "6h": "every 6 hours",
  "12h": "every 12 hours",
  "24h": "every day",
  "7d": "every week",
};

export const runStatusWords: Record<RunStatus, string> = {
  queued: "Waiting",
  running: "Reading",
  finished: "Finished",
  failed: "Failed",
  cancelled: "Stopped",
};

export const runMeanings: Record<RunStatus, Meaning> = {
  queued: "neutral",
  running: "accent",
  finished: "ok",
  failed: "danger",
  cancelled: "neutral",
};

export const triggerWords: Record<RunTrigger, string> = {
  schedule: "by schedule",
  person: "by a person",
  first: "first reading",
};

export const healthWords: Record<CaptureHealth, string> = {
  good: "Good",
  error_page: "Error page",
  maintenance: "Under maintenance",
  captcha: "Asks for proof of a person",
  login_wall: "Asks to sign in",
  soft_404: "Says “not found”",
  stub: "Almost no text",
  needs_browser: "Needs a browser",
  empty: "Empty",
  collapsed: "Lost most of its text",
};

export const pageKindWords: Record<FrontierKind, string> = {
  root: "Start page",
  listing: "Listing",
  page: "Page",
  file: "File",
};

export const rungWords: Record<string, string> = { http: "plain request", browser: "browser" };

export const extractionWords: Record<ExtractionRung, string> = {
  feed: "read from a feed",
  json: "read from an interface",
  json_ld: "read from the page's own data",
  xpath: "read from the page by its path",
  css: "read from the page by its markup",
  structure: "read from the page by its structure",
  model: "read by a model",
  ocr: "read from a picture",
  person: "marked by a person",
};

export const breakerWords = {
  closed: "Answers",
  open: "Left alone for a while after repeated failures",
  half_open: "Being tried again after failures",
} as const;

/** "1 page", "14 pages". */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount.toLocaleString("en")} ${amount === 1 ? one : many}`;
}
