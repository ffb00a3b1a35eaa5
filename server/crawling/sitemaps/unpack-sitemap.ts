import { gunzipSync } from "node:zlib";

/** What the protocol (sitemaps.org) allows one file to be, unpacked. */
const mostBytes = 50 * 1024 * 1024;

/** The body of a sitemap that is published packed (.xml.gz); any other body as it is. Null for one that is damaged or unpacks to too much. */
export function unpackSitemap(body: Uint8Array): Uint8Array | null {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body;
  try {
    return gunzipSync(body, { maxOutputLength: mostBytes });
  } catch {
    return null;
  }
}
