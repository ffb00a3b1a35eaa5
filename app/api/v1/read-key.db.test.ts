import { beforeAll, expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { baseUrl } from "@/lib/env";
import { newId } from "@/lib/ids";
import { accessTable } from "@/server/composition/testing/access-table";
import { outcomeOf, procedures } from "@/server/composition/testing/inputs";
import { createApiKey } from "@/server/workspaces/api-keys/create-api-key";
import { POST as trpc } from "../trpc/[trpc]/route";
import * as rest from "./[...path]/route";
import { POST as upload } from "./uploads/route";

// What an API key with the scope read may not do, by every door; what is tried comes from the router itself.
const database = openTestDatabase();
// Elsewhere the REST handler checks the whole description anew at every request, which here are hundreds.
vi.stubEnv("NODE_ENV", "production");
let authorization: string;
beforeAll(async () => {
  const owner = await aWorkspace();
  authorization = `Bearer ${(await createApiKey(owner, { name: "reader", scope: "read" })).token}`;
});

const mutations = procedures.filter(({ type }) => type === "mutation");
/** For signed-in people or for anybody: a key is nobody there. */
const isOfWorkspace = (path: string) => !["anybody", "person", "operator"].includes(accessTable[path]?.rule ?? "");
const changing = mutations.filter(({ path, meta }) => !meta?.isReading && isOfWorkspace(path));

/** One line for each table that tells when anything in it is another. */
async function contents(): Promise<string[]> {
  const tables = await database().sql<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'jobs') order by 1`;
  const lines = [];
  for (const { name } of tables) {
    // The use of a key is written down.
    const columns = name === "public.api_keys" ? "(to_jsonb(t) - 'last_used_at')" : "to_jsonb(t)";
    const [row] = await database().sql.unsafe(
      `select md5(coalesce(string_agg(${columns}::text, '|' order by to_jsonb(t)::text), '')) as hash from ${name} t`,
    );
    lines.push(`${name} ${row?.hash}`);
  }
  return lines;
}

const methods = rest as unknown as Record<string, (request: Request) => Promise<Response>>;

test("a key that reads performs no mutation by any door, and leaves every table as it was", async () => {
  expect(changing.length).toBeGreaterThan(100);
  const before = await contents();
  const told: string[] = [];
  for (const { path, meta } of changing) {
    const inside = await outcomeOf({ authorization }, path, {});
    if (inside.code !== "forbidden") told.push(`${path}: ${inside.code} ${inside.told}`);
    const byTrpc = await trpc(
      new Request(`${baseUrl}/api/trpc/${path}`, {
        method: "POST",
        headers: { authorization, "content-type": "application/json", origin: baseUrl },
        body: "{}",
      }),
    );
    if (byTrpc.status !== 403) told.push(`trpc ${path}: ${byTrpc.status}`);
    if (!meta?.openapi) continue;
    const { method, path: address } = meta.openapi;
    const byRest = await methods[method]?.(
      new Request(`${baseUrl}/api/v1${address.replace(/\{\w+\}/g, newId())}`, {
        method,
        headers: { authorization, "content-type": "application/json" },
        ...(method === "DELETE" ? {} : { body: "{}" }),
      }),
    );
    if (byRest?.status !== 403) told.push(`${method} ${address}: ${byRest?.status}`);
  }
  expect(told).toEqual([]);
  const uploaded = await upload(
    new Request(`${baseUrl}/api/v1/uploads?path=a.txt`, { method: "POST", headers: { authorization }, body: "words" }),
  );
  expect(uploaded.status).toBe(403);
  expect(await contents()).toEqual(before);
});

test("what is a mutation only by its form answers a key that reads, and keeps nothing but the record of what left", async () => {
  expect(mutations.filter(({ meta }) => meta?.isReading).map(({ path }) => path)).toEqual(
    expect.arrayContaining(["calendar.exportOpportunities", "amendments.compare"]),
  );
  const before = (await contents()).filter((line) => !line.startsWith("public.audit_"));
  for (const { path } of mutations.filter(({ meta }) => meta?.isReading)) {
    const { code } = await outcomeOf({ authorization }, path, accessTable[path]?.input?.({ target: newId() }));
    // Let in, and told that what it names is not there.
    expect([path, ["ok", "not_found"].includes(code)]).toEqual([path, true]);
  }
  expect((await contents()).filter((line) => !line.startsWith("public.audit_"))).toEqual(before);
});
