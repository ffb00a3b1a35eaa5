import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as later } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { startApp } from "../../scripts/services/app.mjs";
import { startPostgres } from "../../scripts/services/postgres.mjs";
import { freePort } from "../../scripts/services/process.mjs";

/** Starts what should not go well; what it says, and the code it ends with. */
function startWith(
  settings: Record<string, string>,
  command = ["scripts/start.mjs"],
): Promise<{ code: number | null; said: string; printed: string }> {
  const child = spawn(process.execPath, command, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PORT: "0", ...settings },
    timeout: 120_000,
  });
  let said = "";
  let printed = "";
  child.stdout.on("data", (chunk) => {
    printed += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, said, printed })));
}

test("a server whose settings or records are not right says so, and ends instead of answering with errors", async () => {
  test.setTimeout(150_000);
  const folder = mkdtempSync(join(tmpdir(), "outrider-wrong-"));
  try {
    const misspelt = await startWith({ OUTRIDER_DATA: folder, DATABASE_URL: "", OUTRIDER_LOG_LEVEL: "loud" });
    expect(misspelt.said).toContain("Outrider cannot start");
    expect(misspelt.said).toContain("OUTRIDER_LOG_LEVEL");
    expect(misspelt.code).toBe(1);
    for (const PORT of ["abc", "65536", "-1", "30.5", "3000x"]) {
      const { said, code } = await startWith({ OUTRIDER_DATA: folder, DATABASE_URL: "", PORT });
      expect(said).toContain("Outrider cannot start: The environment is not right.");
      expect(said).toContain(`PORT: "${PORT}" is no number`);
      expect(code).toBe(1);
    }
    // Nothing listens there.
    const nowhere = "postgres://nobody:hush-4711@127.0.0.1:1/none";
    const absent = await startWith({ OUTRIDER_DATA: folder, DATABASE_URL: nowhere, DATABASE_WAIT_SECONDS: "2" });
    expect(absent.said).toContain("Outrider waits for its database at 127.0.0.1:1, 2 seconds at most.");
    expect(absent.said).toContain("Outrider cannot start: the database at 127.0.0.1:1 could not be reached");
    expect(absent.said).not.toContain("hush-4711");
    expect(absent.code).toBe(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a data folder that cannot be made holds up neither the server nor doctor: both name it", async () => {
  test.setTimeout(150_000);
  const settings = { OUTRIDER_DATA: "/proc/outrider/data", DATABASE_URL: "" };
  const [server, doctor] = await Promise.all([
    startWith(settings),
    startWith(settings, ["dist/cli.mjs", "doctor", "--json"]),
  ]);
  expect(server.said).toContain("Outrider cannot start: The folder /proc/outrider/data cannot be made");
  expect(server.said).toContain("Name another with OUTRIDER_DATA.");
  expect(server.code).toBe(1);
  const { checks } = JSON.parse(doctor.printed) as { checks: { name: string; ok: boolean; detail: string }[] };
  expect(checks.find(({ name }) => name === "Data folder")).toMatchObject({
    ok: false,
    detail: expect.stringMatching(/^The folder \/proc\/outrider\/data cannot be made .* OUTRIDER_DATA\.$/),
  });
  expect(doctor.code).toBe(1);
});

test("a database that comes after the server is waited for, and a server that waits ends when it is told to", async () => {
  test.setTimeout(240_000);
  const port = await freePort();
  const DATABASE_URL = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const waiting = await new Promise<{ code: number | null; ms: number }>((resolve) => {
    const child = spawn(process.execPath, ["scripts/start.mjs"], {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, PORT: "0", DATABASE_URL },
      timeout: 90_000,
    });
    let since = 0;
    child.stderr.on("data", (chunk) => {
      if (since > 0 || !String(chunk).includes("waits for its database")) return;
      since = performance.now();
      child.kill("SIGTERM");
    });
    child.on("close", (code) => resolve({ code, ms: performance.now() - since }));
  });
  expect(waiting.code).toBe(0);
  expect(waiting.ms).toBeLessThan(10_000);
  let said = "";
  const hear = (text: string) => {
    said += text;
  };
  const starting = startApp({ env: { DATABASE_URL }, hear });
  await expect.poll(() => said, { timeout: 120_000 }).toContain("waits for its database");
  await later(2_000);
  const database = await startPostgres({ port });
  const app = await starting;
  try {
    expect((await fetch(`${app.url}/api/health/ready`)).status).toBe(200);
  } finally {
    await app.stop();
    await database.stop();
  }
});

test("the command line names a wrong setting, and doctor a service that does not answer", async () => {
  test.setTimeout(150_000);
  const doctor = ["dist/cli.mjs", "doctor", "--json"];
  const misspelt = await startWith({ OUTRIDER_URL: "nonsense" }, doctor);
  expect(misspelt.said).toContain("OUTRIDER_URL");
  expect(misspelt.said).not.toContain("at ");
  expect(misspelt.code).toBe(1);
  const nobody = {
    DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
    UPSTASH_REDIS_REST_URL: "http://127.0.0.1:1",
    UPSTASH_REDIS_REST_TOKEN: "token",
    STORAGE_URL: "s3://key:secret@127.0.0.1:1/bucket?tls=false",
    SMTP_URL: "smtp://127.0.0.1:1",
  };
  const absent = await startWith({ OUTRIDER_DATA: mkdtempSync(join(tmpdir(), "outrider-wrong-")), ...nobody }, doctor);
  const { checks } = JSON.parse(absent.printed) as { checks: { name: string; ok: boolean; detail: string }[] };
  expect(checks.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual([
    "Postgres",
    "Redis",
    "File store",
    "Mail server",
  ]);
  expect(absent.code).toBe(1);
});
