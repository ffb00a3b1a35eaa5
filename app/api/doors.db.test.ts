import { globSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { oneOfEverything } from "@/drizzle/factories/one-of-everything";
import { users } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { baseUrl, env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { signedIn } from "@/server/composition/testing/as-caller";
import { inSystem } from "@/server/platform/workspace-context";
import { createApiKey } from "@/server/workspaces/api-keys/create-api-key";

openTestDatabase();
const foreign = newId();
const unknown = newId();

type Caller = "stranger" | "outsider" | "viewer" | "member" | "owner" | "operator" | "read key" | "write key";
const callers: Caller[] = ["stranger", "outsider", "viewer", "member", "owner", "operator", "read key", "write key"];

interface Door {
  method: "GET" | "POST";
  /** Under the workspace of the callers; `id` is one that exists nowhere, or one of another workspace. */
  path: (id: string) => string;
  body?: string;
  /** Statuses by caller; what is not named is refused with 404 (no member), or 401 (nobody). */
  expected: Partial<Record<Caller, number>>;
}

const everybody = (status: number) => Object.fromEntries(callers.map((caller) => [caller, status]));
const member404 = { viewer: 404, member: 404, owner: 404, "read key": 404, "write key": 404 };

/** Every route of the server that is no page, and what it answers to whom. */
const doors: Record<string, Door | "its procedures" | "next-auth" | "a stream"> = {
  "trpc/[trpc]": "its procedures",
  "v1/[...path]": "its procedures",
  "auth/[...nextauth]": "next-auth",
  live: "a stream",
  "health/live": { method: "GET", path: () => "/api/health/live", expected: everybody(200) },
  "health/ready": { method: "GET", path: () => "/api/health/ready", expected: everybody(200) },
  "v1/openapi.json": { method: "GET", path: () => "/api/v1/openapi.json", expected: everybody(200) },
  inngest: { method: "POST", path: () => "/api/inngest", body: "{}", expected: everybody(404) },
  metrics: { method: "GET", path: () => "/api/metrics", expected: { ...everybody(403), operator: 200 } },
  "calendar/[token]": { method: "GET", path: (id) => `/api/calendar/${id}.ics`, expected: everybody(404) },
  unsubscribe: { method: "POST", path: (id) => `/api/unsubscribe?token=${id}`, expected: everybody(400) },
  "v1/files/[snapshotId]": { method: "GET", path: (id) => `/api/v1/files/${id}`, expected: member404 },
  "v1/files/[snapshotId]/screenshot": {
    method: "GET",
    path: (id) => `/api/v1/files/${id}/screenshot`,
    expected: member404,
  },
  "v1/uploads": {
    method: "POST",
    path: (id) => `/api/v1/uploads?path=a.txt&collectionId=${id}`,
    body: "words",
    expected: { ...member404, viewer: 403, "read key": 403 },
  },
  "v1/sample-tender": {
    method: "GET",
    path: () => "/api/v1/sample-tender",
    expected: { viewer: 403, member: 200, owner: 200, "read key": 403, "write key": 200 },
  },
};

let headers: Record<Caller, Record<string, string>>;
beforeAll(async () => {
  const theirs = await aWorkspace();
  await oneOfEverything({ workspaceId: theirs.workspace.id, userId: theirs.userId, id: foreign, canary: "canary" });
  const ours = await aWorkspace();
  const { slug } = ours.workspace;
  const operator = (await aWorkspace()).userId;
  await inSystem((tx) => tx.update(users).set({ isOperator: true }).where(eq(users.id, operator)));
  const bearer = async (scope: "read" | "write") => ({
    authorization: `Bearer ${(await createApiKey(ours, { name: scope, scope })).token}`,
  });
  headers = {
    stranger: { "x-outrider-workspace": slug },
    outsider: await signedIn(theirs.userId, slug),
    viewer: await signedIn((await aMember(ours, "viewer")).userId, slug),
    member: await signedIn((await aMember(ours, "member")).userId, slug),
    owner: await signedIn(ours.userId, slug),
    operator: await signedIn(operator, slug),
    "read key": await bearer("read"),
    "write key": await bearer("write"),
  };
});

const routes = globSync("app/**/route.ts").map((file) =>
  file.replace(/^app\/(api\/)?/, "").replace(/\/route\.ts$/, ""),
);

async function open(route: string, door: Door, id: string, of: Record<string, string>): Promise<Response> {
  const handlers = await import(/* @vite-ignore */ join(process.cwd(), "app", "api", route, "route.ts"));
  const request = new Request(new URL(door.path(id), baseUrl), {
    method: door.method,
    headers: of,
    ...(door.body ? { body: door.body } : {}),
  });
  return handlers[door.method](request, { params: Promise.resolve({ snapshotId: id, token: `${id}.ics` }) });
}

test("every route is in the table, and nothing else", () => {
  // The files of the PDF viewer are the same for everybody.
  expect(routes.filter((route) => !route.startsWith("pdfjs/")).sort()).toEqual(Object.keys(doors).sort());
});

test("no route that believes a cookie answers for a host that is not ours, or what another site made a browser send", async () => {
  const believing = ["v1/files/[snapshotId]", "v1/files/[snapshotId]/screenshot", "v1/uploads", "v1/sample-tender"];
  for (const route of believing) {
    const door = doors[route];
    if (!door || typeof door === "string") throw new Error(`no door ${route}`);
    for (const [foreignSite, told] of [
      [{ host: "evil.example" }, "does not answer for"],
      [{ "sec-fetch-site": "cross-site" }, "came from another site"],
    ] as const) {
      const reply = await open(route, door, unknown, { ...headers.owner, ...foreignSite });
      expect([route, reply.status]).toEqual([route, 403]);
      expect(await reply.text()).toContain(told);
    }
  }
  for (const route of ["live", "v1/[...path]", "trpc/[trpc]"]) {
    const { GET } = await import(/* @vite-ignore */ join(process.cwd(), "app", "api", route, "route.ts"));
    const address = new URL(
      `/api/${route.replace("[...path]", "collections").replace("[trpc]", "members.list")}`,
      baseUrl,
    );
    expect((await GET(new Request(address, { headers: { ...headers.owner, host: "evil.example" } }))).status).toBe(403);
  }
});

for (const [route, door] of Object.entries(doors)) {
  if (typeof door === "string") continue;
  test(`${route}: each caller is answered as the table says, and another workspace's id like one that does not exist`, async () => {
    const told: Record<string, number> = {};
    for (const caller of callers) {
      const [ofUnknown, ofForeign] = [
        await open(route, door, unknown, headers[caller]),
        await open(route, door, foreign, headers[caller]),
      ];
      told[caller] = ofUnknown.status;
      const words = async (reply: Response) =>
        (await reply.text())
          .replaceAll(foreign, "id")
          .replaceAll(unknown, "id")
          .replace(/"requestId":"[^"]*"/, "");
      expect([caller, ofForeign.status]).toEqual([caller, ofUnknown.status]);
      if (route === "metrics") continue;
      expect([caller, await words(ofForeign)]).toEqual([caller, await words(ofUnknown)]);
    }
    expect(told).toEqual({ ...everybody(404), stranger: 401, ...door.expected });
  });
}

test("a scraper reads the metrics with the very token that the operator set, and with none while none is set", async () => {
  const { GET } = await import("./metrics/route");
  const statusOf = async (authorization: string) =>
    (await GET(new Request(new URL("/api/metrics", baseUrl), { headers: { authorization } }))).status;
  expect(await statusOf("Bearer undefined")).not.toBe(200);
  Object.assign(env, { OUTRIDER_METRICS_TOKEN: "scrape-4711" });
  expect(await statusOf("Bearer scrape-4711")).toBe(200);
  for (const wrong of ["scrape-4711", "Bearer scrape-4712", "Bearer scrape", "bearer scrape-4711", "Bearer "])
    expect(await statusOf(wrong), wrong).not.toBe(200);
});

test("the live channel of a workspace opens to its members only, and is unknown to others", async () => {
  const { GET } = await import("./live/route");
  const statusOf = async (of: Record<string, string>, slug: string) => {
    const reply = await GET(new Request(new URL(`/api/live?workspace=${slug}`, baseUrl), { headers: of }));
    await reply.body?.cancel();
    return reply.status;
  };
  const slug = headers.owner["x-outrider-workspace"] ?? "";
  expect(await statusOf(headers.owner, slug)).toBe(200);
  expect(await statusOf(headers.stranger, slug)).toBe(401);
  expect(await statusOf(headers.outsider, slug)).toBe(404);
  expect(await statusOf(headers.owner, "no-such-workspace")).toBe(404);
});
