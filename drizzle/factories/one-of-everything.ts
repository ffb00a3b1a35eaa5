import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { getDatabase } from "@/drizzle/client";
import * as schema from "@/drizzle/schema";

/**
 * For tests: one row in every table of the workspace, all under the same id, whatever the table. So that whoever may not see
 * this workspace can be tried with the id of each thing in it at once. Rows are made from the catalogue, so that a new table
 * has one on the day it is made; `canary` stands in every text. Returns the tables that got a row.
 */
export async function oneOfEverything(of: { workspaceId: string; userId: string; id: string; canary: string }) {
  const { sql } = await getDatabase();
  const columns = await sql<Column[]>`
    select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
      a.attnotnull as "isRequired", a.attgenerated <> '' as "isGenerated"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname = 'public' and c.relkind in ('r', 'p') and exists (
      select from pg_attribute w where w.attrelid = c.oid and w.attname = 'workspace_id')
    order by c.relname, a.attnum`;
  const byTable = Map.groupBy(columns, (column) => column.table);
  const refused: string[] = [];
  await sql.begin(async (tx) => {
    // Rows point at each other in circles; all of them will be there at the end.
    await tx`select set_config('session_replication_role', 'replica', true)`;
    for (const [table, all] of byTable) {
      const made = all.filter((column) => !column.isGenerated);
      // As text with a cast: the driver's own conversions are switched off by the ORM.
      const values = made.map((column, index) => `$${index + 1}::text::${column.type}`);
      const insert = `insert into "${table}" (${made.map(({ column }) => `"${column}"`)}) values (${values}) on conflict do nothing`;
      const parameters = made.map((column) => madeUp(column, of));
      await tx
        .savepoint((point) => point.unsafe(insert, parameters))
        .catch((error: Error) => refused.push(`${table}: ${error.message}`));
    }
  });
  if (refused.length > 0) throw new Error(`no row could be made for ${refused.join("\n")}`);
  return [...byTable.keys()];
}

/** Of columns that hold one of a few words: the first of them, or the one that hides nothing. */
const vocabulary = new Map(
  Object.values(schema)
    .filter((table) => is(table, PgTable))
    .map((table) => getTableConfig(table as unknown as PgTable))
    .flatMap(({ name, columns }) =>
      columns.map(({ name: column, enumValues }) => [`${name}.${column}`, openWord(enumValues ?? [])] as const),
    ),
);

function openWord(words: string[]): string | undefined {
  return words.find((word) => word === "workspace" || word === "opportunity" || word === "active") ?? words[0];
}

interface Column {
  table: string;
  column: string;
  type: string;
  isRequired: boolean;
  isGenerated: boolean;
}

function madeUp(
  column: Column,
  of: { workspaceId: string; userId: string; id: string; canary: string },
): string | null {
  const { column: name, type } = column;
  if (name === "workspace_id") return of.workspaceId;
  if (type === "uuid" && /user_id$|_by$|owner_id$|author_id$/.test(name)) return of.userId;
  // What a row says of its own end would hide it: removed, merged, archived, expired.
  if (!column.isRequired && (type !== "uuid" || /merged|parent|previous|superseded|replaced/.test(name))) return null;
  if (type === "uuid") return of.id;
  if (type === "text" || type.startsWith("character")) return vocabulary.get(`${column.table}.${name}`) ?? of.canary;
  if (type === "boolean") return "false";
  if (type === "timestamp with time zone") return "2030-01-01T00:00:00Z";
  if (type === "date") return "2030-01-01";
  if (type.startsWith("json") || type.endsWith("[]")) return "{}";
  if (type === "bytea") return "\\x00";
  if (/vector|halfvec/.test(type)) return "[1]";
  return "1";
}
