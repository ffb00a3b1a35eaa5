import { createReadStream, existsSync } from "node:fs";
import { chmod, open, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { TransactionSql } from "postgres";
import { getDatabase } from "@/drizzle/client";
import { dataPath } from "@/lib/env";
import { fileStorage } from "@/server/platform/ports";
import { assertUnaltered } from "./assert-unaltered";
import { listPaths, readIfThere } from "./digests";
import { type BackupTable, listMigrations, listTables, type Manifest, openForOwner } from "./tables";

const rowsAtOnce = 200;

/**
 * Reads a backup into an empty installation with the same schema. Throws when the installation holds anything, when the schemas differ
 * or when the backup is not what was written, and then nothing has been changed. Files come before the records that name them, and those
 * in one transaction: whatever breaks off on the way leaves an installation without a row, into which the backup can be restored again.
 */
export async function restoreFrom(
  folder: string,
  say: (text: string) => void,
): Promise<{ rows: number; files: number }> {
  const manifest = await readManifest(folder);
  await assertUnaltered(folder, manifest, say);
  const { sql } = await getDatabase();
  await sql.begin((tx) => assertFits(tx, manifest));
  if (manifest.lacking)
    say(`${manifest.lacking.length} files were not in the store any more when the backup was made.`);
  const stored: string[] = [];
  try {
    const files = await restoreFiles(folder, stored);
    const rows = await sql.begin(async (tx) => {
      await assertFits(tx, manifest);
      const restored = await restoreTables(tx, folder, manifest, say);
      // Last before the commit: what breaks off earlier leaves the installation its own.
      for (const name of ["secret", "secret.old"]) await restoreSecret(folder, name);
      return restored;
    });
    return { rows, files };
  } catch (error) {
    for (const key of stored)
      await fileStorage()
        .delete(key)
        .catch(() => {});
    throw error;
  }
}

async function restoreTables(
  tx: TransactionSql,
  folder: string,
  manifest: Manifest,
  say: (text: string) => void,
): Promise<number> {
  const seal = await openForOwner(tx);
  let restored = 0;
  for (const table of await listTables(tx)) {
    say(table.name);
    restored += await readTable(tx, table, join(folder, "tables", table.file));
  }
  await tx`select setval('jobs.step_order', greatest((select coalesce(max(seq), 0) from jobs.steps), 1))`;
  const expected = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  if (restored !== expected) throw new Error(`The backup is not whole: ${restored} of ${expected} rows are there.`);
  await seal();
  return restored;
}

/** Readable by its owner only, whatever became of the backup's rights on its way. Installations that set OUTRIDER_SECRET have no such file. */
async function restoreSecret(folder: string, name: string): Promise<void> {
  const secret = await readIfThere(join(folder, name));
  if (!secret) return;
  await writeFile(dataPath(name), secret, { mode: 0o600 });
  // A file that was there keeps its own rights when it is written.
  await chmod(dataPath(name), 0o600);
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, "manifest.json"), "utf8").catch(() => {
    throw new Error(`${folder} is no backup: it holds no manifest.json.`);
  });
  try {
    const manifest = JSON.parse(text) as Manifest;
    if (manifest.format === 1) return manifest;
  } catch (cause) {
    throw new Error(`${folder} is no whole backup: its manifest.json cannot be read.`, { cause });
  }
  throw new Error("The backup was made by another version. Restore it with that version, then start this one.");
}

async function assertFits(tx: TransactionSql, manifest: Manifest): Promise<void> {
  if (JSON.stringify(await listMigrations(tx)) !== JSON.stringify(manifest.migrations)) {
    throw new Error("The backup was made by another version. Restore it with that version, then start this one.");
  }
  const [held] = await tx`select 1 from users union all select 1 from workspaces limit 1`;
  if (held) throw new Error("This installation is not empty. Restore into a new data folder or database.");
}

async function readTable(tx: TransactionSql, table: BackupTable, file: string): Promise<number> {
  const insert = async (lines: string[]) => {
    if (lines.length === 0) return;
    // The text is a JSON array already; as `json` typed text it would be encoded once more.
    await tx.unsafe(
      `insert into ${table.name} select * from jsonb_populate_recordset(null::${table.name}, ($1::text)::jsonb)`,
      [`[${lines.join(",")}]`],
    );
  };
  let batch: string[] = [];
  let rows = 0;
  const opened = await open(file).catch((cause) => {
    throw new Error(`The backup is not whole: ${basename(file)} is missing.`, { cause });
  });
  for await (const line of opened.readLines()) {
    if (line === "") continue;
    batch.push(line);
    rows++;
    if (batch.length === rowsAtOnce) {
      await insert(batch);
      batch = [];
    }
  }
  await insert(batch);
  return rows;
}

/** Adds to `stored` what was not in the store before. */
async function restoreFiles(folder: string, stored: string[]): Promise<number> {
  const root = join(folder, "files");
  const keys = existsSync(root) ? await listPaths(root) : [];
  for (const key of keys) {
    const isNew = !(await fileStorage().exists(key));
    await fileStorage().put(key, createReadStream(join(root, key)));
    if (isNew) stored.push(key);
  }
  return keys.length;
}
