import { spawn } from "node:child_process";

/** Named commands, each of which passes or fails as a whole. `bootstrap.mjs` has put our own programs on the path. */
export const staticChecks = [
  { name: "format and lint", command: "biome check --error-on-warnings --max-diagnostics=50 ." },
  { name: "types", command: "next typegen && tsc --noEmit" },
  { name: "import arrows", command: "node scripts/check-arrows.mjs" },
  { name: "dependencies", command: "node scripts/check-dependencies.mjs" },
];

export const unusedCheck = { name: "unused code", command: "knip --no-progress --no-config-hints" };

/** Runs them side by side, prints what failed, and returns the counts. */
export async function runChecks(checks) {
  const outcomes = await Promise.all(checks.map(runCheck));
  for (const { name, ok, seconds, output } of outcomes) {
    console.log(`${ok ? "passed" : "FAILED"}  ${name} (${seconds} s)`);
    if (!ok) console.log(`${output.trim().replace(/^/gm, "  ")}\n`);
  }
  const passed = outcomes.filter(({ ok }) => ok).length;
  return { passed, failed: outcomes.length - passed };
}

function runCheck({ name, command }) {
  const began = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("close", (code) =>
      resolve({ name, ok: code === 0, output, seconds: ((Date.now() - began) / 1000).toFixed(1) }),
    );
  });
}
