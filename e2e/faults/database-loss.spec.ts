import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as later } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { startApp } from "../../scripts/services/app.mjs";
import { startPostgres } from "../../scripts/services/postgres.mjs";
import { lacking } from "../security/policies";
import { unsoundRecords } from "../suite/sound-records";
import { aWireTo } from "./wire";

const mostMs = 10_000;
type App = Awaited<ReturnType<typeof startApp>>;

/** Six who write without end, each of whom remembers what was acknowledged, and one who asks whether the process lives. */
function startWriters(app: App, headers: Record<string, string>) {
  const told = {
    acknowledged: [] as string[],
    failures: [] as number[],
    slow: [] as number[],
    lives: new Set<number>(),
  };
  const unfit: string[] = [];
  let isOver = false;
  let made = 0;
  const write = async () => {
    const name = `Folder ${++made}`;
    const since = performance.now();
    const init = { method: "POST", headers, body: JSON.stringify({ name }), signal: AbortSignal.timeout(30_000) };
    const reply = await fetch(`${app.url}/api/v1/collections`, init).catch(() => null);
    const ms = performance.now() - since;
    if (ms > mostMs) told.slow.push(Math.round(ms));
    if (reply?.ok) return void told.acknowledged.push(name);
    told.failures.push(reply?.status ?? 0);
    const text = (await reply?.text()) ?? "";
    if (!reply?.headers.has("retry-after") || !text.includes("database cannot be reached")) unfit.push(text);
    if (reply) unfit.push(...lacking("own", reply.headers));
  };
  const all = Array.from({ length: 6 }, async () => {
    while (!isOver) {
      await write();
      await later(60);
    }
  });
  all.push(
    (async () => {
      while (!isOver) {
        told.lives.add((await fetch(`${app.url}/api/health/live`).catch(() => null))?.status ?? 0);
        await later(200);
      }
    })(),
  );
  return {
    ...told,
    unfit,
    /** Writes succeed again within `timeout` ms. */
    async work(timeout = 8_000) {
      const before = told.acknowledged.length;
      await expect.poll(() => told.acknowledged.length, { timeout, intervals: [100] }).toBeGreaterThan(before + 10);
    },
    async end() {
      isOver = true;
      await Promise.all(all);
    },
  };
}

test("a database that is restarted, killed, closed, silent or deaf: every request ends in time, what was acknowledged is there, and all goes on by itself", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), "outrider-loss-"));
  let server = await startPostgres({ folder, durable: true });
  const own = new URL(server.url);
  const wire = await aWireTo(Number(own.port));
  const url = new URL(server.url);
  url.port = String(wire.port);
  const stray: string[] = [];
  const app = await startApp({
    env: { DATABASE_URL: url.href, OUTRIDER_SECRET: "a secret of thirty-two characters or more" },
    hear: (said) => stray.push(...said.split("\n").filter((line) => /outside any request|nobody handled/.test(line))),
  });
  const admin = postgres(server.url, { max: 1, onnotice: () => {} });
  const restart = async (signal: NodeJS.Signals) => {
    await server.stop(signal);
    server = await startPostgres({ folder, port: Number(own.port), durable: true });
  };
  const readiness = async () => (await fetch(`${app.url}/api/health/ready`).catch(() => null))?.status ?? 0;
  try {
    const person = { email: "ana@example.com", password: "a long and private password", workspace: "Acme" };
    const headers: Record<string, string> = { "content-type": "application/json" };
    const body = JSON.stringify({ ...person, setupToken: app.setupToken() });
    const made = await fetch(`${app.url}/api/v1/init`, { method: "POST", body, headers });
    headers.authorization = `Bearer ${(await made.json()).apiKey}`;
    const writers = startWriters(app, headers);
    await writers.work();

    for (let time = 0; time < 2; time++) {
      await admin`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'`;
      await writers.work();
      wire.cut();
      await writers.work();
    }
    for (const signal of ["SIGINT", "SIGQUIT"] as const) {
      await restart(signal);
      await writers.work();
    }
    // The server hangs up during the handshake.
    wire.set("refused");
    await expect.poll(readiness, { timeout: 10_000 }).toBe(503);
    wire.set("whole");
    await writers.work();
    // The connections that stand swallow everything, while new ones would work.
    wire.set("deaf");
    await writers.work(15_000);
    wire.set("whole");
    wire.set("silent");
    await later(9_000);
    expect(await readiness()).toBe(503);
    const shown = await page.goto(`${app.url}/sign-in`);
    expect(shown?.status()).toBe(503);
    expect(lacking("out", shown?.headers() ?? {})).toEqual([]);
    await expect(page.getByRole("alert")).toContainText("The database cannot be reached");
    wire.set("whole");
    await writers.work();
    await expect(page.getByLabel("Password", { exact: true })).toBeVisible();
    expect(await readiness()).toBe(200);
    await writers.end();

    expect(writers.slow).toEqual([]);
    // 0 would be a request without an answer.
    expect(writers.failures.length).toBeGreaterThan(20);
    expect(writers.failures.filter((status) => status !== 503)).toEqual([]);
    expect(writers.unfit).toEqual([]);
    expect([...writers.lives]).toEqual([200]);
    expect(stray).toEqual([]);
    const { collections } = await (await fetch(`${app.url}/api/v1/collections`, { headers })).json();
    const kept = new Set((collections as { name: string }[]).map(({ name }) => name));
    expect(writers.acknowledged.filter((name) => !kept.has(name))).toEqual([]);

    // Work goes on, too.
    const sent = {
      method: "POST",
      headers: { authorization: headers.authorization },
      body: "# Terms\n\nWe answer within 45 minutes.\n",
    };
    expect((await fetch(`${app.url}/api/v1/uploads?path=terms.md`, sent)).status).toBe(201);
    const status = async () =>
      (await (await fetch(`${app.url}/api/v1/documents`, { headers })).json()).documents[0]?.latest.status;
    await expect.poll(status, { timeout: 20_000 }).toBe("ready");
    await app.end();
    expect(await unsoundRecords({ url: server.url })).toEqual([]);
  } finally {
    await app.stop();
    await admin.end({ timeout: 1 });
    wire.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
