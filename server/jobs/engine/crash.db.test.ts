import { expect, it } from "vitest";
import { clonePostgres } from "@/drizzle/testing";
import { env } from "@/lib/env";
import { killAndRecover } from "./testing/crash";

const flawless = { repeatedSteps: 0, brokenInvariants: [] };

// On the embedded database a process that is killed takes the database with it, so that one has most of the kill points; `npm run bench -- jobs` has 30.
it.skipIf(env.TEST_DATABASE === "postgres")(
  "finishes every run and repeats no finished step when its process is killed at 12 points",
  async () => {
    const figures = await killAndRecover({ killPoints: 12, runs: 2 });
    expect(figures).toMatchObject({ ...flawless, finishedRuns: 24 });
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
      const figures = await killAndRecover({ killPoints: 4, databaseUrl: url, workers: 2 });
      expect(figures).toMatchObject({ ...flawless, finishedRuns: 12 });
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
      const figures = await killAndRecover({ killPoints: 4, databaseUrl: url, fault: "cut" });
      expect(figures).toMatchObject({ ...flawless, finishedRuns: 12 });
    } finally {
      await drop();
    }
  },
  300_000,
);
