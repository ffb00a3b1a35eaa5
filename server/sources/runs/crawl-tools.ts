import type { PageAction } from "@/server/crawling/browser";
import type { FetchOutcome, FetchRequest, SourceCookies } from "@/server/crawling/fetching";
import type { LearnedRule, ListingRecord } from "@/server/crawling/listings";
import type { LoginCredential, SignInResult } from "@/server/crawling/login";
import type { RecordsToLearn } from "../pages/analyse-in-worker";
import type { PageAnalysis, PageToAnalyse } from "../pages/analyse-page";
import type { PoliteVisit } from "./politely";

export interface FetchOrder {
  url: string;
  /** The source's own browser context and cookies, never shared. */
  contextKey: string;
  cookies: SourceCookies;
  /** What the source signs in with: a page may show it, what is kept of a page never does. */
  secrets: readonly string[];
  /** False when the site's owner has given leave. */
  respectsRobots: boolean;
  /** Posted instead of asked for. */
  form?: Record<string, string> | null;
  /** What is done on the page before it is read, in the browser only. */
  actions?: PageAction[] | undefined;
  /** What is to be read of the page, in the browser only; see RenderRequest. */
  as?: "list" | "entry" | undefined;
  etag?: string | undefined;
  lastModified?: string | undefined;
  signal: AbortSignal;
  /** Called when a browser is free, just before it asks the site. */
  startNow?: () => Promise<void>;
}

/** What a run reads pages with; tests bring their own clock, production its pools. */
export interface CrawlTools {
  fetch(order: FetchOrder): Promise<FetchOutcome>;
  /** One request as it is given, for signing in. */
  exchange(request: FetchRequest): Promise<FetchOutcome>;
  /** Signs in through a form that only exists in the browser. */
  signIn(
    credential: LoginCredential,
    at: { contextKey: string; cookies: SourceCookies; signal: AbortSignal },
  ): Promise<SignInResult>;
  /** Through the browser; its outcome says so when there is none. */
  render(order: FetchOrder): Promise<FetchOutcome>;
  analyse(page: PageToAnalyse): Promise<PageAnalysis>;
  /** The lines that a page shows, for a model. */
  outline(html: string): Promise<string[]>;
  /** A rule from examples and all that it finds; null when the page does not show them as one list. */
  learn(task: RecordsToLearn): Promise<{ learned: LearnedRule; records: ListingRecord[] } | null>;
  /** The text of a picture in the language that its page declares, as markup in its layout; null when there is none to be read. */
  readPicture(picture: Buffer, language: string, signal: AbortSignal): Promise<string | null>;
  /** Waits until the host may be asked again; the release tells how it went, so that the pace adapts. */
  enterHost(url: string, signal: AbortSignal): Promise<PoliteVisit>;
  /** Whether the site's robots.txt lets us read this address. */
  robotsAllow(url: string, signal: AbortSignal): Promise<"allowed" | "disallowed" | "unreachable">;
  now(): Date;
}
