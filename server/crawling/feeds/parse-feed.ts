import { decodeXml } from "../xml";
import { UnreadableFeedError } from "./errors";
import type { Feed } from "./feed";
import { readJsonFeed } from "./read-json-feed";
import { readXmlFeed } from "./read-xml-feed";

export interface FeedOrigin {
  /** Where it was read from; relative addresses start there. */
  url: string;
  /** The server's word on the charset. What the content is, the content tells. */
  contentType?: string;
  /** The Content-Location header: what the answer calls its own address. */
  contentLocation?: string;
}

/**
 * Reads RSS, Atom, CDF and JSON feeds, broken ones too. Throws UnreadableFeedError for what is none. Bytes are better than text: they
 * still hold the encoding.
 */
export function parseFeed(body: Uint8Array | string, origin: FeedOrigin): Feed {
  const decoded = typeof body === "string" ? body : decodeXml(body, origin.contentType);
  const text = decoded.replace(/^[\ufeff\s]+/, "");
  if (text === "") throw new UnreadableFeedError("empty");
  const base = URL.parse(origin.contentLocation?.trim() ?? "", origin.url)?.href ?? origin.url;
  return /^[{[]/.test(text) ? readJsonFeed(text, base) : readXmlFeed(text, base);
}
