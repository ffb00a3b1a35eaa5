import { Redis } from "@upstash/redis";
import { expect, it } from "vitest";
import { startS3 } from "@/scripts/services/s3.mjs";
import { startSmtp } from "@/scripts/services/smtp.mjs";
it("works", async () => {
  const redis = new Redis({ url: process.env.TEST_REDIS_URL ?? "", token: process.env.TEST_REDIS_TOKEN ?? "", enableTelemetry: false });
  await redis.set("a", { x: "é" });
  expect(await redis.get("a")).toEqual({ x: "é" });
  expect(await redis.hset("h", { a: 1, b: "x" })).toBe(2);
  expect(await redis.hgetall("h")).toEqual({ a: 1, b: "x" });
  expect(await redis.multi().set("b", 1).incr("b").exec()).toEqual(["OK", 2]);
  const s3 = await startS3(); console.log(s3.storageUrl); await s3.stop();
  const smtp = await startSmtp(); console.log(smtp.smtpUrl); await smtp.stop();
});
