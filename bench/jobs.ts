import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { InngestFunction } from "inngest";
import { type Database, openDatabase } from "@/drizzle/client";
import { env } from "@/lib/env";
import { killAndRecover } from "@/server/jobs/engine/testing/crash";
import { createEmbedded } from "@/server/jobs/engine/testing/driver";

export interface JobsBenchOptions {
  /** An empty database on a real Postgres; default TEST_DATABASE_URL's server is left out when this is not given. */
  databaseUrl?: string;
  /** How often each case is measured; the median is told. */
  repeats?: number;
  killPoints?: number;
  log?: (line: string) => void;
}

export interface JobsCase {
  name: string;
  stepsPerSecond: number;
  /** Slowest and fastest of the repeats: the noise of this machine. */
  spread: [number, number];
  /** What the prototype of this design reached on such a machine. */
  prototype: number | null;
}

export interface JobsFigures {
  /** 20 runs of 50 trivial steps on the embedded database. */
  stepsPerSecond: number;
  killPoints: number;
  repeatedSteps: number;
  cases: JobsCase[];
  /** Empty round trips per second to each database, one after the other: how fast this machine was just then. */
  roundTripsPerSecond: Record<string, number>;
}

interface CaseShape {
  name: string;
  runs: number;
  steps: number;
  isParallel?: boolean;
  checkpointing: boolean;
  prototype: { pglite: number; postgres: number | null };
}

const shapes: CaseShape[] = [
  { name: "1 run x 100 steps", runs: 1, steps: 100, checkpointing: true, prototype: { pglite: 503, postgres: 488 } },
  { name: "20 runs x 50", runs: 20, steps: 50, checkpointing: true, prototype: { pglite: 772, postgres: 1066 } },
  {
    name: "1 run x 50, each its own call",
    runs: 1,
    steps: 50,
    checkpointing: false,
    prototype: { pglite: 76, postgres: 66 },
  },
  {
    name: "20 runs x 20, each its own call",
    runs: 20,
    steps: 20,
    checkpointing: false,
    prototype: { pglite: 224, postgres: 354 },
  },
  {
    name: "5 runs x 20 parallel",
    runs: 5,
    steps: 20,
    isParallel: true,
    checkpointing: true,
    prototype: { pglite: 147, postgres: 173 },
  },
  { name: "200 runs x 3", runs: 200, steps: 3, checkpointing: true, prototype: { pglite: 253, postgres: 285 } },
];

/**
 * Steps per second of the embedded job engine over trivial steps, on PGlite in a folder and, with `databaseUrl`, on Postgres;
 * then a worker process is killed at `killPoints` moments and what had finished is checked not to run again.
 */
export async function benchJobs(options: JobsBenchOptions = {}): Promise<JobsFigures> {
  const { repeats = 3, killPoints = 30, log = () => {} } = options;
  const cases: JobsCase[] = [];
  const folder = mkdtempSync(join(tmpdir(), "outrider-bench-jobs-"));
  const embedded = await openDatabase({ dataDir: join(folder, "db") });
  const roundTripsPerSecond: Record<string, number> = { pglite: await countRoundTrips(embedded, log) };
  for (const shape of shapes) cases.push(await measure(embedded, shape, repeats, log));
  await embedded.close();
  rmSync(folder, { recursive: true, force: true });
  const url = options.databaseUrl ?? env.DATABASE_URL;
  if (url) {
    const server = await openDatabase({ url, poolSize: 10 });
    roundTripsPerSecond.postgres = await countRoundTrips(server, log);
    for (const shape of shapes) cases.push(await measure(server, shape, repeats, log));
    await server.close();
  }
  const crash = killPoints > 0 ? await killAndRecover({ killPoints, log }) : { killPoints, repeatedSteps: 0 };
  const main = cases.find(({ name }) => name.endsWith("20 runs x 50"));
  return { stepsPerSecond: main?.stepsPerSecond ?? 0, ...crash, cases, roundTripsPerSecond };
}

async function countRoundTrips({ sql, kind }: Database, log: (line: string) => void): Promise<number> {
  for (let warmUp = 0; warmUp < 300; warmUp++) await sql`select 1`;
  const begun = performance.now();
  let trips = 0;
  for (; performance.now() - begun < 500; trips++) await sql`select 1`;
  const perSecond = Math.round(trips / ((performance.now() - begun) / 1000));
  log(`${kind}: ${perSecond} empty round trips/s`);
  return perSecond;
}

async function measure(
  database: Database,
  shape: CaseShape,
  repeats: number,
  log: (line: string) => void,
): Promise<JobsCase> {
  const { client, start } = createEmbedded(undefined, shape.checkpointing);
  let ended = 0;
  let allEnded = () => {};
  const work = client.createFunction(
    { id: "work", triggers: [{ event: "bench/work" }], retries: 0 },
    async ({ step }) => {
      if (shape.isParallel) {
        await Promise.all(Array.from({ length: shape.steps }, (_none, n) => step.run(`step-${n}`, () => n)));
      } else {
        for (let n = 0; n < shape.steps; n++) await step.run(`step-${n}`, () => n);
      }
      ended++;
      if (ended === shape.runs) allEnded();
    },
  );
  const engine = await start([work as InngestFunction.Any], database, { pollMs: 250 });
  const rates: number[] = [];
  for (let repeat = 0; repeat <= repeats; repeat++) {
    ended = 0;
    const done = new Promise<void>((fulfil) => {
      allEnded = fulfil;
    });
    const begun = performance.now();
    await client.send(Array.from({ length: shape.runs }, () => ({ name: "bench/work", data: {} })));
    await done;
    const seconds = (performance.now() - begun) / 1000;
    // The first time warms up the compiler and the database's plans.
    if (repeat > 0) rates.push(Math.round((shape.runs * shape.steps) / seconds));
  }
  await engine.stop();
  rates.sort((a, b) => a - b);
  const result = {
    name: `${database.kind}: ${shape.name}`,
    stepsPerSecond: rates[Math.floor(rates.length / 2)] ?? 0,
    spread: [rates[0] ?? 0, rates.at(-1) ?? 0] as [number, number],
    prototype: shape.prototype[database.kind],
  };
  log(
    `${result.name}: ${result.stepsPerSecond} steps/s (${result.spread.join(" to ")}; prototype ${result.prototype})`,
  );
  return result;
}
