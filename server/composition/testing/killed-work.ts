import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as later } from "node:timers/promises";
import { build } from "esbuild";
import { brokenRows } from "@/drizzle/checks/broken-rows";
import { openDatabase } from "@/drizzle/client";
import { seededRandom } from "@/e2e/sites/ground/random";
import type { KilledWorkerMessage, KilledWork as Work, WorkspaceOwner } from "./killed-worker";

// Inside the project, so that packages are found from there; one of its own for each process that runs this.
const script = resolve(`dist/killed-worker-${process.pid}.mjs`);
const patienceMs = 300_000;

export interface KilledWorkFigures {
  kills: number;
  steps: number;
  /** Steps that were under way when their process died, and so began twice. */
  interruptedSteps: number;
  /** Steps that began again though their result had been saved. */
  repeatedSteps: number;
  /** Beginnings of steps against their number, all jobs of the product together. */
  ratio: number;
  /** What differs from the same work undisturbed. */
  differences: string[];
  brokenInvariants: string[];
}

/**
 * Files are read (or questions answered) by all of the product's jobs, in a process that is killed (SIGKILL) at `kills` random moments and
 * started again on the same data; then the same work once more undisturbed, to compare. Throws when the work does not end.
 */
export async function killWork(
  kind: "ingest" | "answer",
  { kills, seed = 1, log = () => {} }: { kills: number; seed?: number; log?: (line: string) => void },
): Promise<KilledWorkFigures> {
  await bundle();
  const root = mkdtempSync(join(tmpdir(), "outrider-killed-"));
  const folder = (name: string) => join(root, name);
  const documents = (count: number) => [...Array(count).keys()].map(aDocument);
  const work = kind === "ingest" ? documents(kills * 8) : [...Array(kills * 6).keys()].map(aQuestion);
  const random = seededRandom(seed);
  try {
    // Both times begin with the very same records: between passages that fit equally well their ids decide.
    const { owner } = await run({
      data: folder("base"),
      work: kind === "ingest" ? [] : documents(6),
      kills: 0,
      random,
      log,
    });
    for (const name of ["calm", "disturbed"]) cpSync(folder("base"), folder(name), { recursive: true });
    const calm = await run({ data: folder("calm"), work, owner, kills: 0, random, log });
    const disturbed = await run({ data: folder("disturbed"), work, owner, kills, random, log });
    return {
      kills,
      steps: disturbed.steps,
      interruptedSteps: disturbed.begun - disturbed.steps,
      repeatedSteps: disturbed.repeated,
      ratio: Math.round((disturbed.begun / disturbed.steps) * 1000) / 1000,
      differences: differencesOf(disturbed.state, calm.state),
      brokenInvariants: disturbed.broken,
    };
  } finally {
    for (const path of [root, script]) rmSync(path, { recursive: true, force: true });
  }
}

interface RunOptions {
  data: string;
  work: Work[];
  owner?: WorkspaceOwner;
  kills: number;
  random: () => number;
  log: (line: string) => void;
}

async function run({ data, work, owner: known, kills, random, log }: RunOptions) {
  const logFile = join(data, "steps.log");
  rmSync(logFile, { force: true });
  let worker = await startWorker(data, logFile, known);
  const { owner } = worker;
  try {
    const share = Math.ceil(work.length / Math.max(1, kills));
    for (let kill = 0; kill < kills; kill++) {
      const mine = work.slice(kill * share, (kill + 1) * share);
      const before = countLines(logFile);
      const sent = mine.map((one) => worker.send(one));
      // A question that nobody knows to be written down would be asked twice; a file given twice is one file.
      if (mine[0]?.kind === "ask") await Promise.all(sent);
      const goal = before + Math.floor(random() * mine.length * 2);
      await until("the work to get that far", () => countLines(logFile) >= goal);
      await later(random() * 60);
      await worker.kill();
      const { open } = worker;
      worker = await startWorker(data, logFile, owner);
      await Promise.all([...open.values()].map((again) => worker.send(again)));
      log(`kill ${kill + 1} of ${kills}`);
    }
    if (kills === 0) await Promise.all(work.map((one) => worker.send(one)));
    await worker.send({ kind: "rest" });
    await worker.kill();
    const begun = linesOf(logFile);
    const steps = new Set(begun.map(({ runId, functionId, step }) => `${functionId} ${runId} ${step}`)).size;
    return { owner, begun: begun.length, steps, ...(await readEnd(data, begun)) };
  } finally {
    await worker.kill();
  }
}

