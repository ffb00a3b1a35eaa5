import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import type { QueryView } from "@/server/ask/schemas";
import { type Api, connect } from "../api";
import { printJson, printText } from "../output";
import { answerJson, ask, eventPrinter, printSources } from "./ask";
import { knownTenders, readTenders, showRequirements, tellDisagreement, tenderFolders } from "./demo-tenders";
import { sampleEndpoints, startSampleSites, type WatchReport, watchSamples } from "./demo-watch";
import { addPaths } from "./documents";

interface Login {
  email: string;
  password: string;
  apiKey: string;
  slug: string;
}

interface DemoOptions {
  data?: string;
  reset?: boolean;
  exit?: boolean;
  json?: boolean;
  port?: string;
}

const sampleQuestions = [
  "When are tenders for the harbour records system due, and how must they be submitted?",
  "Within how many hours must service be restored after a critical fault?",
];
const fallbackQuestions = ["When are offers due?", "How will offers be evaluated?"];

/** Starts the app in a folder of its own and does its main job before the visitor's eyes. */
export function demoCommand(program: Command): void {
  program
    .command("demo")
    .description("start in .outrider-demo, read sample tenders, answer two questions with their sources")
    .option("--data <folder>", "read this folder of real files instead of the sample")
    .option("--reset", "empty .outrider-demo first")
    .option("--exit", "stop at the end")
    .option("--json", "print a report of every step as one JSON object")
    .option("--port <port>", "first port to try", "3000")
    .action(runDemo);
}

async function runDemo(options: DemoOptions): Promise<void> {
  const tell = options.json ? (text: string) => void process.stderr.write(`${text}\n`) : printText;
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 100) / 10;
  const folder = resolve(".outrider-demo");
  const source = resolve(options.data ?? "sample");
  if (!existsSync(source)) throw new Error(`There is no folder ${source}.`);
  if (options.reset) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });

  tell("1. Starting the server …");
  const port = await freePort(Number(options.port ?? 3000));
  const url = `http://localhost:${port}`;
  const sitePort = await freePorts(port + 1300, 9);
  const server = await startServer(folder, port, url, sampleEndpoints(sitePort));
  const sites = options.data ? null : await startSampleSites(sitePort);
  try {
    const started = seconds();
    tell(`   ready after ${started} s`);

    tell("2. Signing in …");
    const { login, signInUrl } = await prepareLogin(folder, url);
    tell(`   address  ${url}/${login.slug}\n   e-mail   ${login.email}\n   password ${login.password}`);
    if (signInUrl) tell(`   or open this link once: ${signInUrl}`);

    const api = connect({ url, apiKey: login.apiKey });
    const workspaceUrl = `${url}/${login.slug}`;
    tell(`3. Reading ${options.data ? source : "three sample tenders and the sample library"} …`);
    const documents = options.data ? [] : await addPaths(api, [join(source, "past-answers")]);
    const folders = await tenderFolders(options.data ? source : join(source, "tenders"));
    const known = await knownTenders(api, tell);
    const tenders = known.length > 0 ? known : await readTenders(api, folders, tell);
    await showRequirements(api, tenders, tell);
    tell(`   ${seconds()} s; they stand at ${workspaceUrl}/opportunities\n`);

    const questions = options.data ? await suggested(api) : sampleQuestions;
    const answers: { question: string; query: QueryView; seconds: number }[] = [];
    for (const [index, question] of questions.entries()) {
      tell(`${index + 4}. ${question}\n`);
      const at = performance.now();
      const query = await ask(api, question, options.json ? {} : { onEvent: eventPrinter() });
      answers.push({ question, query, seconds: Math.round(performance.now() - at) / 1000 });
      if (!options.json) printSources(query);
      tell("");
    }
    let watched: WatchReport | null = null;
    if (sites) {
      tell(`${questions.length + 4}. Watching a sample portal and a sample competitor …`);
      watched = await watchSamples(api, sites, tell);
      tell("");
    }
    if (options.json) {
      printJson({
        url,
        seconds: seconds(),
        startedSeconds: started,
        documents,
        tenders,
        watched,
        answers: answers.map((one) => ({ question: one.question, seconds: one.seconds, ...answerJson(one.query) })),
      });
    }
    tellDisagreement(tenders, workspaceUrl, tell);
    if (options.exit) return;
    tell(`Now drop your own tender anywhere in ${workspaceUrl}. Ctrl-C stops the demo; what it read is kept.`);
    await new Promise<void>((end) => {
      process.once("SIGINT", end);
      process.once("SIGTERM", end);
      server.once("exit", () => end());
    });
  } finally {
    sites?.stop();
    await stop(server);
  }
}

