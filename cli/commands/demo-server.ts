import { spawn } from "node:child_process";
import { createServer } from "node:net";

/** The application in a folder of its own, on this machine only; it may visit the sample sites and nothing else that is private. */
export async function startServer(folder: string, port: number, url: string, crawlAllow: string) {
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
  await stopServer(server);
  throw new Error(`The server was not ready after two minutes:\n${said}`);
}

export async function stopServer(server: ReturnType<typeof spawn>): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise<void>((end) => server.once("exit", () => end()));
  server.kill("SIGTERM");
  await Promise.race([ended, new Promise((late) => setTimeout(late, 26_000).unref())]);
  if (server.exitCode === null) server.kill("SIGKILL");
}

/** The first of so many ports in a row that nobody listens on. */
export async function freePorts(first: number, count: number): Promise<number> {
  for (let start = first; start < first + 50 * count; start += count) {
    const ports = Array.from({ length: count }, (_, index) => start + index);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return start;
  }
  throw new Error(`No ${count} free ports in a row were found above ${first}.`);
}

/** The first port from `first` on that nobody listens on. */
export async function freePort(first: number): Promise<number> {
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
