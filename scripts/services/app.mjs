import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, start, stop, waitForPort } from "./process.mjs";

/**
 * One process of the built application, with a data folder and a port of its own unless they are given.
 * @param {{ env?: Record<string, string>, data?: string, port?: number, hear?: (said: string) => void }} [options]
 * @returns {Promise<{ url: string, pid: number, data: string, setupToken: () => string, said: () => string, kill: () => Promise<void>, stop: () => Promise<void>, end: () => Promise<{ code: number | null, ms: number }> }>}
 */
export async function startApp({ env = {}, data, port: wanted, hear } = {}) {
  const port = wanted ?? (await freePort());
  const url = `http://localhost:${port}`;
  const folder = data ?? mkdtempSync(join(tmpdir(), "outrider-app-"));
  const settings = { PORT: `${port}`, OUTRIDER_DATA: folder, OUTRIDER_BASE_URL: url };
  const child = start(process.execPath, ["scripts/start.mjs"], { env: { ...process.env, ...settings, ...env } });
  if (hear) for (const pipe of [child.stdout, child.stderr]) pipe?.on("data", (chunk) => hear(String(chunk)));
  await waitForPort(port, child, { what: "the application", timeoutMs: 120_000 });
  await answered(`${url}/api/health/ready`, child);
  noteSecrets(folder, env.OUTRIDER_SECRET);
  return {
    url,
    pid: child.pid ?? 0,
    data: folder,
    setupToken: () => readFileSync(join(folder, "setup-token"), "utf8").trim(),
    said: child.said,
    kill: () => stop(child, "SIGKILL"),
    /** As a machine that takes the process away; how it ended, and after how long. */
    async end() {
      const since = performance.now();
      await stop(child, "SIGTERM", 30_000);
      return { code: child.exitCode, ms: performance.now() - since };
    },
    async stop() {
      await stop(child, "SIGTERM", 25_000);
      if (!data) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** For the end of the browser suite (e2e/suite/notes.ts), which looks for them in what went to models. */
function noteSecrets(folder, given) {
  if (!process.env.E2E_NOTES) return;
  const kept = ["setup-token", "secret"].map((name) => join(folder, name)).filter((file) => existsSync(file));
  for (const text of [given, ...kept.map((file) => readFileSync(file, "utf8").trim())].filter(Boolean)) {
    const line = JSON.stringify({ what: "a secret of a server of its own", text });
    appendFileSync(join(process.env.E2E_NOTES, `secrets-${process.pid}.jsonl`), `${line}\n`);
  }
}

async function answered(url, child) {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`the application ended: ${child.said()}`);
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`the application did not become ready: ${child.said()}`);
}
