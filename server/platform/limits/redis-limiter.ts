import type { Redis } from "@upstash/redis";
import { logger } from "../logging";
import { memoryLimiter } from "./memory-limiter";
import { type RateLimiter, type RateRule, rateKey } from "./rate-limiter";

// `decide` of rate-limiter.ts, in Redis, by Redis's own clock, so that nodes agree. Numbers travel as text: an integer
// reply would lose its fraction.
const script = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local window, step, cost = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local base = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now)
local next = base + cost * step
if next - now > window + step / 1000 then
  return { 0, math.max(0, math.floor((window - (base - now)) / step + 0.001)), math.max(1, math.ceil((next - now - window) / 1000)) }
end
redis.call('SET', KEYS[1], string.format('%.3f', next), 'PX', math.max(1, math.ceil(next - now)))
return { 1, math.max(0, math.floor((window - (next - now)) / step + 0.001)), 0 }
`;

/**
 * Limits shared by all nodes. When Redis is out, each node goes on alone with a quarter of the limit: nodes that cannot
 * count together must not let more through than before. When Redis has forgotten what it counted (flushed, or started anew without its data), each
 * node still knows what it let through itself.
 */
export function redisLimiter(redis: Redis, alone: RateLimiter = memoryLimiter()): RateLimiter {
  let wasOut = false;
  return {
    async take(rule, subject, cost = 1) {
      const windowMs = rule.windowSeconds * 1000;
      try {
        const args = [windowMs, windowMs / rule.limit, cost].map(String);
        const [allowed, remaining, retryAfterSeconds] = await redis.eval<string[], [number, number, number]>(
          script,
          [rateKey(rule, subject)],
          args,
        );
        wasOut = false;
        const decision = {
          isAllowed: Number(allowed) === 1,
          remaining: Number(remaining),
          retryAfterSeconds: Number(retryAfterSeconds),
        };
        if (!decision.isAllowed) return decision;
        const own = await alone.take(remembered(rule), subject, cost);
        return own.isAllowed ? decision : own;
      } catch (error) {
        if (!wasOut)
          logger.warn({ event: "limits.redis_out", error: String(error) }, "counting limits on this node alone");
        wasOut = true;
        return alone.take(stricter(rule), subject, cost);
      }
    },
  };
}

/** What this node has let through itself. A quarter more than the rule, because its clock and Redis's do not tick together. */
function remembered(rule: RateRule): RateRule {
  return { ...rule, name: `${rule.name}.own`, limit: Math.ceil(rule.limit * 1.25) };
}

function stricter(rule: RateRule): RateRule {
  return { ...rule, name: `${rule.name}.alone`, limit: Math.max(1, Math.floor(rule.limit / 4)) };
}
