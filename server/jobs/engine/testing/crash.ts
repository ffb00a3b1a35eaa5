import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import postgres from "postgres";
import { type Database, openDatabase } from "@/drizzle/client";
import { waitFor } from "./wait-for";

const source = resolve("server/jobs/engine/testing/crash-worker.ts");
// Inside the project, so that packages are found from there.
const script = resolve("dist/crash-worker.mjs");

const stepsPerRun = 16;

export interface CrashOptions {
  killPoints: number;
  /** A migrated Postgres database; without it, PGlite in a folder of its own. */
  databaseUrl?: string;
  /** Processes that share the Postgres; the one that is killed is replaced. */
  workers?: number;
  /** What happens at each point: the process is killed, or (Postgres) all connections to the database are cut. */
  fault?: "kill" | "cut";
  /** Runs that are sent before each kill. */
  runs?: number;
  log?: (line: string) => void;
}

export interface CrashFigures {
  killPoints: number;
  /** Steps that began again after their result had been saved. */
  repeatedSteps: number;
  /** Steps that were under way when their process died, and so began twice. */
  interruptedSteps: number;
  finishedRuns: number;
  brokenInvariants: string[];
}

/**
 * Starts workers in processes of their own, kills one with SIGKILL at moments spread over a run, starts another in its place
 * and, at the end, checks that all runs completed and that no finished step began again.
 */
export async function killAndRecover(options: CrashOptions): Promise<CrashFigures> {
  const folder = mkdtempSync(join(tmpdir(), "outrider-crash-"));
  const target = options.databaseUrl ?? join(folder, "db");
  const logFile = join(folder, "steps.log");
  const { killPoints, workers = 1, runs = 3, log = () => {} } = options;
  let team: ChildProcess[] = [];
  await build({
    entryPoints: [source],
    outfile: script,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
  });
  try {
    // One after the other: the first one brings the schema up to date.
    for (let n = 0; n < workers; n++) team.push(await startWorker(target, logFile));
    for (let point = 0; point < killPoints; point++) {
      const [victim, ...others] = team;
      if (!victim) break;
      const before = countLines(logFile);
      await sendRuns(victim, runs, `point-${point}`);
      // From before the first step of these runs to their last one, wherever the step then under way has got to.
      const share = Math.floor((point / killPoints) * runs * stepsPerRun);
      await waitFor("the work to get that far", () => countLines(logFile) >= before + share, 60_000);
      await pause(Math.random() * 8);
      if (options.fault === "cut") {
        await cutConnections(target);
      } else {
        await kill(victim);
        team = [...others, await startWorker(target, logFile)];
      }
      log(`kill ${point + 1} of ${killPoints}`);
    }
    await (options.databaseUrl ? waitForEnd(options.databaseUrl) : waitForQuiet(logFile));
    if (team.some(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null))
      throw new Error("a worker ended by itself");
    for (const child of team) await kill(child);
    team = [];
    return { killPoints, ...(await readFigures(target, logFile)) };
  } finally {
    for (const child of team) await kill(child);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startWorker(target: string, logFile: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script, target, logFile], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let errors = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    errors += chunk;
  });
  await new Promise<void>((fulfil, reject) => {
    child.stdout?.once("data", () => fulfil());
    child.once("exit", (code) => reject(new Error(`a worker ended with ${code} before it was ready: ${errors}`)));
  });
  return child;
}

function sendRuns(child: ChildProcess, runs: number, id: string): Promise<void> {
  return new Promise((fulfil) => {
    child.once("message", () => fulfil());
    child.send({ runs, id });
  });
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((fulfil) => child.once("exit", fulfil));
  child.kill("SIGKILL");
  await gone;
}

async function cutConnections(url: string): Promise<void> {
  const admin = new URL(url);
  admin.pathname = "/postgres";
  const sql = postgres(admin.toString(), { max: 1, onnotice: () => {} });
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${new URL(url).pathname.slice(1)}`;
  await sql.end();
}

async function waitForEnd(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await waitFor(
      "the work to end",
      async () => (await sql`select 1 from jobs.runs where ended_at is null limit 1`).length === 0,
      120_000,
    );
  } finally {
    await sql.end();
  }
}

/** Nothing new has begun for longer than a lease lasts, so that what a dead worker held has been taken over. */
async function waitForQuiet(logFile: string): Promise<void> {
  let lines = -1;
  let since = Date.now();
  await waitFor(
    "the work to end",
    () => {
      const now = countLines(logFile);
      if (now !== lines) {
        lines = now;
        since = Date.now();
      }
      return Date.now() - since > 6000;
    },
    120_000,
  );
}

interface BegunStep {
  runId: string;
  name: string;
  at: number;
}

/** Asked for every few milliseconds, beside the work itself: the lines are not read for it. */
function countLines(logFile: string): number {
  if (!existsSync(logFile)) return 0;
  let lines = 0;
  for (const byte of readFileSync(logFile)) if (byte === 10) lines++;
  return lines;
}

function linesOf(logFile: string): BegunStep[] {
  if (!existsSync(logFile)) return [];
  return readFileSync(logFile, "utf8")
    .split("\n")
    .filter((line) => line.endsWith("}"))
    .map((line) => JSON.parse(line) as BegunStep);
}

async function readFigures(target: string, logFile: string): Promise<Omit<CrashFigures, "killPoints">> {
  const database = await openDatabase(target.startsWith("postgres") ? { url: target } : { dataDir: target });
  try {
    const saved = await database.sql<{ runId: string; name: string; endedMs: number }[]>`
      select run_id as "runId", name, extract(epoch from ended_at)::float8 * 1000 as "endedMs" from jobs.steps where status = 'done'`;
    const endedAt = new Map(saved.map(({ runId, name, endedMs }) => [`${runId} ${name}`, endedMs]));
    const begun = linesOf(logFile);
    const distinct = new Set(begun.map(({ runId, name }) => `${runId} ${name}`));
    const [count] = await database.sql<
      { n: number }[]
    >`select count(*)::int as n from jobs.runs where status = 'completed'`;
    return {
      // Results are saved once and never overwritten, so what begins after that moment is a repetition.
      repeatedSteps: begun.filter(({ runId, name, at }) => at > (endedAt.get(`${runId} ${name}`) ?? Infinity)).length,
      interruptedSteps: begun.length - distinct.size,
      finishedRuns: count?.n ?? 0,
      brokenInvariants: await brokenInvariants(database),
    };
  } finally {
    await database.close();
  }
}

/** Runs every statement of `drizzle/checks/jobs.sql`; each returns the rows that break one invariant. */
export async function brokenInvariants(database: Pick<Database, "sql">): Promise<string[]> {
  const statements = readFileSync(resolve("drizzle/checks/jobs.sql"), "utf8")
    .split(";")
    .filter((text) => /\S/.test(text));
  const broken: string[] = [];
  for (const statement of statements) {
    const rows = await database.sql.unsafe(statement);
    broken.push(...rows.map((row) => JSON.stringify(row)));
  }
  return broken;
}

function pause(ms: number): Promise<void> {
  return new Promise((fulfil) => setTimeout(fulfil, ms));
}
