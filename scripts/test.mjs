// Everything that is tested, in one run: static checks, unit and database tests (on both databases), services over
// their real protocols, the production build, journeys in a browser. The last line is the sum: "N passed, N failed".
// With CI=1 a half that could not run here counts as failed.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runChecks, staticChecks, unusedCheck } from "./checks.mjs";
import { findBrowser } from "./services/browser.mjs";
import { startTestServices } from "./test-services.mjs";

const total = { passed: 0, failed: 0 };
const skipped = [];
const reports = mkdtempSync(join(tmpdir(), "outrider-test-"));

function add({ passed, failed }) {
  total.passed += passed;
  total.failed += failed;
}

function section(title) {
  console.log(`\n== ${title} (${new Date().toISOString().slice(11, 19)})`);
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
  const pending = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  if (pending > 0) console.log(`${pending} tests skipped themselves (their reason stands in their names)`);
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

function countPlaywright(report, code) {
  const passed = (report?.stats?.expected ?? 0) + (report?.stats?.flaky ?? 0);
  const failed = report?.stats?.unexpected ?? 0;
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
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
  section("unit, database and service tests");
  const projects = ["unit", "pglite"];
  if (!services.missing.postgres) projects.push("postgres");
  if (!services.missing.redis) projects.push("services");
  const unitReport = join(reports, "vitest.json");
  const code = await runCommand("vitest", [
    ...["run", "--passWithNoTests", "--reporter=dot", "--reporter=json", `--outputFile.json=${unitReport}`],
    ...projects.flatMap((project) => ["--project", project]),
  ]);
  add(countVitest(readReport(unitReport), code));

  section("production build");
  const built = (await runCommand("node", ["scripts/bootstrap.mjs", "build"])) === 0;
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
    add(countPlaywright(readReport(browserReport), journeyCode));
  }
} finally {
  await services.stop();
  rmSync(reports, { recursive: true, force: true });
}

if (skipped.length > 0) {
  console.log(`\nnot run on this machine: ${skipped.join(", ")}`);
  if (process.env.CI) add({ passed: 0, failed: skipped.length });
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);