async function startServer(folder: string, port: number, url: string, crawlAllow: string) {
  const server = spawn(process.execPath, ["scripts/start.mjs"], {
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      ...process.env,
      PORT: String(port),
      OUTRIDER_DATA: folder,
      OUTRIDER_BASE_URL: url,
      OUTRIDER_DEMO: "1",
      OUTRIDER_CRAWL_ALLOW: crawlAllow,
      OUTRIDER_LOG_LEVEL: "warn",
      DATABASE_URL: "",
    },
  });
  let said = "";
  server.stderr.on("data", (chunk: Buffer) => {
    said = (said + chunk.toString("utf8")).slice(-4000);
  });
  for (let attempt = 0; attempt < 600; attempt++) {
    if (server.exitCode !== null) throw new Error(`The server stopped at once:\n${said}`);
    const reply = await fetch(`${url}/api/health/ready`).catch(() => null);
    if (reply?.ok) return server;
    await new Promise((next) => setTimeout(next, 200));
  }
  await stop(server);
  throw new Error(`The server was not ready after two minutes:\n${said}`);
}

async function stop(server: ReturnType<typeof spawn>): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise<void>((end) => server.once("exit", () => end()));
  server.kill("SIGTERM");
  await Promise.race([ended, new Promise((late) => setTimeout(late, 26_000).unref())]);
  if (server.exitCode === null) server.kill("SIGKILL");
}

/** The first run sets the installation up with a random password; later runs find the login in the demo's own folder. */
async function prepareLogin(folder: string, url: string): Promise<{ login: Login; signInUrl?: string }> {
  const file = join(folder, "demo-login.json");
  if (existsSync(file)) return { login: JSON.parse(await readFile(file, "utf8")) as Login };
  const setupToken = (await readFile(join(folder, "setup-token"), "utf8")).trim();
  const email = "demo@example.com";
  const password = randomBytes(12).toString("base64url");
  const made = await connect({ url, apiKey: "" }).send<{ apiKey: string; slug: string; signInUrl: string }>(
    "POST",
    "/init",
    { email, password, workspace: "Demo", setupToken },
  );
  const login: Login = { email, password, apiKey: made.apiKey, slug: made.slug };
  await writeFile(file, JSON.stringify(login, null, 2), { mode: 0o600 });
  return { login, signInUrl: made.signInUrl };
}

/** What the documents can probably answer, by the app's own suggestions. */
async function suggested(api: Api): Promise<string[]> {
  const { questions } = await api.get<{ questions: string[] }>("/suggestions");
  return (questions.length > 0 ? questions : fallbackQuestions).slice(0, 2);
}

/** The first of so many ports in a row that nobody listens on. */
async function freePorts(first: number, count: number): Promise<number> {
  for (let start = first; start < first + 50 * count; start += count) {
    const ports = Array.from({ length: count }, (_, index) => start + index);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return start;
  }
  throw new Error(`No ${count} free ports in a row were found above ${first}.`);
}

/** The first port from `first` on that nobody listens on. */
async function freePort(first: number): Promise<number> {
  for (let port = first; port < first + 50; port++) {
    if (await isFree(port)) return port;
  }
  throw new Error(`The ports from ${first} to ${first + 49} are all in use. Name another with --port.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once("error", () => answer(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => answer(true)));
  });
}
