import { dataPath, env } from "@/lib/env";
import type { LiveBus } from "./bus/bus";
import { inProcessBus } from "./bus/in-process-bus";
import { type RedisBus, redisBus } from "./bus/redis-bus";
import { type Cache, cacheOver } from "./cache/cache";
import { memoryStore } from "./cache/memory-store";
import { redisStore } from "./cache/redis-store";
import { egressFetch } from "./egress";
import { memoryLimiter } from "./limits/memory-limiter";
import type { RateLimiter } from "./limits/rate-limiter";
import { redisLimiter } from "./limits/redis-limiter";
import type { MailTransport } from "./mail/mail";
import { smtpTransport } from "./mail/smtp-transport";
import { redisClient } from "./redis/redis-client";
import { diskStorage } from "./storage/disk-storage";
import { s3Storage } from "./storage/s3-storage";
import type { FileStorage } from "./storage/storage";

// Each port has an adapter that needs nothing and one for many nodes; the environment chooses, here and nowhere else.

interface Ports {
  storage: FileStorage;
  bus: LiveBus | RedisBus;
  cache: Cache;
  limiter: RateLimiter;
  mail: MailTransport | null;
  redis: ReturnType<typeof redisClient> | null;
}

// Route bundles and instrumentation are separate module instances of one process and must share these.
const holder = globalThis as typeof globalThis & { outriderPorts?: Partial<Ports> };
holder.outriderPorts ??= {};
const made = holder.outriderPorts;

const redisEndpoint =
  env.UPSTASH_REDIS_REST_URL && env.UPSTASH_REDIS_REST_TOKEN
    ? { url: env.UPSTASH_REDIS_REST_URL, token: env.UPSTASH_REDIS_REST_TOKEN, egress: egressFetch }
    : null;

/** One client for cache and limits, so that they share one breaker. */
function redis(): Ports["redis"] {
  made.redis ??= redisEndpoint && redisClient(redisEndpoint);
  return made.redis;
}

export function fileStorage(): FileStorage {
  made.storage ??= env.STORAGE_URL ? s3Storage(env.STORAGE_URL, egressFetch) : diskStorage(dataPath("files"));
  return made.storage;
}

export function liveBus(): LiveBus {
  made.bus ??= redisEndpoint
    ? redisBus((onStreamEnd) => redisClient({ ...redisEndpoint, onStreamEnd }))
    : inProcessBus();
  return made.bus;
}

/** Whether a message on the bus is heard by every process that works on this database. */
export const busReachesEveryProcess = redisEndpoint !== null || !env.DATABASE_URL;

export function cache(): Cache {
  const client = redis();
  made.cache ??= cacheOver(client ? redisStore(client) : memoryStore());
  return made.cache;
}

export function rateLimiter(): RateLimiter {
  const client = redis();
  made.limiter ??= client ? redisLimiter(client) : memoryLimiter();
  return made.limiter;
}

/** Null where no mail server is configured: mail then waits in the outbox for the operator. */
export function mailTransport(): MailTransport | null {
  if (made.mail === undefined) made.mail = env.SMTP_URL ? smtpTransport(env.SMTP_URL, env.MAIL_FROM) : null;
  return made.mail;
}
