import { startTestServices } from "../test-services.mjs";

/** Starts Postgres once for the run, unless `npm test` or TEST_DATABASE_URL has brought one already. */
export async function setup() {
  const services = await startTestServices(["postgres"]);
  if (services.missing.postgres) throw new Error(`no Postgres for the database tests: ${services.missing.postgres}`);
  Object.assign(process.env, services.env);
  return services.stop;
}
