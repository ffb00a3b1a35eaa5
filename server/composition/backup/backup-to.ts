import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { TransactionSql } from "postgres";
import { getDatabase } from "@/drizzle/client";
import { dataPath } from "@/lib/env";
import { NotFoundError } from "@/server/platform/errors";
import { fileStorage } from "@/server/platform/ports";
import { readIfThere, writeHashed } from "./digests";
import { type BackupTable, listMigrations, listTables, type Manifest, openForOwner } from "./tables";

const rowsAtOnce = 500;

/** Writes a backup into `folder`, which must not exist. Records are those of one moment. `say` is told what is being done. */
export async function backupTo(folder: string, say: (text: string) => void): Promise<{ rows: number; files: number }> {
  await mkdir(folder, { mode: 0o700 }).catch((cause) => {
    throw new Error(`The folder ${folder} is there already, or its parent is not. Name a new folder.`, { cause });
  });
  const { sql } = await getDatabase();
  const sha256: Record<string, string> = {};
  const manifest: Manifest = {
    format: 1,
    madeAt: new Date().toISOString(),
    migrations: [],
    tables: [],
    files: 0,
    sha256,
  };
  const keys = await sql.begin("isolation level repeatable read", async (tx) => {
    const seal = await openForOwner(tx);
    manifest.migrations = await listMigrations(tx);
    for (const table of await listTables(tx)) {
      const counted = { rows: 0 };
      const path = `tables/${table.file}`;
      sha256[path] = await writeHashed(join(folder, path), readTable(tx, table, counted));
      manifest.tables.push({ name: table.name, rows: counted.rows });
    }
    const keys = await tx<{ key: string }[]>`
      select storage_key as key from snapshots where removed_at is null
      union select screenshot_key from captures where screenshot_key is not null`;
    await seal();
    return keys.map(({ key }) => key);
  });
  await copyFiles(folder, keys, manifest, sha256, say);
  // Without it, what is kept encrypted could not be read again. Installations that set OUTRIDER_SECRET have no such file.
  for (const name of ["secret", "secret.old"]) {
    const secret = await readIfThere(dataPath(name));
    if (secret) sha256[name] = await writeHashed(join(folder, name), only(secret));
  }
  // The last to be written: a folder without it is no backup.
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest, null, 2), { mode: 0o600 });
  return { rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0), files: manifest.files };
}

async function copyFiles(
  folder: string,
  keys: string[],
  manifest: Manifest,
  sha256: Record<string, string>,
  say: (text: string) => void,
): Promise<void> {
  const lacking: string[] = [];
  const spoilt: string[] = [];
  for (const key of keys) {
    const file = await openIfThere(key);
    if (!file) {
      lacking.push(key);
      continue;
    }
    const hash = await writeHashed(join(folder, "files", key), file);
    sha256[`files/${key}`] = hash;
    // Files are named by their content, so that what the store itself spoilt shows.
    if (hash !== basename(key)) spoilt.push(key);
    manifest.files++;
    if (manifest.files % 100 === 0) say(`${manifest.files} of ${keys.length} files`);
  }
  if (lacking.length > 0) {
    manifest.lacking = lacking;
    say(`${lacking.length} files were not in the store: erased since the backup began, or lost before.`);
  }
  for (const key of spoilt)
    say(`The store holds other bytes under ${key} than were put there; they are kept as they are.`);
}

async function* only(bytes: Buffer): AsyncIterable<Buffer> {
  yield bytes;
}

async function openIfThere(key: string) {
  return fileStorage()
    .get(key)
    .catch((error) => {
      if (error instanceof NotFoundError) return null;
      throw error;
    });
}

/** One row a line, as JSON that Postgres itself writes and reads, so that no type passes through JavaScript. */
async function* readTable(tx: TransactionSql, table: BackupTable, counted: { rows: number }): AsyncIterable<string> {
  const cursor = tx
    .unsafe<{ line: string }[]>(`select to_jsonb(t)::text as line from ${table.name} t`)
    .cursor(rowsAtOnce);
  for await (const batch of cursor) {
    counted.rows += batch.length;
    yield batch.map((row) => `${row.line}\n`).join("");
  }
}
