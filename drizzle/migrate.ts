import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import type { Sql } from "postgres";
import { grants } from "./grants";

const folder = resolve(/* turbopackIgnore: true */ process.cwd(), "drizzle");

/**
 * Extensions and roles, then the migrations that are missing, then the seal: row-level security forced wherever it is enabled,
 * and exactly the privileges of `grants.ts`. Several processes may start at once; an advisory lock lets one work.
 * `connection` must be a pool of one, since the lock belongs to the session.
 */
export async function migrate(connection: Sql): Promise<void> {
  await connection`select pg_advisory_lock(727001)`;
  try {
    await connection.unsafe(readFileSync(resolve(folder, "prelude.sql"), "utf8"));
    await runMigrations(drizzle(connection), { migrationsFolder: resolve(folder, "migrations") });
    await connection.unsafe(sealStatements());
  } finally {
    await connection`select pg_advisory_unlock(727001)`.catch(() => {});
  }
}

function sealStatements(): string {
  const granted = Object.entries(grants).flatMap(([table, byRole]) => [
    `revoke all on ${table} from outrider_app, outrider_system, public;`,
    ...(byRole.app ? [`grant ${byRole.app.join(", ")} on ${table} to outrider_app;`] : []),
    ...(byRole.system ? [`grant ${byRole.system.join(", ")} on ${table} to outrider_system;`] : []),
  ]);
  return `
do $$ declare t record; begin
  for t in select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and c.relrowsecurity and not c.relforcerowsecurity and n.nspname not in ('pg_catalog', 'information_schema')
  loop execute format('alter table %s force row level security', t.name); end loop;
end $$;
grant usage on schema public to outrider_app, outrider_system;
grant usage on schema jobs to outrider_system;
grant usage on sequence jobs.step_order to outrider_system;
-- Packed numbers do not shrink: trying to compress them costs time and gains nothing.
alter table posting_blocks alter column postings set storage external;
alter table posting_lengths alter column lengths set storage external;
alter table term_vectors alter column vector set storage external;
alter table chunk_vectors alter column embedding set storage external;
revoke create on schema public from public;
${granted.join("\n")}`;
}
