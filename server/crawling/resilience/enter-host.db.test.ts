import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { crawlHosts } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { inSystem } from "@/server/platform/workspace-context";
import { enterHost } from "./enter-host";

openTestDatabase();
const never = new AbortController().signal;

test("ten visitors who come together enter one after the other, each gap at least the setting", async () => {
  const times: number[] = [];
  await Promise.all(
    Array.from({ length: 10 }, async () => {
      await enterHost("https://one.example", { settingMs: 60, crawlDelayMs: null }, never);
      times.push(performance.now());
    }),
  );
  times.sort((a, b) => a - b);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(60);
});

test("a process that wakes late still lets no two through at once", async () => {
  const times: number[] = [];
  const visitors = Array.from({ length: 4 }, async () => {
    await enterHost("https://late.example", { settingMs: 300, crawlDelayMs: null }, never);
    times.push(performance.now());
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  // All their timers are due when the loop is free again.
  const until = performance.now() + 1_200;
  while (performance.now() < until);
  await Promise.all(visitors);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(300);
});

test("who was held up after its moment keeps the distance once more, and who was not loses no time", async () => {
  const rules = { settingMs: 600, crawlDelayMs: null };
  const enter = () => enterHost("https://busy.example", rules, never);
  const went: number[] = [];
  const go = async (visit: Awaited<ReturnType<typeof enter>>) => {
    await visit.startNow();
    went.push(performance.now());
  };
  // Both have their moments, and then both wait for the same browser.
  const held = [await enter(), await enter()];
  await Promise.all(held.map(go));
  const later = await enter();
  const since = performance.now();
  await go(later);
  // Not the distance once more.
  expect(performance.now() - since).toBeLessThan(500);
  const gaps = went.slice(1).map((at, before) => at - (went[before] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(500);
});

test("who already has a moment stays away, too, when the host asks for patience meanwhile", async () => {
  // Long enough that a slow machine has asked for patience before the second one's moment comes.
  const rules = { settingMs: 1_500, crawlDelayMs: null };
  const leave = await enterHost("https://five.example", rules, never);
  const second = enterHost("https://five.example", rules, AbortSignal.timeout(4_000));
  await new Promise((resolve) => setTimeout(resolve, 1));
  await leave({ isOverloaded: true, retryAfterMs: 60_000, ms: 5 });
  await expect(second).rejects.toThrow();
});

test("a host that asks for patience is left alone for that long, whoever comes", async () => {
  const origin = "https://two.example";
  const leave = await enterHost(origin, { settingMs: 10, crawlDelayMs: null }, never);
  await leave({ isOverloaded: true, retryAfterMs: 30_000, ms: 5 });
  await expect(enterHost(origin, { settingMs: 10, crawlDelayMs: null }, AbortSignal.timeout(100))).rejects.toThrow();
  const [host] = await inSystem((tx) => tx.select().from(crawlHosts).where(eq(crawlHosts.host, origin)));
  expect(host?.state).toMatchObject({ learnedGapMs: 1_000 });
});

test("hosts do not wait for each other", async () => {
  await enterHost("https://three.example", { settingMs: 60_000, crawlDelayMs: null }, never);
  await expect(enterHost("https://four.example", { settingMs: 60_000, crawlDelayMs: null }, never)).resolves.toBeTypeOf(
    "function",
  );
});
