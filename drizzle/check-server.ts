import postgres from "postgres";

/** Which Postgres answers at `url`, with its pgvector; rejects when none does, or one that is too old or lacks it. */
export async function checkServer(url: string, patienceSeconds: number): Promise<string> {
  const sql = postgres(url, { max: 1, connect_timeout: patienceSeconds, onnotice: () => {} });
  try {
    const [found] = await sql<{ server: number; version: string; vector: string | null }[]>`
      select current_setting('server_version_num')::int as server, current_setting('server_version') as version,
        (select max(default_version) from pg_available_extensions where name = 'vector') as vector`;
    if (!found || found.server < 160_000)
      throw new Error(`Postgres ${found?.version} is too old: 16 or newer is needed.`);
    if (!found.vector)
      throw new Error("Postgres has no pgvector: install the extension (0.8 or newer) on its machine.");
    return `answers, version ${found.version}, pgvector ${found.vector}`;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
