import { describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { ownRedis, sharedRedis } from "../testing/redis";
import { memoryLimiter } from "./memory-limiter";
import { redisLimiter } from "./redis-limiter";

describe.each([
  ["in process", () => memoryLimiter()],
  ["Redis", () => redisLimiter(sharedRedis())],
])("limits %s", (_, makeLimiter) => {
  const limiter = makeLimiter();
  const hourly = { name: "test.hourly", limit: 5, windowSeconds: 3600 };

  it("lets exactly the limit through, and says how long to wait", async () => {
    const subject = newId();
    const taken = [];
    for (let i = 0; i < 7; i++) taken.push(await limiter.take(hourly, subject));
    expect(taken.map(({ isAllowed }) => isAllowed)).toEqual([true, true, true, true, true, false, false]);
    expect(taken.map(({ remaining }) => remaining)).toEqual([4, 3, 2, 1, 0, 0, 0]);
    expect(taken[4]?.retryAfterSeconds).toBe(0);
    expect(taken[5]?.retryAfterSeconds).toBeGreaterThan(700);
    expect(taken[5]?.retryAfterSeconds).toBeLessThanOrEqual(720);
  });

  it("lets exactly the limit through when all come at once", async () => {
    const subject = newId();
    const taken = await Promise.all(Array.from({ length: 40 }, () => limiter.take(hourly, subject)));
    expect(taken.filter(({ isAllowed }) => isAllowed)).toHaveLength(5);
  });

  it("counts subjects and rules apart, and a costly step by its cost", async () => {
    const subject = newId();
    expect((await limiter.take(hourly, subject, 5)).isAllowed).toBe(true);
    expect((await limiter.take(hourly, subject)).isAllowed).toBe(false);
    expect((await limiter.take(hourly, newId())).isAllowed).toBe(true);
    expect((await limiter.take({ ...hourly, name: "test.other" }, subject)).isAllowed).toBe(true);
    expect((await limiter.take(hourly, newId(), 6)).isAllowed).toBe(false);
  });

  it("refills evenly over the window", async () => {
    const rule = { name: "test.fast", limit: 10, windowSeconds: 1 };
    const subject = newId();
    expect((await limiter.take(rule, subject, 10)).isAllowed).toBe(true);
    expect((await limiter.take(rule, subject, 10)).isAllowed).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect((await limiter.take(rule, subject, 2)).isAllowed).toBe(true);
  });
});

describe("limits whose Redis is gone", () => {
  it("stay, stricter, on this node alone", async () => {
    const server = await ownRedis();
    const limiter = redisLimiter(server.client());
    const rule = { name: "test.sign-in", limit: 8, windowSeconds: 3600 };
    const subject = newId();
    expect((await limiter.take(rule, subject)).isAllowed).toBe(true);
    await server.kill();
    const taken = [];
    for (let i = 0; i < 20; i++) taken.push(await limiter.take(rule, subject));
    expect(taken.filter(({ isAllowed }) => isAllowed)).toHaveLength(2);
    await server.stop();
  });

  it("stay when Redis has forgotten what it counted", async () => {
    const server = await ownRedis();
    const redis = server.client();
    const limiter = redisLimiter(redis);
    const rule = { name: "test.sign-in", limit: 8, windowSeconds: 3600 };
    const subject = newId();
    const allowed = async (times: number) => {
      let count = 0;
      for (let i = 0; i < times; i++) if ((await limiter.take(rule, subject)).isAllowed) count++;
      return count;
    };
    expect(await allowed(12)).toBe(8);
    await redis.flushall();
    expect(await allowed(12)).toBeLessThanOrEqual(2);
    await server.stop();
  });
});
