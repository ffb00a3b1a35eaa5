/** Fetching: one page over HTTP, through the door out; what came, or why nothing did. Never throws for what a site does. */
export { asPosted } from "./as-posted";
export { explainError } from "./explain-error";
export { failure } from "./failure";
export { type FetchOptions, type FetchRequest, fetchPage, pageLimits } from "./fetch-page";
export {
  type FetchedPage,
  type FetchFailure,
  type FetchFailureCode,
  type FetchOutcome,
  fetchFailureCodes,
  type OpenedText,
} from "./fetched-page";
export { isHtml, isTextual, mimeOf } from "./mime-type";
export { type BrowserCookie, SourceCookies } from "./source-cookies";
export { userAgent, userAgentToken } from "./user-agent";
export { withoutSecrets } from "./without-secrets";
