import { AddressNotAllowedError, UnreachableError } from "./errors";

/** One request of a chain of redirects. */
export interface Hop {
  url: string;
  method: string;
  headers: Headers;
  body: BodyInit | null;
}

/** What may follow a redirect to another origin; everything else could be a secret of the first. */
const harmlessHeaders = ["accept", "accept-language", "accept-encoding", "user-agent"];

/** The arguments of `fetch` as a first hop. */
export function firstHop(input: string | URL | Request, init: RequestInit): Hop {
  const request = input instanceof Request ? input : undefined;
  return {
    url: request?.url ?? String(input),
    method: (init.method ?? request?.method ?? "GET").toUpperCase(),
    headers: new Headers(init.headers ?? request?.headers),
    body: init.body ?? request?.body ?? null,
  };
}

/**
 * The request that follows a redirect, by the rules of the Fetch standard (section 4.4), but stricter: another origin gets
 * neither the caller's headers nor a body. Throws UnreachableError when the redirect cannot be followed safely.
 */
export function nextHop(hop: Hop, status: number, location: string): Hop {
  const url = URL.parse(location, hop.url);
  if (!url) throw new AddressNotAllowedError();
  const isSameOrigin = url.origin === new URL(hop.url).origin;
  const becomesGet =
    (status === 303 && hop.method !== "HEAD") || ((status === 301 || status === 302) && hop.method === "POST");
  const keepsBody = hop.body !== null && !becomesGet;
  if (keepsBody && (!isSameOrigin || hop.body instanceof ReadableStream)) throw new UnreachableError("redirects");
  const headers = new Headers();
  for (const [name, value] of hop.headers) {
    if (isSameOrigin ? keepsBody || !/^content-/i.test(name) : harmlessHeaders.includes(name)) headers.set(name, value);
  }
  return { url: url.href, method: becomesGet ? "GET" : hop.method, headers, body: keepsBody ? hop.body : null };
}
