import type { Sql, TransactionSql } from "postgres";

export interface BackupTable {
  /** "public.documents", quoted for SQL. */
  name: string;
  file: string;
}

export interface Manifest {
  format: 1;
  madeAt: string;
  /** Hashes of the migrations that made the schema; a restore needs the same ones. */
  migrations: string[];
  tables: { name: string; rows: number }[];
  files: number;
  /** Of every other file of the backup, by its path in it. Backups of early versions have none. */
  sha256?: Record<string, string>;
  /** Storage keys that the records name and the store did not have: erased while the backup ran, or lost before. */
  lacking?: string[];
}

/** All tables of the product, parents before children, so that foreign keys hold at every moment of a restore. */
export async function listTables(sql: Sql | TransactionSql): Promise<BackupTable[]> {
  const tables = await sql<{ name: string; plain: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name, n.nspname || '.' || c.relname as plain
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'jobs') order by 1`;
  const references = await sql<{ child: string; parent: string }[]>`
    select distinct format('%I.%I', cn.nspname, c.relname) as child, format('%I.%I', pn.nspname, p.relname) as parent
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace cn on cn.oid = c.relnamespace
    join pg_class p on p.oid = k.confrelid join pg_namespace pn on pn.oid = p.relnamespace
    where k.contype = 'f' and k.conrelid <> k.confrelid`;
  const sorted: BackupTable[] = [];
  const waiting = new Map(tables.map((table) => [table.name, table.plain]));
  while (waiting.size > 0) {
    const free = [...waiting].filter(
      ([name]) => !references.some(({ child, parent }) => child === name && waiting.has(parent)),
    );
    if (free.length === 0) throw new Error("tables refer to each other in a circle");
    for (const [name, plain] of free) {
      sorted.push({ name, file: `${plain}.jsonl` });
      waiting.delete(name);
    }
  }
  return sorted;
}

export async function listMigrations(sql: Sql | TransactionSql): Promise<string[]> {
  const rows = await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations order by id`;
  return rows.map((row) => row.hash);
}

/**
 * Row-level security is forced, and so binds the owner of the tables too where the login is no superuser. Lifts that within this
 * transaction, for the owner alone; the returned function forces it again, and must be called before the commit.
 */
export async function openForOwner(tx: TransactionSql): Promise<() => Promise<void>> {
  const [login] = await tx`select rolsuper or rolbypassrls as "seesAll" from pg_roles where rolname = current_user`;
  if (login?.seesAll) return async () => {};
  const forced = await tx<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'jobs') and c.relforcerowsecurity order by 1`;
  for (const { name } of forced) await tx.unsafe(`alter table ${name} no force row level security`);
  return async () => {
    for (const { name } of forced) await tx.unsafe(`alter table ${name} force row level security`);
  };
}
