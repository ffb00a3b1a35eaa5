import { fetch as undiciFetch } from "undici";
import { isNeverAllowed, isPublicAddress } from "@/lib/address-policy";
import { logger } from "../logging";
import { checkedAgent, type Resolve, resolveWithSystem } from "./checked-agent";
import { UnreachableError } from "./errors";
import { type Exchange, type ExchangeRequest, exchange } from "./exchange";
import { firstHop, type Hop, nextHop } from "./hop";
import { Deadline, type EgressLimits, limitedBody } from "./limits";
import { endpointOf, requirePublicUrl, requireTrustedUrl } from "./url-policy";

export interface EgressOptions {
  /** Endpoints (`host:port`) that may be private, because the operator named them. */
  trusted?: ReadonlySet<string>;
  /** Endpoints (`host:port`) that may be private whoever leads there, also a page or a redirect: sample sites. */
  allowed?: ReadonlySet<string>;
  limits: EgressLimits;
  /** The name server; tests bring their own. */
  resolve?: Resolve;
}

/** `fetch`, with a third argument for limits that differ from the door's own. */
export type EgressFetch = (
  input: string | URL | Request,
  init?: RequestInit,
  limits?: Partial<EgressLimits>,
) => Promise<Response>;

/** One request and its whole answer, decoded; redirects are the caller's to follow. Errors: those of `fetch`. */
export type EgressExchange = (request: ExchangeRequest, limits?: Partial<EgressLimits>) => Promise<Exchange>;

export interface Egress {
  fetch: EgressFetch;
  exchange: EgressExchange;
  close(): Promise<void>;
}

/** A door out with its own policy. Errors: AddressNotAllowedError, UnreachableError, TooLargeError (while reading), the caller's own abort reason. */
export function createEgress({
  trusted = new Set(),
  allowed = new Set(),
  limits: ownLimits,
  resolve = resolveWithSystem,
}: EgressOptions): Egress {
  const publicAgent = checkedAgent(isPublicAddress, resolve);
  const trustedAgent = checkedAgent((address) => !isNeverAllowed(address), resolve);

  const agentFor = (url: URL) => (allowed.size > 0 && allowed.has(endpointOf(url)) ? trustedAgent : publicAgent);

  const send = (hop: Hop, isTrusted: boolean, signal: AbortSignal) => {
    const url = isTrusted ? requireTrustedUrl(hop.url) : requirePublicUrl(hop.url, allowed);
    const headers = new Headers(hop.headers);
    if (!headers.has("user-agent")) headers.set("user-agent", "Outrider");
    return rawFetch(url, {
      method: hop.method,
      headers,
      body: hop.body,
      redirect: "manual",
      signal,
      duplex: "half",
      dispatcher: isTrusted ? trustedAgent : agentFor(url),
    });
  };

  const fetch: EgressFetch = async (input, init = {}, overrides = {}) => {
    const limits = { ...ownLimits, ...overrides };
    const deadline = new Deadline();
    const callerSignal = init.signal ?? (input instanceof Request ? input.signal : undefined);
    const signal = callerSignal ? AbortSignal.any([callerSignal, deadline.signal]) : deadline.signal;
    let hop = firstHop(input, init);
    deadline.set("total", limits.totalMs);
    deadline.set("headers", limits.headersMs);
    try {
      const named = trusted.size > 0 && URL.canParse(hop.url) ? endpointOf(hop.url) : "";
      for (let redirects = 0; ; redirects++) {
        // A public page must not lead us to a trusted endpoint: trust is for the address that the caller named.
        const isTrusted = trusted.has(named) && URL.canParse(hop.url) && endpointOf(hop.url) === named;
        const response = await send(hop, isTrusted, signal);
        const location = [301, 302, 303, 307, 308].includes(response.status) ? response.headers.get("location") : null;
        if (location === null || init.redirect === "manual") return finish(response, hop.url, limits, deadline);
        await response.body?.cancel();
        if (init.redirect === "error" || redirects >= limits.maxRedirects) throw new UnreachableError("redirects");
        hop = nextHop(hop, response.status, location);
      }
    } catch (error) {
      deadline.stop();
      throw explain(error, hop.url, callerSignal, deadline);
    }
  };
  return {
    fetch,
    exchange: async (request, overrides = {}) => {
      try {
        const url = requirePublicUrl(request.url, allowed);
        return await exchange(agentFor(url), url, request, { ...ownLimits, ...overrides });
      } catch (error) {
        logRefusal(error, request.url);
        throw error;
      }
    },
    close: async () => {
      await Promise.all([publicAgent.destroy(), trustedAgent.destroy()]);
    },
  };
}

/** undici's own types name its own Headers and Response; at run time they have the shape of the global ones. */
function rawFetch(url: URL, init: object): Promise<Response> {
  return undiciFetch(url, init) as unknown as Promise<Response>;
}

function finish(response: Response, url: string, limits: EgressLimits, deadline: Deadline): Response {
  deadline.clear("headers");
  // Encodings inside encodings multiply: a few hundred bytes can become gigabytes.
  if ((response.headers.get("content-encoding") ?? "").includes(",")) {
    response.body?.cancel().catch(() => {});
    throw new UnreachableError("encoding");
  }
  const body = response.body ? limitedBody(response.body, limits, deadline) : null;
  if (!body) deadline.stop();
  const headers = new Headers();
  for (const [name, value] of response.headers) headers.append(name, value);
  const limited = new Response(body, { status: response.status, statusText: response.statusText, headers });
  Object.defineProperty(limited, "url", { value: url });
  return limited;
}

function explain(error: unknown, url: string, callerSignal: AbortSignal | undefined, deadline: Deadline): unknown {
  if (callerSignal?.aborted) return callerSignal.reason;
  const cause = error instanceof TypeError ? error.cause : undefined;
  const known = [deadline.signal.reason, error, cause].find((one) => one instanceof UnreachableError);
  const explained = known ?? (error instanceof TypeError ? new UnreachableError("failed", { cause: error }) : error);
  logRefusal(explained, url);
  return explained;
}

function logRefusal(error: unknown, url: string): void {
  if (!(error instanceof UnreachableError)) return;
  // The address without its path and query, which may hold what is nobody's business.
  const host = URL.canParse(url) ? endpointOf(url) : "(not an address)";
  logger.info({ event: "egress.refused", host, reason: error.reason }, "a request did not go out");
}
