import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Database } from "../client";

/** Runs every statement of `drizzle/checks/<subject>.sql`; each returns the rows that break one invariant, so the result is empty. */
export async function brokenRows(database: Pick<Database, "sql">, subject: "product" | "jobs"): Promise<string[]> {
  const statements = readFileSync(resolve("drizzle/checks", `${subject}.sql`), "utf8")
    .split(";")
    .filter((text) => /\S/.test(text));
  const broken: string[] = [];
  for (const statement of statements) {
    const rows = await database.sql.unsafe(statement);
    broken.push(...rows.map((row) => JSON.stringify(row)));
  }
  return broken;
}
