import type { Redis } from "@upstash/redis";
import type { CacheStore } from "./cache";

/** Text in Redis, shared by all nodes. It travels inside an object, because the client would read bare JSON text as a value. */
export function redisStore(redis: Redis): CacheStore {
  return {
    async get(key) {
      return (await redis.get<{ text: string }>(key))?.text ?? null;
    },
    async set(key, value, ttlMs) {
      await redis.set(key, { text: value }, { px: Math.max(1, Math.ceil(ttlMs)) });
    },
    async delete(key) {
      await redis.del(key);
    },
  };
}
