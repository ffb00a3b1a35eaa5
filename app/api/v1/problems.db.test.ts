import { beforeAll, expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { baseUrl } from "@/lib/env";
import { newId } from "@/lib/ids";
import { openApiDocument } from "@/server/composition/openapi";
import { problem } from "@/server/http/problem";
import { createApiKey } from "@/server/workspaces/api-keys/create-api-key";
import * as rest from "./[...path]/route";
import { GET as file } from "./files/[snapshotId]/route";
import { GET as screenshot } from "./files/[snapshotId]/screenshot/route";
import { GET as sampleTender } from "./sample-tender/route";
import { POST as upload } from "./uploads/route";

// One form of errors over every operation that the description names, and over every kind of error.
openTestDatabase();
// Elsewhere the REST handler checks the whole description anew at every request, which here are hundreds.
vi.stubEnv("NODE_ENV", "production");
let authorization: string;
beforeAll(async () => {
  const owner = await aWorkspace();
  authorization = `Bearer ${(await createApiKey(owner, { name: "writer", scope: "write" })).token}`;
});

type Handler = (request: Request) => Promise<Response>;
const procedures = rest as unknown as Record<string, Handler>;
const ofSnapshot = { params: Promise.resolve({ snapshotId: newId() }) };
const own: Record<string, Handler> = {
  "/uploads": upload,
  "/sample-tender": sampleTender,
  "/files/{snapshotId}": (request) => file(request, ofSnapshot),
  "/files/{snapshotId}/screenshot": (request) => screenshot(request, ofSnapshot),
};

function ask(method: string, path: string, init: RequestInit = {}): Promise<Response> {
  const address = `${baseUrl}/api/v1${path.replace(/\{\w+\}/g, newId())}`;
  const handler = own[path.split("?")[0] ?? ""] ?? procedures[method];
  if (!handler) throw new Error(`no handler of ${method} ${path}`);
  return handler(new Request(address, { method, ...init }));
}

const json = { "content-type": "application/json" };

/** The status and the code of an error that is told as all are. */
async function toldBy(reply: Response): Promise<string> {
  expect(reply.headers.get("content-type")).toBe("application/problem+json");
  expect(reply.headers.get("cache-control")).toBe("private, no-store");
  const told = problem.parse(await reply.json());
  expect(told.status).toBe(reply.status);
  expect(told.detail).not.toBe("");
  expect(told.requestId).toMatch(/^[0-9a-f-]{36}$/);
  return `${told.status} ${told.code}`;
}

test("every operation tells a stranger that nobody is signed in, in the form of the description", async () => {
  const operations = Object.entries(openApiDocument().paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => ({ method: method.toUpperCase(), path })),
  );
  expect(operations.length).toBeGreaterThan(100);
  const open: string[] = [];
  for (const { method, path } of operations) {
    const hasBody = method !== "GET" && method !== "DELETE";
    const reply = await ask(method, path, { headers: hasBody ? json : {}, ...(hasBody ? { body: "{}" } : {}) });
    // What anybody may call says what is wrong with the input.
    if ((await toldBy(reply)) !== "401 unauthenticated") open.push(`${method} ${path}`);
  }
  expect(open).toEqual(["POST /init"]);
});

test("every kind of error has its status and code in the one form", async () => {
  const headers = { authorization, ...json };
  const queries = (init: RequestInit) => ask("POST", "/queries", { headers, ...init });
  const cases: [string, Promise<Response>][] = [
    ["400 invalid", queries({ body: "{}" })],
    ["400 invalid", queries({ body: "{" })],
    ["400 invalid", queries({ body: "" })],
    ["400 invalid", queries({ body: '{"question":"\\u0000 due when"}' })],
    ["400 invalid", queries({ body: "{}", headers: { ...headers, "idempotency-key": "with space" } })],
    ["400 invalid", ask("POST", "/uploads", { headers, body: "words" })],
    ["401 unauthenticated", queries({ body: "{}", headers: { ...headers, authorization: "Bearer ork_nobody" } })],
    ["403 forbidden", ask("GET", "/audit", { headers })],
    ["403 forbidden", queries({ body: "{}", headers: { ...headers, origin: "https://elsewhere.example" } })],
    ["404 not_found", ask("GET", "/queries/{id}", { headers })],
    ["404 not_found", ask("GET", "/no-such-thing", { headers })],
    ["404 not_found", ask("GET", "/files/{snapshotId}", { headers })],
    ["404 not_found", ask("POST", `/uploads?path=a.txt&collectionId=${newId()}`, { headers, body: "words" })],
    ["413 too_large", queries({ body: `"${"x".repeat(1_100_000)}"` })],
    ["415 unsupported", queries({ body: "x", headers: { authorization, "content-type": "text/plain" } })],
  ];
  const told = await Promise.all(cases.map(async ([, reply]) => toldBy(await reply)));
  expect(told).toEqual(cases.map(([expected]) => expected));
});

test("what of the input is not right is named place by place", async () => {
  const headers = { authorization, ...json };
  const reply = await ask("POST", "/queries", { headers, body: '{"question":"x","collectionIds":["none"]}' });
  const told = problem.parse(await reply.json());
  expect(told.issues?.map(({ path }) => path)).toEqual(["question", "collectionIds.0"]);
  expect(told.detail).toContain("question: Ask in a few words.");
});

test("a body that is no object is refused and says what is wanted, also where every field may be left out", async () => {
  const headers = { authorization, ...json };
  const draft = (body: string) => ask("POST", "/profile/proposals", { headers, body });
  for (const [body, sent] of [
    ["[]", "A list was sent."],
    ["null", "null was sent."],
    ['"words"', "A string was sent."],
    ["7", "A number was sent."],
    ["{", "What was sent cannot be read as JSON."],
  ] as const) {
    const told = problem.parse(await (await draft(body)).json());
    expect(told).toMatchObject({ status: 400, code: "invalid" });
    expect(told.detail).toContain("must be one JSON object");
    expect(told.detail).toContain(sent);
  }
  for (const body of ["{}", ""]) expect((await draft(body)).status).toBe(200);
});
