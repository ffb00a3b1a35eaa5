// Runs the gateway as its own process: REDIS_URL, GATEWAY_TOKEN, PORT (8079), HOST (127.0.0.1). No dependencies.
import { startGateway } from "./gateway.mjs";

const { REDIS_URL = "redis://127.0.0.1:6379", GATEWAY_TOKEN, PORT = "8079", HOST = "127.0.0.1" } = process.env;
if (!GATEWAY_TOKEN || GATEWAY_TOKEN.length < 16) {
  console.error("GATEWAY_TOKEN must be set, 16 characters or more: it is the password of this Redis");
  process.exit(1);
}
const redis = new URL(REDIS_URL);
const gateway = await startGateway({
  redisHost: redis.hostname,
  redisPort: Number(redis.port || 6379),
  redisPassword: decodeURIComponent(redis.password) || undefined,
  token: GATEWAY_TOKEN,
  port: Number(PORT),
  host: HOST,
});
console.log(`listening on http://${HOST}:${gateway.port}`);
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => gateway.close().then(() => process.exit(0)));