async function startWorker(data: string, logFile: string, known?: WorkspaceOwner) {
  const child = spawn(process.execPath, [script, logFile, ...(known ? [JSON.stringify(known)] : [])], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: { ...process.env, OUTRIDER_DATA: data, DATABASE_URL: "", OUTRIDER_LOG_LEVEL: "error", NODE_ENV: "production" },
  });
  let errors = "";
  child.stderr?.on("data", (chunk: Buffer) => (errors = (errors + chunk).slice(-2000)));
  const owner = await new Promise<WorkspaceOwner>((fulfil, reject) => {
    child.once("message", (told: WorkspaceOwner) => fulfil(told));
    child.once("exit", (code) => reject(new Error(`a worker ended with ${code} before it was ready: ${errors}`)));
  });
  /** What was asked for and is not known to be written down. */
  const open = new Map<number, Work>();
  const waiting = new Map<number, { fulfil: () => void; reject: (error: Error) => void }>();
  let isMeant = false;
  child.on("message", (n: number) => {
    open.delete(n);
    waiting.get(n)?.fulfil();
  });
  child.once("exit", (code) => {
    if (isMeant) return;
    for (const { reject } of waiting.values()) reject(new Error(`a worker ended by itself with ${code}: ${errors}`));
  });
  let next = 0;
  return {
    owner,
    open,
    send(work: Work): Promise<void> {
      const message: KilledWorkerMessage = { ...work, n: next++, owner };
      open.set(message.n, work);
      child.send(message);
      return new Promise((fulfil, reject) => waiting.set(message.n, { fulfil, reject }));
    },
    kill: () => {
      isMeant = true;
      return end(child);
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((fulfil) => child.once("exit", fulfil));
  child.kill("SIGKILL");
  await gone;
}

async function until(what: string, isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await later(5);
  }
}

interface BegunStep {
  runId: string;
  functionId: string;
  step: string;
  at: number;
}

/** Asked for every few milliseconds, beside the work itself: the lines are not read for it. */
function countLines(logFile: string): number {
  if (!existsSync(logFile)) return 0;
  return readFileSync(logFile).reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 0);
}

function linesOf(logFile: string): BegunStep[] {
  if (!existsSync(logFile)) return [];
  const lines = readFileSync(logFile, "utf8").split("\n");
  return lines.filter((line) => line.endsWith("}")).map((line) => JSON.parse(line) as BegunStep);
}

/** What the work has left, by names that do not depend on when it was done; anything unfinished stands there as such. */
async function readEnd(data: string, begun: BegunStep[]) {
  const database = await openDatabase({ dataDir: join(data, "db") });
  try {
    const broken = [...(await brokenRows(database, "product")), ...(await brokenRows(database, "jobs"))];
    const saved = await database.sql<{ step: string; endedMs: number }[]>`
      select run_id || ' ' || name as step, extract(epoch from ended_at)::float8 * 1000 as "endedMs" from jobs.steps where status = 'done'`;
    const endedAt = new Map(saved.map(({ step, endedMs }) => [step, endedMs]));
    // Results are saved once and never overwritten, so what begins after that moment is a repetition.
    const repeated = begun.filter(({ runId, step, at }) => at > (endedAt.get(`${runId} ${step}`) ?? Infinity)).length;
    const files = await database.sql<{ line: string; text: string | null }[]>`
      select concat_ws(' ', 'file', d.path, s.revision, s.status, s.chunk_count, count(c.*), count(distinct i.snapshot_id)) as line, r.text
      from snapshots s join documents d on d.workspace_id = s.workspace_id and d.id = s.document_id
      left join renditions r on r.workspace_id = s.workspace_id and r.snapshot_id = s.id
      left join chunks c on c.workspace_id = s.workspace_id and c.snapshot_id = s.id
      left join indexed_snapshots i on i.workspace_id = s.workspace_id and i.snapshot_id = s.id
      group by d.path, s.id, s.revision, s.status, s.chunk_count, r.id, r.text`;
    const answers = await database.sql<{ line: string; text: string | null }[]>`
      select concat_ws(' ', 'question', q.question, q.status, q.confidence, count(a.*)) as line, string_agg(a.text, E'\n' order by a.position) as text
      from queries q left join answer_sentences a on a.workspace_id = q.workspace_id and a.query_id = q.id
      group by q.id, q.question, q.status, q.confidence`;
    const runs = await database.sql<{ line: string; text: string | null }[]>`
      select 'runs ' || status as line, null as text from jobs.runs where status <> 'completed'`;
    const hash = (text: string | null) =>
      createHash("sha256")
        .update(text ?? "")
        .digest("hex")
        .slice(0, 16);
    return {
      state: [...files, ...answers, ...runs].map(({ line, text }) => `${line} ${hash(text)}`).sort(),
      broken,
      repeated,
    };
  } finally {
    await database.close();
  }
}

function differencesOf(one: string[], other: string[]): string[] {
  const left = [...one];
  const missing = other.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...missing.map((line) => `missing: ${line}`), ...left.map((line) => `too much: ${line}`)];
}

const subjects = ["crane", "ferry", "archive", "clinic", "harbour", "library", "school", "bridge"];

function aDocument(n: number): Work {
  const subject = subjects[n % subjects.length] ?? "";
  const clauses = Array.from(
    { length: 12 },
    (_none, clause) =>
      `## Clause ${clause + 1} of the ${subject}\n\nThe supplier of the ${subject} number ${n} answers notice ${clause} within ${clause + 5} working days and keeps its record for ${n + 2} years.\n`,
  );
  return {
    kind: "add",
    path: `${subject}/contract ${n}.md`,
    text: `# Contract ${n} for the ${subject}\n\n${clauses.join("\n")}`,
  };
}

function aQuestion(n: number): Work {
  const subject = subjects[n % 6] ?? "";
  return {
    kind: "ask",
    question: `Within how many working days is notice ${n % 12} of the ${subject} answered, asked as number ${n}?`,
  };
}

async function bundle(): Promise<void> {
  await build({
    entryPoints: [resolve("server/composition/testing/killed-worker.ts")],
    outfile: script,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "silent",
  });
}
