import { env } from "@/lib/env";
import { createEgress, type Egress, type EgressExchange, type EgressFetch } from "./create-egress";
import { endpointOf, requirePublicUrl } from "./url-policy";

export { createEgress, type EgressExchange, type EgressFetch } from "./create-egress";
export { AddressNotAllowedError, type EgressReason, isBlockedAddress, UnreachableError } from "./errors";
export type { Exchange, ExchangeRequest } from "./exchange";
export type { EgressLimits } from "./limits";
export { requirePublicUrl } from "./url-policy";

const mebibyte = 1024 * 1024;

// Route bundles are separate module instances of one process; they share the connections.
const holder = globalThis as typeof globalThis & { outriderEgress?: { operator: Egress; open: Egress } };

function doors(): { operator: Egress; open: Egress } {
  holder.outriderEgress ??= {
    operator: createEgress({
      trusted: trustedEndpoints(),
      // A model may think for minutes, a subscription may stay for days.
      limits: {
        maxBytes: 1024 * mebibyte,
        headersMs: 120_000,
        idleMs: 120_000,
        totalMs: Number.POSITIVE_INFINITY,
        maxRedirects: 5,
      },
    }),
    open: createEgress({
      allowed: env.OUTRIDER_CRAWL_ALLOW,
      limits: { maxBytes: 64 * mebibyte, headersMs: 20_000, idleMs: 15_000, totalMs: 120_000, maxRedirects: 5 },
    }),
  };
  return holder.outriderEgress;
}

/** Endpoints that the environment names are trusted by exact host and port, even when they are private. */
export function trustedEndpoints(): Set<string> {
  // Naming a model of Ollama names its documented address, too.
  const usesOllama = [env.AI_MODEL, env.EMBEDDING_MODEL].some((model) => model?.startsWith("ollama:"));
  const named = [
    env.UPSTASH_REDIS_REST_URL,
    env.AI_BASE_URL,
    env.OLLAMA_BASE_URL ?? (usesOllama ? "http://127.0.0.1:11434" : undefined),
    env.INNGEST_BASE_URL,
    env.INNGEST_DEV,
    env.STORAGE_URL?.replace(/^s3:/, env.STORAGE_URL.includes("tls=false") ? "http:" : "https:"),
  ];
  return new Set(named.filter((url) => url !== undefined && URL.canParse(url)).map((url) => endpointOf(url ?? "")));
}

/**
 * `fetch` for what the operator configured: endpoints named in the environment, and public addresses. Never give it an
 * address that a person typed or a page named: that is `publicFetch`.
 */
export const egressFetch: EgressFetch = (input, init, limits) => doors().operator.fetch(input, init, limits);

/**
 * `fetch` for addresses from people, pages and models: public ones only (and OUTRIDER_CRAWL_ALLOW), checked at every
 * connection and redirect.
 */
export const publicFetch: EgressFetch = (input, init, limits) => doors().open.fetch(input, init, limits);

/** Whether an address belongs to the sample sites that OUTRIDER_CRAWL_ALLOW opens. */
export const isSampleSite = (url: string): boolean => env.OUTRIDER_CRAWL_ALLOW.has(endpointOf(url));

/** Whether an address that a person typed may be read at all, asked when it is saved; it is asked again at every use. Throws AddressNotAllowedError, UnreachableError. */
// Not through the shared door: its errors would be of another bundle's classes, which nobody here would recognise.
export const requireReadableUrl = (input: string | URL): URL => requirePublicUrl(input, env.OUTRIDER_CRAWL_ALLOW);

/** One request and its whole answer through the door of `publicFetch`; the caller follows redirects, each checked again here. */
export const publicExchange: EgressExchange = (request, limits) => doors().open.exchange(request, limits);
