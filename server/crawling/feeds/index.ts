/** Reads RSS, Atom, CDF and JSON feeds as they are found on the web, and the dates that people write. */
export { UnreadableFeedError, type UnreadableFeedReason } from "./errors";
export type { Feed, FeedItem } from "./feed";
export { htmlToText } from "./html-to-text";
export { type FeedOrigin, parseFeed } from "./parse-feed";
export { readDate } from "./read-date";
export { isJsonFeed } from "./read-json-feed";
