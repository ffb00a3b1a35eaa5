import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { type Command, Option } from "commander";
import type { QueryView } from "@/server/ask/schemas";
import { type Api, connect } from "../api";
import { printJson, printText } from "../output";
import { answerJson, ask, eventPrinter, printSources } from "./ask";
import { freePort, freePorts, startServer, stopServer } from "./demo-server";
import {
  introduceCompany,
  knownTenders,
  readTenders,
  rememberTenders,
  showFit,
  showRequirements,
  tellDisagreement,
  tellKnown,
  tenderFolders,
} from "./demo-tenders";
import {
  changePrice,
  type PriceChange,
  type SampleSites,
  sampleEndpoints,
  showFound,
  startSampleSites,
  watchSource,
} from "./demo-watch";
import { addPaths } from "./documents";
import { dateSampleTenders } from "./sample-tenders";

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
/** The tender that the questions are about. */
const askedAbout = "harbour-records";
const fallbackQuestions = ["When are offers due?", "How will offers be evaluated?"];

interface Answered {
  question: string;
  query: QueryView;
  seconds: number;
}

/** Starts the app in a folder of its own and does its main job before the visitor's eyes. */
export function demoCommand(program: Command): void {
  program
    .command("demo")
    .description(
      "start in .outrider-demo: watch a sample portal, read sample tenders, answer two questions with their sources",
    )
    .option("--data <folder>", "read this folder of real files instead of the sample")
    .option("--reset", "empty .outrider-demo first")
    .option("--exit", "stop at the end")
    .option("--json", "print a report of every step as one JSON object")
    .addOption(new Option("--port <port>", "first port to try").default("3000").env("PORT"))
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

  const step = counter(tell);

  step("Starting the server …");
  const port = await freePort(Number(options.port ?? 3000));
  const url = `http://localhost:${port}`;
  const sitePort = await freePorts(port + 1300, 9);
  const server = await startServer(folder, port, url, sampleEndpoints(sitePort));
  const sites = options.data ? null : await startSampleSites(sitePort);
  try {
    const started = seconds();
    tell(`   ready after ${started} s`);

    step("Signing in …");
    const { login, signInUrl } = await prepareLogin(folder, url);
    tell(`   address  ${url}/${login.slug}\n   e-mail   ${login.email}\n   password ${login.password}`);
    if (signInUrl) tell(`   or open this link once: ${signInUrl}`);

    const api = connect({ url, apiKey: login.apiKey });
    const workspaceUrl = `${url}/${login.slug}`;
    const memory = join(folder, "demo-tenders.json");
    const known = await knownTenders(api, memory, source);
    const given = options.data
      ? source
      : await dateSampleTenders(join(source, "tenders"), join(folder, "sample-tenders"), new Date());
    const folders = known.length > 0 ? [] : askedFirst(await tenderFolders(given));

    // One tender is enough to answer from; the visitor does not wait for the others.
    step(known.length > 0 ? "Qualify: what was read before …" : "Qualify: reading the first tender …");
    if (known.length > 0) tellKnown(known, tell);
    const first = await readTenders(api, folders.slice(0, 1), tell);

    const questions = options.data ? await suggested(api) : sampleQuestions;
    const answers: Answered[] = [];
    for (const question of questions) {
      step(`Answer: ${question}\n`);
      answers.push(await answer(api, question, options.json === true, tell));
      if (answers.length === 1) tell(`   the first answer stands after ${seconds()} s\n`);
    }

    const watched = sites ? await watch(api, sites, step, tell) : null;

    step(
      `Qualify: reading ${options.data ? source : "the other sample tenders and what the company has answered before"} …`,
    );
    const documents = options.data ? [] : await addPaths(api, [join(source, "past-answers")]);
    if (!options.data) await introduceCompany(api, join(source, "company.json"));
    const tenders = known.length > 0 ? known : [...first, ...(await readTenders(api, folders.slice(1), tell))];
    await rememberTenders(memory, source, tenders);
    await showRequirements(api, tenders, tell);
    const fit = await showFit(api, tenders, tell);
    tell(`   ${seconds()} s; they stand at ${workspaceUrl}/opportunities\n`);

    let change: PriceChange | null = null;
    if (sites && watched) {
      step("What changes: a competitor has a new price …");
      change = await changePrice(api, sites, watched.prices, tell);
      tell("");
    }
    if (options.json) {
      printJson({
        url,
        seconds: seconds(),
        startedSeconds: started,
        watched: watched && { runs: [watched.portal.report, watched.prices.report], ...watched.found },
        documents,
        tenders,
        fit,
        answers: answers.map((one) => ({ question: one.question, seconds: one.seconds, ...answerJson(one.query) })),
        change,
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
    await stopServer(server);
  }
}

function counter(tell: (text: string) => void): (text: string) => void {
  let at = 0;
  return (text) => {
    at++;
    tell(`${at}. ${text}`);
  };
}

function askedFirst(folders: string[]): string[] {
  return folders.toSorted((a, b) => Number(basename(b) === askedAbout) - Number(basename(a) === askedAbout));
}

async function answer(api: Api, question: string, isQuiet: boolean, tell: (text: string) => void): Promise<Answered> {
  const at = performance.now();
  const query = await ask(api, question, isQuiet ? {} : { onEvent: eventPrinter() });
  if (!isQuiet) printSources(query);
  tell("");
  return { question, query, seconds: Math.round(performance.now() - at) / 1000 };
}

async function watch(api: Api, sites: SampleSites, step: (text: string) => void, tell: (text: string) => void) {
  step("Watch: a sample procurement portal and a sample competitor …");
  const portal = await watchSource(api, `${sites.portal}/tenders`, "Westmarch tenders (sample)", tell);
  const prices = await watchSource(api, `${sites.prices}/pricing`, "Quillmark prices (sample)", tell, "pricing");
  const found = await showFound(api, portal.id, tell);
  tell("");
  return { portal, prices, found };
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
