import { expect, test } from "vitest";
import { env } from "@/lib/env";
import { killWork } from "./testing/killed-work";

// A process that is killed takes the embedded database with it; on Postgres another process goes on, which the engine's own tests show.
// `npm run bench -- killed-work` has thirty kills of each.
test.skipIf(env.TEST_DATABASE === "postgres").each(["ingest", "answer"] as const)(
  "%s whose process is killed again and again ends as if it never was, and hardly any work is done twice",
  async (kind) => {
    const figures = await killWork(kind, { kills: 2 });
    expect(figures).toMatchObject({ differences: [], brokenInvariants: [], repeatedSteps: 0 });
    expect(figures.steps).toBeGreaterThan(30);
    // A workspace has at most so many steps of this work under way at once.
    expect(figures.interruptedSteps).toBeLessThanOrEqual(figures.kills * 5);
  },
  900_000,
);
