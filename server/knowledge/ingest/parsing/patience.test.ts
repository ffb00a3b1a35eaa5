import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { Patience, processorMs } from "./patience";

test("patience ends with the processor time spent since the last result, not with the time that passes on a busy machine", async () => {
  const patience = new Patience(100);
  expect(patience.isOver(5_000)).toBe(false);
  await wait(150);
  expect(patience.isOver(5_090)).toBe(false);
  patience.restart();
  expect(patience.isOver(5_180)).toBe(false);
  expect(patience.isOver(5_191)).toBe(true);
});

test("patience ends for what waits without working, too", async () => {
  const patience = new Patience(20);
  expect(patience.isOver(null)).toBe(false);
  await wait(100);
  expect(patience.isOver(null)).toBe(true);
});

test.runIf(process.platform === "linux")(
  "the processor time of another process is what it worked, not how long it lived",
  async () => {
    const sleeper = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
    const worker = spawn(process.execPath, ["-e", "for (;;);"]);
    try {
      await expect.poll(() => processorMs(worker.pid), { timeout: 120_000 }).toBeGreaterThan(500);
      await expect(processorMs(sleeper.pid)).resolves.toBeLessThan(500);
      await expect(processorMs(undefined)).resolves.toBeNull();
    } finally {
      sleeper.kill("SIGKILL");
      worker.kill("SIGKILL");
    }
  },
);
