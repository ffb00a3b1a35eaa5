import { createHmac, hkdfSync } from "node:crypto";
import { globSync } from "node:fs";
import { type IncomingMessage, request as send } from "node:http";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { startApp } from "../../scripts/services/app.mjs";
import { password } from "./people";
import { lacking, type policies } from "./policies";

/** Nothing has this id. */
const stranger = "01a00000-0000-7000-8000-000000000000";
const secret = "a secret of thirty-two characters or more";

type Who = "nobody" | "owner" | "key" | "read key" | "wrong key" | "another site";

interface Knock {
  method?: string;
  path: string;
  by?: Who;
  headers?: Record<string, string>;
  body?: string;
  /** So many bytes of nothing in place of a body. */
  bytes?: number;
  /** Knocked so often that it is too often. */
  times?: number;
  status: number;
}

/** What the knocks need to name. */
interface Known {
  slug: string;
  workspaceId: string;
  userId: string;
  snapshotId: string;
  queryId: string;
  calendar: string;
}

const json = { "content-type": "application/json" };
const large = JSON.stringify({ name: "x".repeat(1_200_000) });
const get = (path: string, status: number, by: Who = "nobody"): Knock => ({ path, by, status });
const post = (path: string, status: number, by: Who, body = "{}", headers: Record<string, string> = json): Knock => ({
  method: "POST",
  path,
  by,
  body,
  headers,
  status,
});

/** Refused alike at every door that believes a session or a key. */
const guarded = (path: string): Knock[] => [
  get(path, 401),
  get(path, 401, "wrong key"),
  get(path, 403, "another site"),
  { ...get(path, 403, "owner"), headers: { host: "elsewhere.example" } },
];

const anybodys = ["api/health/live", "api/health/ready", "api/v1/openapi.json"];

