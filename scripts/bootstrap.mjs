// From a bare clone to a running command, on any machine with git, npm and Node 18 or newer: installs what the lock
// file names when it changed, finds a Node that is new enough (the project brings its own), builds what the command
// needs when sources changed, and hands over. Plain JavaScript without dependencies, because nothing is installed yet.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { patchLibraries } from "./patch-libraries.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const binaries = join(root, "node_modules", ".bin");

/** builds: what must be up to date before the command runs ("workers": dist/, "app": the web application too). */
const tasks = {
  dev: { builds: ["workers"], command: ["next", "dev"] },
  build: { builds: ["workers", "app"] },
  start: { builds: ["workers", "app"], command: ["node", "scripts/start.mjs"] },
  demo: { builds: ["workers", "app"], command: ["node", "dist/cli.mjs", "demo"] },
  outrider: { builds: ["workers"], command: ["node", "dist/cli.mjs"] },
  bench: { builds: ["workers"], command: ["node", "dist/bench.mjs"] },
  calibrate: { builds: ["workers"], command: ["node", "dist/calibrate.mjs"] },
  test: { builds: [], command: ["node", "scripts/test.mjs"] },
  workers: { builds: ["workers"] },
  quick: { builds: ["workers"], command: ["vitest", "run", "--project", "unit", "--project", "pglite"] },
  verify: { builds: [], command: ["node", "scripts/verify.mjs"] },
  exec: { builds: [], command: [] },
};

const builds = {
  workers: { stamp: "dist/.built", needs: [], command: ["node", "scripts/build-workers.mjs"] },
  app: { stamp: ".next/.built", needs: ["workers"], command: ["next", "build"] },
};

const name = process.argv[2];
const task = tasks[name];
if (!task) fail(`unknown task "${name ?? ""}"; one of: ${Object.keys(tasks).join(", ")}`);

if (name === "demo") {
  say(
    "The demo, about three minutes the first time and half a minute after that:\n" +
      "  1. install and build what is missing, start a server on this machine only, in .outrider-demo\n" +
      "  2. make a workspace and a login\n" +
      "  3. answer two questions from the first tender (of the sample, or of --data FOLDER), each sentence with its source\n" +
      "  4. watch: a sample portal and a sample competitor become opportunities and prices\n" +
      "  5. qualify: the other tenders become dates, requirements and a score; then a price changes, and what rested on it is stale\n" +
      "  6. end on a date about which two documents disagree. --reset starts anew, --exit stops at the end.\n",
  );
}
if (!isInstalled()) install();
try {
  patchLibraries(root);
} catch (error) {
  fail(`a library could not be mended: ${error.message}`);
}
const node = newEnoughNode();
const environment = {
  ...process.env,
  PATH: [dirname(node), binaries, process.env.PATH].join(delimiter),
  NEXT_TELEMETRY_DISABLED: "1",
  // Compiled code is kept between starts, of the server and of the processes that it starts: parsing our bundles is a third of a start.
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE || join(root, "node_modules", ".cache", "compiled"),
};
for (const build of task.builds) bringUpToDate(build);
if (task.command) handOver([...task.command, ...process.argv.slice(3)]);

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  say(`outrider: ${text}`);
  process.exit(1);
}

/** npm keeps what it installed beside it; optional packages of other platforms may be missing there. */
function isInstalled() {
  const installed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return false;
  try {
    const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
    const present = JSON.parse(readFileSync(installed, "utf8")).packages;
    return Object.entries(wanted).every(([path, entry]) => {
      if (path === "" || entry.link) return true;
      const found = present[path];
      if (!found) return Boolean(entry.optional || entry.devOptional || entry.peer);
      return found.version === entry.version && found.integrity === entry.integrity;
    });
  } catch {
    return false;
  }
}

