import { randomBytes } from "node:crypto";
import { startGateway } from "../../deploy/redis-gateway/gateway.mjs";
import { debianPrefix } from "./debian-prefix.mjs";
import { findProgram, freePort, start, stop, waitForPort } from "./process.mjs";

const packages =
  "redis-server redis-tools libc6 libgcc-s1 libstdc++6 libjemalloc2 liblzf1 libssl3t64 libsystemd0 libcap2 liblua5.1-0 libatomic1 zlib1g libzstd1 libhiredis1.1.0".split(
    " ",
  );

function redisProgram() {
  return findProgram("redis-server") ?? `${debianPrefix("redis", packages, ["usr/bin"])}/usr/bin/redis-server`;
}

/**
 * A real Redis without persistence, behind our own gateway that speaks the REST protocol of `@upstash/redis`. For fault
 * tests `kill` ends the server but not the gateway, and `revive` starts it again, empty.
 * @returns {Promise<{ url: string, token: string, kill: () => Promise<void>, revive: () => Promise<void>, stop: () => Promise<void> }>}
 */
export async function startRedis() {
  const port = await freePort();
  const launch = async () => {
    const child = start(redisProgram(), [
      "--port",
      `${port}`,
      "--bind",
      "127.0.0.1",
      "--save",
      "",
      "--appendonly",
      "no",
    ]);
    await waitForPort(port, child, { what: "redis-server" });
    return child;
  };
  let child = await launch();
  const token = randomBytes(16).toString("hex");
  const gateway = await startGateway({ redisPort: port, token, port: 0 });
  return {
    url: `http://127.0.0.1:${gateway.port}`,
    token,
    kill: () => stop(child, "SIGKILL"),
    async revive() {
      child = await launch();
    },
    async stop() {
      await gateway.close();
      await stop(child);
    },
  };
}
