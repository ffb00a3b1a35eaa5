// Everything that is tested, in one run: static checks, unit and database tests (on both databases), services over
// their real protocols, the production build, journeys in a browser. The last line is the sum: "N passed, N failed".
// With CI=1 a half that could not run here counts as failed.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { constants, setPriority, tmpdir } from "node:os";
import { join, relative } from "node:path";
import { runChecks, staticChecks, unusedCheck } from "./checks.mjs";
import { findBrowser } from "./services/browser.mjs";
import { startTestServices } from "./test-services.mjs";

const total = { passed: 0, failed: 0 };
const skipped = [];
const projects = ["unit", "pglite"];
/** What the last lines repeat, so that nobody has to look for it among thousands of lines. */
const remarks = [];
const reports = mkdtempSync(join(tmpdir(), "outrider-test-"));

function add({ passed, failed }) {
  total.passed += passed;
  total.failed += failed;
}

function section(title) {
  console.log(`\n== ${title} (${new Date().toISOString().slice(11, 19)})`);
}

/** Begins a command that takes what the others leave of the machine; what it says is kept until it has ended. */
function beginQuietly(command, args) {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  return new Promise((resolve) => {
    child.on("spawn", () => setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL));
    child.on("error", (error) => resolve({ code: 1, said: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, said }));
  });
}

function runCommand(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: "inherit", env: { ...process.env, ...env } });
    child.on("error", () => resolve(1));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** A file that could not even be loaded has no failed test, but has failed. */
function countVitest(report, code) {
  const passed = report?.numPassedTests ?? 0;
  const brokenFiles = (report?.testResults ?? []).filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  ).length;
  const failed = (report?.numFailedTests ?? 0) + brokenFiles;
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** @returns {Map<string, string[]>} what failed in each file: a line a test, with the first line of its reason */
function failuresByFile(report) {
  const failures = new Map();
  for (const file of report?.testResults ?? []) {
    if (file.status !== "failed") continue;
    const tests = file.assertionResults.filter((test) => test.status === "failed");
    const lines = tests.map(
      (test) => `${test.fullName}: ${test.failureMessages?.[0]?.split("\n")[0] ?? "no reason given"}`,
    );
    const name = relative(process.cwd(), file.name);
    failures.set(name, [
      ...(failures.get(name) ?? []),
      ...(lines.length > 0 ? lines : [`did not load: ${file.message}`]),
    ]);
  }
  return failures;
}

function printSlowest(report) {
  const spent = (report?.testResults ?? []).map((file) => ({
    name: relative(process.cwd(), file.name),
    seconds: Math.round((file.endTime - file.startTime) / 1000),
  }));
  spent.sort((one, other) => other.seconds - one.seconds);
  console.log(
    `slowest files: ${spent
      .slice(0, 12)
      .map(({ name, seconds }) => `${name} ${seconds} s`)
      .join(", ")}`,
  );
}

async function runVitest(name, files = [], options = []) {
  const file = join(reports, name);
  const code = await runCommand("vitest", [
    ...["run", "--passWithNoTests", "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`],
    ...projects.flatMap((project) => ["--project", project]),
    ...options,
    ...files,
  ]);
  const report = readReport(file);
  return { report, sum: countVitest(report, code), failures: failuresByFile(report) };
}

/**
 * Files with failures run once more, without neighbours that take their time and each in a process of its own: what fails
 * only beside others is named and no fault of the change under test; what fails twice has failed.
 */
async function runUnitTests() {
  const first = await runVitest("vitest.json");
  printSlowest(first.report);
  const pending = (first.report?.numPendingTests ?? 0) + (first.report?.numTodoTests ?? 0);
  if (pending > 0) console.log(`${pending} tests skipped themselves (their reason stands in their names)`);
  for (const lines of first.failures.values()) remarks.push(...lines.map((line) => `failed: ${line}`));
  if (first.sum.failed === 0 || first.failures.size === 0 || first.failures.size > 20) return first.sum;
  section("files with failures, once more");
  const second = await runVitest("vitest-again.json", [...first.failures.keys()], ["--isolate"]);
  for (const lines of second.failures.values()) remarks.push(...lines.map((line) => `failed again: ${line}`));
  if (second.sum.failed > 0) return { passed: first.sum.passed, failed: second.sum.failed };
  remarks.push("all of them passed in a second run by themselves");
  return { passed: first.sum.passed + first.sum.failed, failed: 0 };
}

function countPlaywright(report, code) {
  const passed = (report?.stats?.expected ?? 0) + (report?.stats?.flaky ?? 0);
  const failed = report?.stats?.unexpected ?? 0;
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** Names journeys that failed, or that passed only in their second run. */
function noteJourneys(suite, path = []) {
  const here = suite.title ? [...path, suite.title] : path;
  for (const spec of suite.specs ?? []) {
    for (const { status } of spec.tests) {
      if (status === "unexpected") remarks.push(`failed: ${[...here, spec.title].join(" > ")}`);
      if (status === "flaky") remarks.push(`passed in its second run only: ${[...here, spec.title].join(" > ")}`);
    }
  }
  for (const inner of suite.suites ?? []) noteJourneys(inner, here);
}

section("static checks");
add(await runChecks([...staticChecks, unusedCheck]));

section("workers");
// Database tests and the parsing of files run in them.
const workersBuilt = (await runCommand("node", ["scripts/bootstrap.mjs", "workers"])) === 0;
add({ passed: Number(workersBuilt), failed: Number(!workersBuilt) });

section("test services");
const services = await startTestServices();
Object.assign(process.env, services.env);
for (const [name, reason] of Object.entries(services.missing)) {
  console.log(`skipped: ${name}: ${reason}`);
  skipped.push(name);
}

try {
  // Tests wait for pages, timers and processes now and then; the build is done meanwhile.
  const build = workersBuilt ? beginQuietly("node", ["scripts/bootstrap.mjs", "build"]) : { code: 1, said: "" };
  section("unit, database and service tests");
  if (!services.missing.postgres) projects.push("postgres");
  if (!services.missing.redis) projects.push("services");
  add(await runUnitTests());

  section("production build");
  const { code, said } = await build;
  process.stdout.write(said);
  const built = code === 0;
  add({ passed: Number(built), failed: Number(!built) });

  section("browser journeys");
  const browser = findBrowser({ install: true });
  if (!browser) {
    console.log("skipped: browser journeys: no Chromium on this machine and none could be installed");
    skipped.push("browser journeys");
  } else if (built) {
    const browserReport = join(reports, "playwright.json");
    const env = { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport };
    const journeyCode = await runCommand("playwright", ["test", "--pass-with-no-tests", "--reporter=line,json"], env);
    const report = readReport(browserReport);
    noteJourneys({ suites: report?.suites });
    add(countPlaywright(report, journeyCode));
  }
} finally {
  await services.stop();
  rmSync(reports, { recursive: true, force: true });
}

if (skipped.length > 0) {
  console.log(`\nnot run on this machine: ${skipped.join(", ")}`);
  if (process.env.CI) add({ passed: 0, failed: skipped.length });
}
if (remarks.length > 0) console.log(`\n${remarks.join("\n")}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);
