import { createWriteStream } from "node:fs";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { TransactionSql } from "postgres";
import { getDatabase } from "@/drizzle/client";
import { dataPath } from "@/lib/env";
import { fileStorage } from "@/server/platform/ports";
import { type BackupTable, listMigrations, listTables, type Manifest, openForOwner } from "./tables";

const rowsAtOnce = 500;

/** Writes a backup into `folder`, which must not exist. Records are those of one moment. `say` is told what is being done. */
export async function backupTo(folder: string, say: (text: string) => void): Promise<{ rows: number; files: number }> {
  await mkdir(folder, { mode: 0o700 }).catch((cause) => {
    throw new Error(`The folder ${folder} is there already, or its parent is not. Name a new folder.`, { cause });
  });
  await mkdir(join(folder, "tables"));
  const { sql } = await getDatabase();
  const manifest: Manifest = { format: 1, madeAt: new Date().toISOString(), migrations: [], tables: [], files: 0 };
  const keys = await sql.begin("isolation level repeatable read", async (tx) => {
    const seal = await openForOwner(tx);
    manifest.migrations = await listMigrations(tx);
    for (const table of await listTables(tx)) {
      manifest.tables.push({ name: table.name, rows: await writeTable(tx, table, join(folder, "tables", table.file)) });
    }
    const keys = await tx<{ key: string }[]>`
      select storage_key as key from snapshots where removed_at is null
      union select screenshot_key from captures where screenshot_key is not null`;
    await seal();
    return keys;
  });
  for (const { key } of keys) {
    const target = join(folder, "files", key);
    await mkdir(dirname(target), { recursive: true });
    if (!(await fileStorage().exists(key))) continue;
    await pipeline(await fileStorage().get(key), createWriteStream(target, { mode: 0o600 }));
    manifest.files++;
    if (manifest.files % 100 === 0) say(`${manifest.files} of ${keys.length} files`);
  }
  // Without it, what is kept encrypted could not be read again. Installations that set OUTRIDER_SECRET have no such file.
  for (const name of ["secret", "secret.old"]) await copyFile(dataPath(name), join(folder, name)).catch(() => {});
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest, null, 2), { mode: 0o600 });
  return { rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0), files: manifest.files };
}

/** One row a line, as JSON that Postgres itself writes and reads, so that no type passes through JavaScript. */
async function writeTable(tx: TransactionSql, table: BackupTable, file: string): Promise<number> {
  const out = createWriteStream(file, { mode: 0o600 });
  let rows = 0;
  const cursor = tx
    .unsafe<{ line: string }[]>(`select to_jsonb(t)::text as line from ${table.name} t`)
    .cursor(rowsAtOnce);
  for await (const batch of cursor) {
    rows += batch.length;
    const text = batch.map((row) => `${row.line}\n`).join("");
    if (!out.write(text)) await new Promise<void>((resolve) => out.once("drain", () => resolve()));
  }
  await new Promise<void>((resolve, reject) => {
    out.on("error", reject);
    out.end(() => resolve());
  });
  return rows;
}
