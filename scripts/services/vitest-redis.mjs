import { startTestServices } from "../test-services.mjs";

/** Starts Redis and its gateway once for the run, unless `npm test` or TEST_REDIS_URL has brought one already. */
export async function setup() {
  const services = await startTestServices(["redis"]);
  if (services.missing.redis) throw new Error(`no Redis for the service tests: ${services.missing.redis}`);
  Object.assign(process.env, services.env);
  return services.stop;
}
