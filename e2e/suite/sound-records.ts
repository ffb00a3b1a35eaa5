import { join } from "node:path";
import { brokenRows } from "@/drizzle/checks/broken-rows";
import { openDatabase } from "@/drizzle/client";

/**
 * The rows of a database that break an invariant of the product or of its jobs, after whatever was done to the server. A data
 * folder must have no server on it any more.
 */
export async function unsoundRecords(of: { dataFolder: string } | { url: string }): Promise<string[]> {
  const where = "url" in of ? { url: of.url, poolSize: 1 } : { dataDir: join(of.dataFolder, "db") };
  const database = await openDatabase({ ...where, skipMigrations: true });
  try {
    return [...(await brokenRows(database, "product")), ...(await brokenRows(database, "jobs"))];
  } finally {
    await database.close();
  }
}
