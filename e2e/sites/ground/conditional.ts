import { createHash } from "node:crypto";
import type { Reply, SiteRequest } from "./start-site";

/** Answers 304 to a client that holds this very body (ETag) or one no older than `modifiedAt` (RFC 9110, 13.1). */
export function conditional(request: SiteRequest, body: string, modifiedAt: Date, contentType?: string): Reply {
  const etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 20)}"`;
  const modifiedSecond = Math.floor(modifiedAt.getTime() / 1000) * 1000;
  const headers: Record<string, string> = { etag, "last-modified": new Date(modifiedSecond).toUTCString() };
  const known = request.headers["if-none-match"];
  const since = request.headers["if-modified-since"];
  const isKnown = known
    ? known.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag)
    : since !== undefined && Date.parse(since) >= modifiedSecond;
  if (isKnown) return { status: 304, headers };
  return { headers: { ...headers, ...(contentType ? { "content-type": contentType } : {}) }, body };
}
