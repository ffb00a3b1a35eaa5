import { type EgressLimits, egressFetch, publicFetch } from "@/server/platform/egress";
import type { ModelEndpoint } from "./endpoint";

/** No model writes megabytes; a server that does is broken or hostile. */
const limits: Partial<EgressLimits> = {
  maxBytes: 16 * 1024 * 1024,
  headersMs: 90_000,
  idleMs: 30_000,
  maxRedirects: 0,
};

/**
 * The `fetch` through which `ai` reaches this endpoint, by the door that its trust allows. Redirects are refused: no
 * model API needs them, and one could carry a prompt to a third party.
 */
export function modelFetch(endpoint: ModelEndpoint): typeof fetch {
  const door = endpoint.trust === "installation" ? egressFetch : publicFetch;
  return (input, init) => door(input, { ...init, redirect: "error" }, limits);
}
