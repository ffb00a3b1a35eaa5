import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { dataPath, env } from "@/lib/env";
import { migrate } from "./migrate";
import { type RunningPglite, startPglite } from "./pglite";
import { commitsWithNext, pipelinedBegin } from "./pipelined-begin";
import { prepareRepeated } from "./prepare-repeated";
import * as schema from "./schema";
import { type ServerWatch, watchServer } from "./server-watch";

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
const replanEveryMs = 20_000;

/** Opens a database, brings its schema up to date, and returns it. Errors: DatabaseLockedError, connection errors of the driver. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  let pglite: RunningPglite | null = null;
  let watch: ServerWatch | null = null;
  let sql: postgres.Sql;
  if (options.url) {
    watch = watchServer(options.url);
    const settings = {
      max: options.poolSize ?? 10,
      // Whoever waits for a connection that is being made waits this long, too.
      connect_timeout: 4,
      backoff: (tries: number) => Math.min(0.05 * 2 ** tries, 0.5),
      idle_timeout: 60,
      max_lifetime: 30 * 60,
      connection: {
        application_name: "outrider",
        statement_timeout: 60_000,
        idle_in_transaction_session_timeout: 60_000,
      },
      socket: watch.socket,
      ...quiet,
    };
    sql = guardedBegin(postgres(options.url, settings), watch);
  } else {
    pglite = await startPglite(options.dataDir ?? null, options.template);
    // PGlite is one session: a second connection would interleave its messages with the first one's.
    sql = pipelinedBegin(
      postgres({ path: pglite.socketPath, user: "postgres", database: "postgres", max: 1, ...quiet }),
    );
  }
  // A prepared statement keeps its plan until statistics change, and nothing gathers them here: a plan made for an empty table
  // would stay while the table grows.
  const replanning = pglite ? setInterval(() => void discardPlans(sql), replanEveryMs).unref() : undefined;
  const opened: Database = {
    kind: pglite ? "pglite" : "postgres",
    sql,
    db: drizzle(prepareRepeated(sql), { schema }),
    close: async () => {
      clearInterval(replanning);
      watch?.stop();
      await sql.end({ timeout: 5 });
      await pglite?.close();
    },
  };
  try {
    if (!options.skipMigrations) await (options.url ? migrateServer(options.url, watch) : migrate(sql));
  } catch (error) {
    await opened.close().catch(() => {});
    throw error;
  }
  return opened;
}

async function discardPlans(sql: postgres.Sql): Promise<void> {
  await sql.unsafe("discard plans").catch(() => {});
}

/** The same client, whose transactions end with an error when the server is lost, and do nothing more once they have. */
function guardedBegin(sql: postgres.Sql, watch: ServerWatch): postgres.Sql {
  type Work = (tx: postgres.TransactionSql) => unknown;
  const begin = (...given: [Work] | [string, Work]) => {
    const work = given.at(-1) as Work;
    const options = given.length > 1 ? (given[0] as string) : "";
    return watch.guard((stillAwaited) =>
      sql.begin(options, async (tx) => {
        stillAwaited();
        const made = work(tx);
        const result = await (Array.isArray(made) ? Promise.all(made) : made);
        stillAwaited();
        return result;
      }),
    );
  };
  return new Proxy(sql, {
    get: (target, key) => (key === "begin" ? begin : (Reflect.get(target, key) as unknown)),
  });
}

async function migrateServer(url: string, watch: ServerWatch | null): Promise<void> {
  const settings = { max: 1, connect_timeout: 10, ...(watch ? { socket: watch.socket } : {}), ...quiet };
  const connection = postgres(url, settings);
  try {
    await migrate(connection);
  } finally {
    await connection.end({ timeout: 5 });
  }
}

/**
 * Sends `text` as the first statement of a transaction and does not wait for its answer: the statements that follow travel with
 * it. The connection keeps their order, and if the first fails, the database refuses all that follow. Await what is returned
 * before the transaction is believed.
 */
export async function sendFirst(tx: Tx, text: string, parameters: string[]): Promise<{ done: Promise<unknown> }> {
  const done = rawClient(tx).unsafe(text, parameters, { prepare: true }).execute();
  // The driver hands a statement to the connection one turn after it was asked to; nothing may overtake it.
  await Promise.resolve();
  return { done };
}

/** The next statement is the last of its transaction: where the database can take both together, COMMIT travels with it. */
export function expectLast(tx: Tx): void {
  const client = rawClient(tx) as unknown as { [commitsWithNext]?: () => void };
  client[commitsWithNext]?.();
}

/** The driver's client of a transaction, which the ORM holds but does not show in its types. */
function rawClient(tx: Tx): postgres.TransactionSql {
  return (tx._.session as unknown as { client: postgres.TransactionSql }).client;
}

/**
 * For tests: an embedded database's bytes, to start others from. Without the two databases that a server copies new ones from: nobody makes
 * any there, and to unpack them took a quarter of each start.
 */
export async function dumpMigratedPglite(): Promise<Uint8Array<ArrayBuffer>> {
  const pglite = await startPglite(null);
  const sql = postgres({ path: pglite.socketPath, user: "postgres", database: "postgres", max: 1, ...quiet });
  await migrate(sql);
  await sql`update pg_database set datistemplate = false where datistemplate`;
  for (const name of ["template0", "template1"]) await sql.unsafe(`drop database ${name}`);
  await sql.unsafe("checkpoint");
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