/** Every door, and what it is asked so that it answers in each way it has. */
const doors: Record<string, (known: Known) => Knock[]> = {
  "api/health/live": () => [get("/api/health/live", 200)],
  "api/health/ready": () => [get("/api/health/ready", 200)],
  "api/v1/openapi.json": () => [get("/api/v1/openapi.json", 200)],
  "api/auth/[...nextauth]": () => [
    ...["session", "csrf", "providers"].map((name) => get(`/api/auth/${name}`, 200, "owner")),
    get("/api/auth/signin", 302),
    get("/api/auth/no-such", 400),
    get("/api/auth/session", 403, "another site"),
    post("/api/auth/callback/credentials", 302, "nobody", "email=ana@example.com&password=wrong", {
      "content-type": "application/x-www-form-urlencoded",
    }),
    post("/api/auth/callback/credentials", 413, "nobody", "x".repeat(20_000), { "content-type": "text/plain" }),
  ],
  "api/calendar/[token]": ({ calendar }) => [
    get(calendar, 200),
    get(`/api/calendar/${stranger}.ics`, 404),
    { ...get(`/api/calendar/${stranger}.ics`, 429), times: 310 },
  ],
  "api/inngest": () => [
    get("/api/inngest", 404),
    post("/api/inngest", 404, "nobody"),
    { method: "PUT", path: "/api/inngest", status: 404 },
  ],
  "api/live": ({ slug }) => [
    ...guarded(`/api/live?workspace=${slug}`),
    get(`/api/live?workspace=${slug}`, 200, "owner"),
    get("/api/live?workspace=no-such-one", 404, "owner"),
  ],
  "api/metrics": () => [
    get("/api/metrics", 403),
    get("/api/metrics", 403, "wrong key"),
    get("/api/metrics", 200, "owner"),
  ],
  "api/trpc/[trpc]": ({ slug, queryId }) => {
    const follow = (id: string) =>
      `/api/trpc/ask.follow?input=${encodeURIComponent(JSON.stringify({ id }))}&connectionParams=${encodeURIComponent(JSON.stringify({ workspace: slug }))}`;
    return [
      get("/api/trpc/identity.me", 401),
      get("/api/trpc/identity.me", 200, "owner"),
      get("/api/trpc/identity.me", 403, "another site"),
      get("/api/trpc/no.such", 404, "owner"),
      get("/api/trpc/documents.list?input=nonsense", 400, "owner"),
      get("/api/trpc/workspaces.rename?input=%7B%7D", 405, "owner"),
      get(`/api/trpc/${Array(21).fill("identity.me").join(",")}?batch=1&input=%7B%7D`, 400, "owner"),
      post("/api/trpc/collections.create", 200, "owner", JSON.stringify({ name: "Folder by call" })),
      post("/api/trpc/collections.create", 409, "owner", JSON.stringify({ name: "Folder by call" })),
      post("/api/trpc/collections.create", 413, "owner", large),
      post("/api/trpc/collections.create", 415, "owner", "{}", { "content-type": "text/plain" }),
      post("/api/trpc/collections.create", 400, "owner", "{"),
      get(follow(queryId), 200, "owner"),
    ];
  },
  "api/unsubscribe": (known) => [
    get("/api/unsubscribe?token=x", 303),
    post("/api/unsubscribe?token=x", 400, "nobody", "List-Unsubscribe=One-Click", {}),
    post(`/api/unsubscribe?token=${unsubscribing(known)}`, 200, "nobody", "List-Unsubscribe=One-Click", {}),
  ],
  "api/v1/[...path]": () => [
    ...guarded("/api/v1/documents"),
    get("/api/v1/documents", 200, "key"),
    get(`/api/v1/documents/${stranger}`, 404, "key"),
    get("/api/v1/no/such/thing", 404, "key"),
    get("/api/v1/opportunities?limit=0", 400, "key"),
    post("/api/v1/collections", 200, "key", JSON.stringify({ name: "Folder" })),
    post("/api/v1/collections", 409, "key", JSON.stringify({ name: "Folder" })),
    post("/api/v1/collections", 403, "read key", JSON.stringify({ name: "Another" })),
    post("/api/v1/collections", 400, "key", "[1]"),
    post("/api/v1/collections", 413, "key", large),
    post("/api/v1/collections", 415, "key", "<a/>", { "content-type": "application/xml" }),
    {
      ...post("/api/v1/init", 429, "nobody", JSON.stringify({ ...person("other@example.com"), setupToken: "guess" })),
      times: 30,
    },
  ],
  "api/v1/files/[snapshotId]": ({ snapshotId }) => [
    ...guarded(`/api/v1/files/${snapshotId}`),
    get(`/api/v1/files/${snapshotId}`, 200, "key"),
    { ...get(`/api/v1/files/${snapshotId}`, 206, "key"), headers: { range: "bytes=0-3" } },
    get(`/api/v1/files/${stranger}`, 404, "key"),
    get("/api/v1/files/no-id", 404, "key"),
  ],
  // A picture needs a page that a browser has drawn; it is handed out by the same means as the file above.
  "api/v1/files/[snapshotId]/screenshot": ({ snapshotId }) => [
    ...guarded(`/api/v1/files/${snapshotId}/screenshot`),
    get(`/api/v1/files/${snapshotId}/screenshot`, 404, "key"),
  ],
  "api/v1/sample-tender": () => [
    ...guarded("/api/v1/sample-tender"),
    get("/api/v1/sample-tender", 200, "key"),
    get("/api/v1/sample-tender", 403, "read key"),
  ],
  "api/v1/uploads": () => [
    post("/api/v1/uploads?path=a.txt", 401, "nobody", "words", {}),
    post("/api/v1/uploads?path=a.txt", 403, "read key", "words", {}),
    post("/api/v1/uploads?path=a.txt", 403, "another site", "words", {}),
    post("/api/v1/uploads", 400, "key", "words", {}),
    post("/api/v1/uploads?path=b.txt", 201, "key", "other words", {}),
    post("/api/v1/uploads?path=c.txt", 200, "key", "other words", {}),
    { method: "POST", path: "/api/v1/uploads?path=d.txt", by: "key", bytes: 201 * 1024 * 1024, status: 413 },
  ],
  "pdfjs/[folder]/[file]": () => [
    get("/pdfjs/wasm/openjpeg.wasm", 200),
    get("/pdfjs/wasm/no-such.wasm", 404),
    get("/pdfjs/no-such/file.js", 404),
  ],
};

/** Replies that no door of ours makes: the framework's own, and of files. */
const others: [keyof typeof policies, Knock][] = [
  ["page", get("/api", 307)],
  ["open", get("/api/no-such-door", 404)],
  ["open", get("/api/health/live/", 308)],
  ["open", get("//elsewhere.example/x", 308)],
  ["page", get("/sign-in", 200)],
  ["page", get("/%E0%A4%A", 307)],
  ["own", get("/api/v1/%E0%A4%A", 404)],
  ["own", { method: "TRACE", path: "/api/v1/documents", status: 405 }],
  ["open", get("http://elsewhere.example/x", 421)],
  ["file", get("/icon.svg", 200)],
  ["file", get("/_next/static/no-such.js", 404)],
  ["open", { ...get("/sign-in", 421), headers: { host: "elsewhere.example" } }],
];

const person = (email: string) => ({ email, password, workspace: "Acme" });

/** As the mail has it. */
function unsubscribing({ workspaceId, userId }: Known): string {
  const ids = Buffer.from((workspaceId + userId).replaceAll("-", ""), "hex");
  const key = Buffer.from(hkdfSync("sha256", secret, "outrider", "mail-digest-unsubscribe", 32));
  return `${ids.toString("base64url")}.${createHmac("sha256", key).update(ids).digest("base64url")}`;
}

