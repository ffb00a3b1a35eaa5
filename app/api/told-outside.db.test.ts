import pino from "pino";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { GET, POST } from "@/app/api/trpc/[trpc]/route";
import { GET as getRest } from "@/app/api/v1/[...path]/route";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { baseUrl } from "@/lib/env";
import { readMetrics } from "@/server/composition/read-metrics";
import { signedIn } from "@/server/composition/testing/as-caller";
import { fillInput, inputWithIds, procedures } from "@/server/composition/testing/inputs";
import { logger, logOptions } from "@/server/platform/logging";
import { createApiKey } from "@/server/workspaces/api-keys/create-api-key";

vi.setConfig({ testTimeout: 400_000 });
const database = openTestDatabase();
const canary = "canary-7f3b";

let headers: Record<string, string>;
let token: string;
beforeAll(async () => {
  const owner = await aWorkspace();
  headers = { ...(await signedIn(owner.userId, owner.workspace.slug)), origin: baseUrl };
  token = (await createApiKey(owner, { name: "k", scope: "admin" })).token;
});

/** What the log on disk would hold, with all its redaction, down to the last level. */
const logged: string[] = [];
beforeEach(() => {
  const disk = pino({ ...logOptions, level: "trace" }, { write: (line: string) => void logged.push(line) });
  for (const level of ["trace", "debug", "info", "warn", "error"] as const)
    vi.spyOn(logger, level).mockImplementation((...line: unknown[]) => disk[level](line[0], line[1] as string));
});
afterEach(() => {
  vi.restoreAllMocks();
  logged.length = 0;
});

/** End the caller's own session, membership or workspace, or wait for somebody elsewhere. */
const leftOut =
  /^(workspaces\.(leave|remove|deleteAccount|transfer)|identity\.(revoke|delete|changePassword)|installation\.|ask\.follow|members\.)/;

/** As a browser sends it. */
function call(path: string, type: string, input: unknown): Promise<Response> {
  const url = new URL(`/api/trpc/${path}`, baseUrl);
  if (type === "mutation") {
    const init = { method: "POST", headers: { ...headers, "content-type": "application/json" } };
    return POST(new Request(url, { ...init, body: JSON.stringify(input) }));
  }
  url.searchParams.set("input", JSON.stringify(input));
  return GET(new Request(url, { headers }));
}

const ofTheInside =
  /\bselect .{0,80} from\b|insert into|\brelation\b|violates|syntax error|node_modules|\bat .{1,80}:\d+:\d+|\/work\/|\.(?:ts|mjs|js):\d|postgres|pglite|drizzle|_gone/i;

test("what people type into any field, a password among it, stands in no log and no metric", async () => {
  for (const { path, type, inputs } of procedures) {
    if (!inputs[0] || leftOut.test(path)) continue;
    const input = fillInput(path, inputWithIds(path), `${canary} ${"x".repeat(12)}`, (kind) => kind === "string");
    if (!input) continue;
    const told = await (await call(path, type, input)).text();
    expect(told, path).not.toMatch(ofTheInside);
  }
  await getRest(
    new Request(`${baseUrl}/api/v1/search?text=${canary}`, { headers: { authorization: `Bearer ${token}` } }),
  );
  await getRest(
    new Request(`${baseUrl}/api/v1/documents/${canary}?key=${canary}`, {
      headers: { authorization: `Bearer ${token}x` },
    }),
  );
  expect(logged.length).toBeGreaterThan(20);
  expect(logged.filter((line) => line.includes(canary))).toEqual([]);
  expect(logged.join("")).not.toContain(token);
  expect((await readMetrics()).text).not.toContain(canary);
});

test("when the database fails in the middle, clients are told a number to name and nothing of the inside", async () => {
  const tables = ["documents", "collections", "sources", "opportunities", "queries", "conversations", "members"];
  for (const table of tables) await database().sql.unsafe(`alter table ${table} rename to ${table}_gone`);
  let failed = 0;
  for (const { path, type } of procedures) {
    if (leftOut.test(path) || type === "subscription") continue;
    const reply = await call(path, type, inputWithIds(path));
    const told = await reply.text();
    expect(told, path).not.toMatch(ofTheInside);
    if (reply.status < 500) continue;
    failed += 1;
    const { error } = JSON.parse(told);
    expect(error, path).toMatchObject({ message: "Something went wrong.", data: { requestId: expect.any(String) } });
    expect(error.data, path).not.toHaveProperty("stack");
    expect(logged.join(""), path).toContain(error.data.requestId);
  }
  expect(failed).toBeGreaterThan(100);
  const reply = await getRest(
    new Request(`${baseUrl}/api/v1/documents`, { headers: { authorization: `Bearer ${token}` } }),
  );
  expect(reply.status).toBe(500);
  expect(await reply.text()).not.toMatch(ofTheInside);
  for (const table of tables) await database().sql.unsafe(`alter table ${table}_gone rename to ${table}`);
});
