import { ipVersion, isNeverAllowed } from "./address-policy";

/**
 * Reads a list like `127.0.0.1:4010,localhost:4011,[::1]:4012` into endpoints (`host:port`, IPv6 without brackets): private
 * places that crawling may visit all the same, each by its exact host and port. Throws an Error that names the first entry
 * that is not of this form or is a place that no setting may open (link-local, where clouds hand out credentials).
 */
export function parseCrawlAllow(text: string): Set<string> {
  const entries = text
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  return new Set(entries.map(parseEndpoint));
}

function parseEndpoint(entry: string): string {
  const port = entry.slice(entry.lastIndexOf(":") + 1);
  const url = /^\d{1,5}$/.test(port) && Number(port) > 0 ? URL.parse(`http://${entry}/`) : null;
  const host = url?.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "") ?? "";
  // What the URL reader dropped or rewrote (user, path, wildcard, a number in other clothes) is not an exact name.
  const isExact =
    entry.toLowerCase() === `${ipVersion(host) === 6 ? `[${host}]` : host}:${port}` && /^[a-z0-9:.-]+$/.test(host);
  if (!isExact) throw new Error(`"${entry}" is not of the form host:port`);
  if (ipVersion(host) !== 0 && isNeverAllowed(host)) throw new Error(`"${entry}" is a place that no setting may open`);
  return `${host}:${port}`;
}
