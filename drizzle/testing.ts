import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll } from "vitest";
import { env } from "@/lib/env";
import { adoptDatabase, closeDatabase, type Database, dumpMigratedPglite, openDatabase } from "./client";
import { grants } from "./grants";

/**
 * Each database starts in a thread of its own, and the engine of JavaScript compiles the same bytes once for all threads of a process,
 * for as long as somebody holds what it made of them: half of the work of a file's database was to compile it again.
 */
let compiled: Promise<WebAssembly.Module> | undefined;

/**
 * A fresh, migrated database for the test file that calls this, made this process's own: on PGlite from a dump, on Postgres
 * (TEST_DATABASE=postgres with TEST_DATABASE_URL) by cloning a template. Returns an accessor for tests that need raw SQL.
 */
export function openTestDatabase({ poolSize = 5 } = {}): () => Database {
  let opened: Database | undefined;
  let drop = async () => {};
  beforeAll(async () => {
    if (env.TEST_DATABASE === "postgres") {
      const clone = await clonePostgres();
      opened = await openDatabase({ url: clone.url, poolSize, skipMigrations: true });
      drop = clone.drop;
    } else {
      opened = await openMigratedPglite();
    }
    adoptDatabase(opened);
  }, 120_000);
  afterAll(async () => {
    await closeDatabase();
    await drop();
  }, 60_000);
  return () => {
    if (!opened) throw new Error("the test database opens before the first test");
    return opened;
  };
}

/** An embedded database of its own in memory, migrated and without a row. Whoever opens it closes it. */
export async function openMigratedPglite(): Promise<Database> {
  compiled ??= WebAssembly.compile(readFileSync("node_modules/@electric-sql/pglite/dist/pglite.wasm"));
  await compiled;
  return openDatabase({ template: await pgliteTemplate(), skipMigrations: true });
}

function schemaHash(): string {
  const hash = createHash("sha256").update(JSON.stringify(grants));
  for (const file of ["drizzle/prelude.sql", "drizzle/migrate.ts", "drizzle/client.ts", "dist/pglite-worker.mjs"])
    hash.update(readFileSync(file));
  for (const file of readdirSync("drizzle/migrations").sort()) {
    if (file.endsWith(".sql")) hash.update(readFileSync(join("drizzle/migrations", file)));
  }
  return hash.digest("hex").slice(0, 16);
}

async function pgliteTemplate(): Promise<Uint8Array<ArrayBuffer>> {
  const folder = join(tmpdir(), "outrider-test-templates");
  const file = join(folder, `${schemaHash()}.tar`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const part = `${file}.${process.pid}`;
    writeFileSync(part, await dumpMigratedPglite());
    renameSync(part, file);
  }
  return new Uint8Array(readFileSync(file));
}

/** A new database cloned from a migrated template on the test server. Also for tests that start several processes. */
export async function clonePostgres(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = env.TEST_DATABASE_URL;
  if (!server) throw new Error("TEST_DATABASE_URL is not set: `npm test` starts a Postgres server and sets it");
  const template = `outrider_template_${schemaHash()}`;
  const name = `outrider_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const admin = postgres(server, { max: 1, onnotice: () => {} });
  await admin`select pg_advisory_lock(727002)`;
  try {
    const [exists] = await admin`select 1 from pg_database where datname = ${template}`;
    if (!exists) {
      const building = `${template}_building`;
      await admin.unsafe(`drop database if exists ${building}`);
      await admin.unsafe(`create database ${building}`);
      await (await openDatabase({ url: databaseUrl(server, building) })).close();
      await admin.unsafe(`alter database ${building} rename to ${template}`);
    }
    await admin.unsafe(`create database ${name} template ${template}`);
  } finally {
    await admin`select pg_advisory_unlock(727002)`;
    await admin.end();
  }
  return {
    url: databaseUrl(server, name),
    drop: async () => {
      const again = postgres(server, { max: 1, onnotice: () => {} });
      await again.unsafe(`drop database if exists ${name} with (force)`);
      await again.end();
    },
  };
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}
