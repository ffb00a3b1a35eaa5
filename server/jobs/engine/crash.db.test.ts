import { expect, it } from "vitest";
import { clonePostgres } from "@/drizzle/testing";
import { env } from "@/lib/env";
import { killAndRecover } from "./testing/crash";

const flawless = { repeatedSteps: 0, brokenInvariants: [] };

// On the embedded database a process that is killed takes the database with it, so that one has all the kill points.
it.skipIf(env.TEST_DATABASE === "postgres")(
  "finishes every run and repeats no finished step when its process is killed at 30 points",
  async () => {
    const figures = await killAndRecover({ killPoints: 30, runs: 2 });
    expect(figures).toMatchObject({ ...flawless, finishedRuns: 60 });
    // The kills did hit steps under way; these may run twice.
    expect(figures.interruptedSteps).toBeGreaterThan(0);
  },
  600_000,
);

it.runIf(env.TEST_DATABASE === "postgres")(
  "lets the other process finish what a killed one held",
  async () => {
    const { url, drop } = await clonePostgres();
    try {
      const figures = await killAndRecover({ killPoints: 6, databaseUrl: url, workers: 2 });
      expect(figures).toMatchObject({ ...flawless, finishedRuns: 18 });
    } finally {
      await drop();
    }
  },
  300_000,
);

it.runIf(env.TEST_DATABASE === "postgres")(
  "loses and repeats nothing when all its connections are cut",
  async () => {
    const { url, drop } = await clonePostgres();
    try {
      const figures = await killAndRecover({ killPoints: 8, databaseUrl: url, fault: "cut" });
      expect(figures).toMatchObject({ ...flawless, finishedRuns: 24 });
    } finally {
      await drop();
    }
  },
  300_000,
);
