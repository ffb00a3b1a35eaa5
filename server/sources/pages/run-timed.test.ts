import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Piscina } from "piscina";
import { afterAll, expect, test } from "vitest";
import { runTimed } from "./run-timed";

const program = join(mkdtempSync(join(tmpdir(), "timed-")), "worker.mjs");
writeFileSync(
  program,
  `import { threadId } from "node:worker_threads";
  // A thread that is slow to start.
  await new Promise((done) => setTimeout(done, 700));
  export default async ({ begun, does }) => {
    begun.postMessage(threadId);
    if (does === "turns") for (;;) {}
    if (does === "sleeps") await new Promise((done) => setTimeout(done, 900));
    return does;
  };`,
);
const pool = new Piscina({ filename: program, minThreads: 0, maxThreads: 1 });
afterAll(() => pool.destroy());
const limits = { cpuMs: 300, wallMs: 60_000, waitMs: 60_000 };
const run = (does: string, own: Partial<typeof limits> = {}) =>
  runTimed<string>(pool, { does }, "default", { ...limits, ...own });

test("what waits for its thread or for its turn is not broken off, what turns without end is, and the next has a thread again", async () => {
  expect(await run("nothing")).toBe("nothing");
  expect(await run("sleeps")).toBe("sleeps");
  await expect(run("turns")).rejects.toThrow(/abort/i);
  expect(await run("nothing again")).toBe("nothing again");
}, 120_000);

test("a thread that never ends without using the processor is broken off, and one that never begins", async () => {
  await expect(run("sleeps", { wallMs: 100 })).rejects.toThrow(/abort/i);
  await expect(run("nothing", { waitMs: 50 })).rejects.toThrow(/abort/i);
}, 120_000);
