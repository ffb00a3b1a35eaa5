import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface AppServer {
  url: string;
  apiKey: string;
  pid: number;
  /** POST below /api/v1 with the key. */
  post<T>(path: string, body: unknown): Promise<T>;
  stop(): Promise<void>;
}

/** The production build as its own process in a fresh folder, set up with one workspace. Needs `npm run build` before. */
export async function startAppServer(settings: Record<string, string> = {}): Promise<AppServer> {
  const folder = await mkdtemp(join(tmpdir(), "outrider-bench-app-"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    stdio: "ignore",
    env: {
      ...process.env,
      PORT: String(port),
      OUTRIDER_DATA: folder,
      OUTRIDER_BASE_URL: url,
      OUTRIDER_LOG_LEVEL: "error",
      DATABASE_URL: "",
      ...settings,
    },
  });
  const stop = async () => {
    await end(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(child, url);
    const setupToken = (await readFile(join(folder, "setup-token"), "utf8")).trim();
    const owner = { email: "bench@example.com", password: "plinth-otter-velvet-quay-17", workspace: "Bench" };
    const made = await post<{ apiKey: string }>(`${url}/api/v1/init`, { ...owner, setupToken });
    const app = { url, apiKey: made.apiKey, pid: child.pid ?? 0 };
    return { ...app, stop, post: (path, body) => post(`${url}/api/v1${path}`, body, app.apiKey) };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function post<T>(url: string, body: unknown, apiKey?: string): Promise<T> {
  const reply = await fetch(url, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}) },
  });
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}: ${await reply.text()}`);
  return (await reply.json()) as T;
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (child.exitCode !== null) throw new Error("The server stopped at once. Run `npm run build` first.");
    const reply = await fetch(`${url}/api/health/ready`).catch(() => null);
    if (reply?.ok) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error("The server was not ready within a minute.");
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  await Promise.race([ended, new Promise((late) => setTimeout(late, 26_000).unref())]);
  if (child.exitCode === null) child.kill("SIGKILL");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