/** The head of the answer: streams end only when they are left. */
function knockAt(base: string, { method = "GET", path, headers = {}, body, bytes = 0 }: Knock) {
  return new Promise<IncomingMessage>((done, refuse) => {
    const { hostname, port } = new URL(base);
    const sent = send({ hostname, port, path, method, headers: { connection: "close", ...headers } });
    let isAnswered = false;
    sent.on("response", (reply) => {
      isAnswered = true;
      done(reply);
      reply.on("error", () => {});
      reply.destroy();
    });
    sent.on("error", (error) => isAnswered || refuse(error));
    const piece = Buffer.alloc(1024 * 1024);
    let left = bytes;
    const more = () => {
      while (left > 0 && !isAnswered) {
        left -= piece.length;
        if (!sent.write(piece)) return void sent.once("drain", more);
      }
      sent.end(body);
    };
    more();
  });
}

test("every door answers with the policies in each way it has to answer, whoever knocks", async ({ playwright }) => {
  test.setTimeout(240_000);
  const files = globSync("app/**/route.ts").map((file) => file.replace(/^app\/|\/route\.ts$/g, ""));
  expect(files.sort()).toEqual(Object.keys(doors).sort());
  const app = await startApp({ env: { OUTRIDER_SECRET: secret } });
  try {
    const { known, callers } = await setUp(app, await playwright.request.newContext({ baseURL: app.url }));
    const knocks: [string, keyof typeof policies, Knock][] = others.map(([kind, knock]) => [
      "the framework",
      kind,
      knock,
    ]);
    for (const [door, of] of Object.entries(doors)) {
      const kind = door.startsWith("pdfjs") ? "file" : anybodys.includes(door) ? "open" : "own";
      const asked = of(known);
      // Whatever a door does not do.
      for (const method of ["OPTIONS", "DELETE", "PATCH"]) {
        if (door === "api/v1/[...path]" && method !== "OPTIONS") continue;
        asked.push({ method, path: asked[0]?.path ?? "", by: "owner", status: method === "OPTIONS" ? 204 : 405 });
      }
      for (const knock of asked) knocks.push([door, kind, knock]);
    }
    const wrong: string[] = [];
    const statuses = new Set<number>();
    for (const [door, kind, knock] of knocks) {
      const headers = { ...callers[knock.by ?? "nobody"], ...knock.headers };
      for (let time = 1; time < (knock.times ?? 1); time++) await knockAt(app.url, { ...knock, headers });
      const reply = await knockAt(app.url, { ...knock, headers });
      const at = `${door}: ${knock.method ?? "GET"} ${knock.path.slice(0, 60)} by ${knock.by ?? "nobody"}: ${reply.statusCode}`;
      if (reply.statusCode !== knock.status) wrong.push(`${at} in place of ${knock.status}`);
      for (const policy of lacking(kind, reply.headers)) wrong.push(`${at} has ${policy}`);
      statuses.add(reply.statusCode ?? 0);
    }
    expect(wrong).toEqual([]);
    for (const status of [200, 201, 206, 303, 400, 401, 403, 404, 405, 409, 413, 415, 421, 429])
      expect([...statuses]).toContain(status);
  } finally {
    await app.stop();
  }
});

async function setUp(app: Awaited<ReturnType<typeof startApp>>, browser: APIRequestContext) {
  const data = { ...person("ana@example.com"), setupToken: app.setupToken() };
  const made = await (await browser.post("/api/v1/init", { data })).json();
  const { csrfToken } = await (await browser.get("/api/auth/csrf")).json();
  await browser.post("/api/auth/callback/credentials", {
    form: { csrfToken, email: data.email, password },
    headers: { "x-auth-return-redirect": "1" },
  });
  const slug = new URL(made.url).pathname.slice(1);
  const { cookies } = await browser.storageState();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const session = { cookie, "x-outrider-workspace": slug };
  const key = { authorization: `Bearer ${made.apiKey}` };
  const perform = async (path: string, input: object) =>
    (await (await browser.post(`/api/trpc/${path}`, { headers: session, data: input })).json()).result.data;
  const { userId } = (await (await browser.get("/api/trpc/members.list", { headers: session })).json()).result.data[0];
  const readKey = await perform("apiKeys.create", { name: "reader", scope: "read" });
  const { queryId } = await perform("ask.ask", { question: "How fast is a critical incident answered?" });
  const feed = await perform("calendar.createFeed", {});
  await browser.post("/api/v1/uploads?path=terms.txt", { headers: key, data: "We answer within 45 minutes." });
  const listed = async () =>
    (await (await browser.get("/api/v1/documents", { headers: key })).json()).documents[0]?.currentSnapshotId;
  await expect.poll(listed, { timeout: 60_000 }).toBeTruthy();
  const known: Known = {
    slug,
    workspaceId: made.workspaceId,
    userId,
    queryId,
    snapshotId: await listed(),
    calendar: new URL(feed.address).pathname,
  };
  const callers: Record<Who, Record<string, string>> = {
    nobody: {},
    owner: session,
    key,
    "read key": { authorization: `Bearer ${readKey.apiKey}` },
    "wrong key": { authorization: "Bearer ork_wrong" },
    "another site": { ...session, origin: "https://evil.example", "sec-fetch-site": "cross-site" },
  };
  return { known, callers };
}