function install() {
  say("Installing the libraries named in package-lock.json (about a minute the first time) ...");
  // Without our own binaries on the path: npm is about to replace them.
  const path = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !folder.startsWith(join(root, "node_modules")));
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm?.endsWith("js") ? [process.execPath, npm] : ["npm"];
  const result = spawnSync(
    command,
    [...first, "ci", "--ignore-scripts", "--loglevel=error", "--include=dev", "--include=optional"],
    {
      cwd: root,
      stdio: ["ignore", 2, 2],
      env: { ...process.env, PATH: path.join(delimiter) },
      shell: process.platform === "win32",
    },
  );
  if (result.error) fail(`npm could not be started: ${result.error.message}`);
  if (result.status !== 0)
    fail("npm ci failed; its message is above. Check the network or the npm registry, and run the command again.");
}

/** The project's own Node (an optional dependency), else the machine's when it is new enough. */
function newEnoughNode() {
  const own = join(binaries, process.platform === "win32" ? "node.cmd" : "node");
  for (const candidate of [own, process.execPath]) {
    if (!existsSync(candidate)) continue;
    const asked = spawnSync(candidate, ["--version"], { encoding: "utf8", shell: process.platform === "win32" });
    const [major, minor] = (asked.stdout ?? "").trim().replace("v", "").split(".").map(Number);
    if (major > 22 || (major === 22 && minor >= 13)) return candidate;
  }
  return fail(
    `Node 22.13 or newer is needed, this is ${process.versions.node}, and the project brings its own only for Linux on x64. ` +
      "Install Node 24 (https://nodejs.org) and run the command again.",
  );
}

/** Runs a build unless the sources are the ones that it last succeeded with. */
function bringUpToDate(build) {
  const { stamp, needs, command } = builds[build];
  for (const need of needs) bringUpToDate(need);
  const file = join(root, stamp);
  const sources = hashSources();
  if (existsSync(file) && readFileSync(file, "utf8") === sources) return;
  say(
    build === "app"
      ? "Building the web application (about half a minute) ..."
      : "Building the command line and workers ...",
  );
  rmSync(file, { force: true });
  const result = spawnSync(program(command[0]), command.slice(1), {
    cwd: root,
    stdio: ["ignore", 2, 2],
    env: environment,
  });
  if (result.status !== 0) fail(`the build failed (${command.join(" ")}); its message is above.`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, sources);
}

/** One hash over everything that can change a build; tests, documents and what people put beside the sources cannot. */
function hashSources() {
  const hash = createHash("sha256");
  const folders = "app bench cli components drizzle inngest lib public scripts server"
    .split(" ")
    .map((name) => join(root, name));
  const visit = (folder, isSource) => {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && folder !== root && path !== join(root, "bench", "out")) visit(path, isSource);
      else if (entry.isFile() && isSource(entry.name)) {
        hash
          .update(`${relative(root, path).split(sep).join("/")}\0`)
          .update(readFileSync(path))
          .update("\0");
      }
    }
  };
  visit(root, (name) => /\.(ts|mjs|json)$/.test(name) && name !== "next-env.d.ts");
  for (const folder of folders) if (existsSync(folder)) visit(folder, (name) => !/\.test\.tsx?$/.test(name));
  return hash.update(process.platform).digest("hex");
}

function program(command) {
  if (command === "node") return node;
  const own = join(binaries, command);
  return existsSync(own) ? own : command;
}

/** Becomes the command where the system can do that, so that signals reach it; else forwards them. */
function handOver(command) {
  if (command.length === 0) fail("exec needs a command");
  const [first, ...rest] = command;
  const file = program(first);
  process.chdir(root);
  if (first === "node" && process.execve && process.platform !== "win32") {
    // execve warns that it is experimental; the reader of this terminal can do nothing with that.
    process.emitWarning = () => {};
    process.execve(file, [file, ...rest], environment);
  }
  const child = spawn(file, rest, { cwd: root, stdio: "inherit", env: environment });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => fail(`${first}: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(signal ? 128 + (signal === "SIGINT" ? 2 : 15) : (code ?? 1)));
}
