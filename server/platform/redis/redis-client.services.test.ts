import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { egressTo, ownRedis, sharedRedis } from "../testing/redis";
import { redisClient } from "./redis-client";

describe("Redis behind the gateway", () => {
  it("understands what the client sends: values, numbers, hashes, lists of commands, transactions, scripts", async () => {
    const redis = sharedRedis();
    const key = newId();
    const value = { text: 'é "quoted" \u0000', list: [1, null, { a: "b" }] };
    await redis.set(key, value, { ex: 60 });
    expect(await redis.get(key)).toEqual(value);
    expect(await redis.get(newId())).toBeNull();
    expect(await redis.hset(`${key}:h`, { a: 1, b: "x" })).toBe(2);
    expect(await redis.hgetall(`${key}:h`)).toEqual({ a: 1, b: "x" });
    const many = await Promise.all(Array.from({ length: 50 }, () => redis.incr(`${key}:n`)));
    expect(many.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect(await redis.multi().set(`${key}:t`, 1).incr(`${key}:t`).exec()).toEqual(["OK", 2]);
    expect(await redis.eval("return { KEYS[1], ARGV[1] }", ["k"], ["v"])).toEqual(["k", "v"]);
  });

  it("passes Redis's own errors on, and refuses what would block or change the shared connection", async () => {
    const redis = sharedRedis();
    const key = newId();
    await redis.set(key, "text");
    await expect(redis.lpush(key, 1)).rejects.toThrow("WRONGTYPE");
    for (const command of [
      ["BLPOP", key, "0"],
      ["SELECT", "1"],
      ["CONFIG", "GET", "*"],
      ["XREAD", "block", "0", "STREAMS", key, "$"],
    ]) {
      await expect(redis.exec(command as [string, ...string[]])).rejects.toThrow("not available");
    }
  });

  it("answers nobody without the token", async () => {
    const url = process.env.TEST_REDIS_URL ?? "";
    for (const token of ["", "wrong", `${process.env.TEST_REDIS_TOKEN}x`]) {
      await expect(redisClient({ url, token, egress: egressTo(url) }).ping()).rejects.toThrow("401");
    }
  });
});

describe("a Redis that is ill", () => {
  it("is given up after its time, and after five failures not asked again for a while", async () => {
    let asked = 0;
    const silent = createServer(() => {
      asked++;
    });
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const redis = redisClient({ url, token: "t", egress: egressTo(url), timeoutMs: 50 });
    for (let i = 0; i < 5; i++) await expect(redis.get("k")).rejects.toThrow("could not be reached");
    for (let i = 0; i < 20; i++) await expect(redis.get("k")).rejects.toThrow("breaker is open");
    expect(asked).toBeLessThanOrEqual(5);
    silent.closeAllConnections();
    silent.close();
  });

  it("is not asked for a while once it answers slowly time after time", async () => {
    let asked = 0;
    const slow = createServer((_, reply) => {
      asked++;
      setTimeout(() => reply.setHeader("content-type", "application/json").end('{"result":"v"}'), 120);
    });
    await new Promise<void>((resolve) => slow.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(slow.address() as AddressInfo).port}`;
    const redis = redisClient({ url, token: "t", egress: egressTo(url), timeoutMs: 200 });
    for (let i = 0; i < 5; i++) expect(await redis.get("k").catch(() => "late")).toMatch(/^(v|late)$/);
    for (let i = 0; i < 20; i++) await expect(redis.get("k")).rejects.toThrow("breaker is open");
    expect(asked).toBe(5);
    slow.closeAllConnections();
    slow.close();
  });

  it("is used again after it has come back", async () => {
    const server = await ownRedis();
    const redis = server.client();
    expect(await redis.ping()).toBe("PONG");
    await server.kill();
    await expect(redis.ping()).rejects.toThrow();
    await server.revive();
    expect(await redis.ping()).toBe("PONG");
    await server.stop();
  });
});
