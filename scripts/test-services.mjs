// The servers that tests talk to: a real Postgres with pgvector and a real Redis behind its gateway. As a program it
// starts them, with S3 and SMTP servers beside, prints their addresses as environment variables, and stops them on Ctrl-C.
import { pathToFileURL } from "node:url";
import { startPostgres } from "./services/postgres.mjs";
import { startRedis } from "./services/redis.mjs";

/**
 * Starts what can be started; what cannot is named in `missing` with its reason.
 * @returns {Promise<{ env: Record<string, string>, missing: Record<string, string>, stop: () => Promise<void> }>}
 */
export async function startTestServices(wanted = ["postgres", "redis"]) {
  const env = {};
  const missing = {};
  const running = [];
  const attempt = async (name, begin) => {
    try {
      running.push(await begin());
    } catch (error) {
      missing[name] = error.message;
    }
  };
  if (wanted.includes("postgres") && !process.env.TEST_DATABASE_URL) {
    await attempt("postgres", async () => {
      const postgres = await startPostgres();
      env.TEST_DATABASE_URL = postgres.url;
      return postgres;
    });
  }
  if (wanted.includes("redis") && !process.env.TEST_REDIS_URL) {
    await attempt("redis", async () => {
      const redis = await startRedis();
      Object.assign(env, { TEST_REDIS_URL: redis.url, TEST_REDIS_TOKEN: redis.token });
      return redis;
    });
  }
  return {
    env,
    missing,
    async stop() {
      await Promise.allSettled(running.map((service) => service.stop()));
    },
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const services = await startTestServices();
  const [{ startS3 }, { startSmtp }] = await Promise.all([import("./services/s3.mjs"), import("./services/smtp.mjs")]);
  const [s3, smtp] = await Promise.all([startS3(), startSmtp()]);
  for (const [name, reason] of Object.entries(services.missing)) console.error(`missing: ${name}: ${reason}`);
  const env = { ...services.env, TEST_STORAGE_URL: s3.storageUrl, TEST_SMTP_URL: smtp.smtpUrl };
  for (const [name, value] of Object.entries(env)) console.log(`${name}=${value}`);
  const end = async () => {
    await Promise.allSettled([services.stop(), s3.stop(), smtp.stop()]);
    process.exit(0);
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
}
