import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { dataPath, env } from "@/lib/env";
import { migrate } from "./migrate";
import { type RunningPglite, startPglite } from "./pglite";
import * as schema from "./schema";

export type Db = PostgresJsDatabase<typeof schema>;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

export interface Database {
  kind: "pglite" | "postgres";
  sql: postgres.Sql;
  db: Db;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** A Postgres server; without it the embedded database opens `dataDir`. */
  url?: string;
  dataDir?: string | null;
  poolSize?: number;
  /** Dump of an embedded database to start from (tests). */
  template?: Uint8Array<ArrayBuffer>;
  skipMigrations?: boolean;
}

const quiet = { onnotice: () => {} };

/** Opens a database, brings its schema up to date, and returns it. Errors: DatabaseLockedError, connection errors of the driver. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  let pglite: RunningPglite | null = null;
  let sql: postgres.Sql;
  if (options.url) {
    sql = postgres(options.url, {
      max: options.poolSize ?? 10,
      connect_timeout: 10,
      idle_timeout: 60,
      max_lifetime: 30 * 60,
      connection: {
        application_name: "outrider",
        statement_timeout: 60_000,
        idle_in_transaction_session_timeout: 60_000,
      },
      ...quiet,
    });
  } else {
    pglite = await startPglite(options.dataDir ?? null, options.template);
    // PGlite is one session: a second connection would interleave its messages with the first one's.
    sql = postgres({ path: pglite.socketPath, user: "postgres", database: "postgres", max: 1, ...quiet });
  }
  const opened: Database = {
    kind: pglite ? "pglite" : "postgres",
    sql,
    db: drizzle(sql, { schema }),
    close: async () => {
      await sql.end({ timeout: 5 });
      await pglite?.close();
    },
  };
  try {
    if (!options.skipMigrations) await (options.url ? migrateServer(options.url) : migrate(sql));
  } catch (error) {
    await opened.close().catch(() => {});
    throw error;
  }
  return opened;
}

async function migrateServer(url: string): Promise<void> {
  const connection = postgres(url, { max: 1, connect_timeout: 10, ...quiet });
  try {
    await migrate(connection);
  } finally {
    await connection.end({ timeout: 5 });
  }
}

/** For tests: an embedded database's bytes, to start others from. */
export async function dumpMigratedPglite(): Promise<Uint8Array<ArrayBuffer>> {
  const pglite = await startPglite(null);
  const sql = postgres({ path: pglite.socketPath, user: "postgres", database: "postgres", max: 1, ...quiet });
  await migrate(sql);
  await sql.end();
  const bytes = await pglite.dump();
  await pglite.close();
  return bytes;
}

// Route bundles and instrumentation are separate module instances of one process; the database must be opened once.
const holder = globalThis as typeof globalThis & { outriderDatabase?: Promise<Database> };

/** The database of this process, opened on first use. A failed opening is forgotten, so that the next call tries again. */
export function getDatabase(): Promise<Database> {
  holder.outriderDatabase ??= openDatabase(
    env.DATABASE_URL ? { url: env.DATABASE_URL, poolSize: env.DATABASE_POOL } : { dataDir: dataPath("db") },
  ).catch((error) => {
    delete holder.outriderDatabase;
    throw error;
  });
  return holder.outriderDatabase;
}

/** Makes `database` the one of this process (tests and command-line tools that open their own). */
export function adoptDatabase(database: Database): void {
  holder.outriderDatabase = Promise.resolve(database);
}

export async function closeDatabase(): Promise<void> {
  const opened = holder.outriderDatabase;
  delete holder.outriderDatabase;
  await (await opened)?.close();
}
