import { startRedis } from "@/scripts/services/redis.mjs";
import { createEgress, type EgressFetch } from "../egress";
import { endpointOf } from "../egress/url-policy";
import { redisClient } from "../redis/redis-client";

const limits = {
  maxBytes: 1 << 24,
  headersMs: 2000,
  idleMs: Number.POSITIVE_INFINITY,
  totalMs: Number.POSITIVE_INFINITY,
  maxRedirects: 0,
};

/** A door out that trusts exactly the test server at `url`. */
export function egressTo(url: string): EgressFetch {
  return createEgress({ trusted: new Set([endpointOf(url)]), limits }).fetch;
}

// A busy test machine must not look like an absent Redis.
const patientMs = 10_000;

/** The Redis that the run has started for all service tests. */
export function sharedRedis(onStreamEnd?: () => void) {
  const url = process.env.TEST_REDIS_URL ?? "";
  const options = { url, token: process.env.TEST_REDIS_TOKEN ?? "", egress: egressTo(url), timeoutMs: patientMs };
  return redisClient(onStreamEnd ? { ...options, onStreamEnd } : options);
}

/** A Redis of one's own, to be killed. */
export async function ownRedis() {
  const server = await startRedis();
  const egress = egressTo(server.url);
  return {
    ...server,
    client: (onStreamEnd: () => void = () => {}) =>
      redisClient({ url: server.url, token: server.token, egress, timeoutMs: patientMs, onStreamEnd }),
  };
}
