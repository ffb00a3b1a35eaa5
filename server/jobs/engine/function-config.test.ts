import { describe, expect, it } from "vitest";
import {
  concurrencyOf,
  isTriggeredBy,
  nextSlot,
  priorityOf,
  readFunctions,
  UnsupportedFunctionError,
} from "./function-config";
import type { EventPayload, FunctionConfig } from "./protocol";

const steps = { step: { runtime: { url: "http://localhost/api/inngest?fnId=a" }, retries: { attempts: 2 } } };
const read = (more: object) => {
  const config = { id: "app-a", triggers: [{ event: "a/b" }], steps, ...more } as FunctionConfig;
  const fn = readFunctions([config]).get("app-a");
  if (!fn) throw new Error("it was not read");
  return fn;
};
const event = (name: string, data: Record<string, unknown> = {}): EventPayload => ({ id: "1", name, data, ts: 0 });

describe("readFunctions", () => {
  it.each([
    ["throttle", { limit: 1, period: "1s" }],
    ["rateLimit", { limit: 1, period: "1s" }],
    ["debounce", { period: "1s" }],
    ["batchEvents", { maxSize: 2, timeout: "1s" }],
    ["singleton", { mode: "skip" }],
    ["timeouts", { start: "1s" }],
    ["somethingNew", {}],
  ])("refuses %s by name", (key, value) => {
    expect(() => read({ [key]: value })).toThrow(UnsupportedFunctionError);
    expect(() => read({ [key]: value })).toThrow(`app-a: ${key} is not supported`);
  });

  it("refuses what it cannot evaluate, at once", () => {
    expect(() => read({ idempotency: "size(event.data)" })).toThrow(UnsupportedFunctionError);
    expect(() => read({ triggers: [{ cron: "never" }] })).toThrow(UnsupportedFunctionError);
    expect(() => read({ triggers: [{ cron: "0 0 0 * * *" }] })).toThrow("needs five fields");
    expect(() => read({ triggers: [{ cron: "0 0 * * *", jitter: "5m" }] })).toThrow("jitter");
    expect(() => read({ cancel: [{ event: "x", if: "nonsense" }] })).toThrow(UnsupportedFunctionError);
  });

  it("counts attempts as a server does", () => {
    expect(read({}).maxAttempts).toBe(3);
    expect(read({ steps: { step: { runtime: { url: "http://x" } } } }).maxAttempts).toBe(5);
  });
});

it("is triggered by name, by prefix and by condition", () => {
  expect(isTriggeredBy(read({}), event("a/b"))).toBe(true);
  expect(isTriggeredBy(read({}), event("a/bc"))).toBe(false);
  expect(isTriggeredBy(read({ triggers: [{ event: "a/*" }] }), event("a/bc"))).toBe(true);
  const conditional = read({ triggers: [{ event: "a/b", expression: "event.data.n > 1" }] });
  expect(isTriggeredBy(conditional, event("a/b", { n: 1 }))).toBe(false);
  expect(isTriggeredBy(conditional, event("a/b", { n: 2 }))).toBe(true);
});

it("keeps concurrency keys of functions apart, and shares those of an environment", () => {
  const fn = read({
    concurrency: [
      { limit: 2, key: "event.data.k" },
      { limit: 9, scope: "env", key: "'all'" },
    ],
  });
  expect(concurrencyOf(fn, event("a/b", { k: "x" }))).toEqual({ keys: ['app-a:"x"', 'env:"all"'], limits: [2, 9] });
  expect(concurrencyOf(read({ concurrency: 3 }), event("a/b"))).toEqual({ keys: ["app-a"], limits: [3] });
});

it("bounds priorities", () => {
  const fn = read({ priority: { run: "event.data.p" } });
  expect(priorityOf(fn, event("a/b", { p: 5000 }))).toBe(600);
  expect(priorityOf(fn, event("a/b", { p: "x" }))).toBe(0);
});

it("follows a schedule through the change to winter time, each slot once", () => {
  // Clocks in Paris go back at 03:00 on 2026-10-25.
  const first = nextSlot("TZ=Europe/Paris 30 2 * * *", new Date("2026-10-24T12:00:00Z"));
  const second = nextSlot("TZ=Europe/Paris 30 2 * * *", first);
  expect([first, second].map((date) => date.toISOString().slice(0, 10))).toEqual(["2026-10-25", "2026-10-26"]);
});
