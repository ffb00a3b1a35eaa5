import { readFileSync } from "node:fs";
import { type IncomingMessage, request as send } from "node:http";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { startApp } from "../../scripts/services/app.mjs";

const ten = 10 * 1024 * 1024;

interface Case {
  what: string;
  method?: string;
  path: string;
  headers?: Record<string, string>;
  /** A body, or how many bytes to send without end of it being told. */
  body?: string | Buffer;
  chunks?: number;
  /** Every status that says no; 0 where the server hangs up. */
  statuses: number[];
}

const json = { "content-type": "application/json" };
const refused = [400, 401, 403, 404, 405, 413, 415, 431, 0];
const call = "/api/trpc/identity.signUp";

const cases: Case[] = [
  {
    what: "a token of 10 MB",
    path: "/api/v1/documents",
    headers: { authorization: `Bearer ork_${"a".repeat(ten)}` },
    statuses: [431, 0],
  },
  {
    what: "a cookie of 10 MB",
    path: "/acme/today",
    headers: { cookie: `outrider.session=${"a".repeat(ten)}` },
    statuses: [431, 0],
  },
  { what: "a header of 10 MB", path: "/", headers: { "x-outrider-workspace": "a".repeat(ten) }, statuses: [431, 0] },
  { what: "an address of 10 MB", path: `/api/calendar/${"a".repeat(ten)}.ics`, statuses: [431, 414, 400, 0] },
  {
    what: "a cookie as long as headers may be",
    path: "/api/trpc/identity.me",
    headers: { cookie: `outrider.session=${"a".repeat(15_000)}` },
    statuses: [401],
  },
  {
    what: "a session in a thousand pieces",
    path: "/api/trpc/identity.me",
    headers: { cookie: Array.from({ length: 500 }, (_, n) => `outrider.session.${n}=a`).join("; ") },
    statuses: [401],
  },
  {
    what: "a token as long as headers may be",
    path: "/api/v1/documents",
    headers: { authorization: `Bearer ork_${"a".repeat(15_000)}` },
    statuses: [401],
  },
  {
    what: "a body of 10 MB",
    method: "POST",
    path: call,
    headers: json,
    body: JSON.stringify({ email: "a".repeat(ten) }),
    statuses: [413],
  },
  { what: "a body without end", method: "POST", path: call, headers: json, chunks: 400, statuses: [413, 0] },
  {
    what: "a token of 900 kB in a body",
    method: "POST",
    path: "/api/trpc/identity.resetPassword",
    headers: json,
    body: JSON.stringify({ token: "a".repeat(900_000), password: "a long and private password" }),
    statuses: refused,
  },
  {
    what: "a password of 900 kB",
    method: "POST",
    path: "/api/auth/callback/password",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: `email=ana@example.com&password=${"a".repeat(900_000)}`,
    statuses: [...refused, 302],
  },
  {
    what: "lists within lists",
    method: "POST",
    path: call,
    headers: json,
    body: "[".repeat(500_000) + "]".repeat(500_000),
    statuses: refused,
  },
  {
    what: "things within things",
    method: "POST",
    path: call,
    headers: json,
    body: `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`,
    statuses: refused,
  },
  {
    what: "a hundred thousand keys",
    method: "POST",
    path: call,
    headers: json,
    body: JSON.stringify(Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`k${n}`, 1]))),
    statuses: refused,
  },
  { what: "half of JSON", method: "POST", path: call, headers: json, body: '{"email":"a', statuses: refused },
  {
    what: "no JSON",
    method: "POST",
    path: call,
    headers: json,
    body: Buffer.from([0xff, 0xfe, 0x00, 0x22]),
    statuses: refused,
  },
  {
    what: "a compressed bomb",
    method: "POST",
    path: call,
    headers: { ...json, "content-encoding": "gzip" },
    body: gzipSync(Buffer.alloc(100 * 1024 * 1024)),
    statuses: refused,
  },
  {
    what: "another kind of body",
    method: "POST",
    path: call,
    headers: { "content-type": "application/xml" },
    body: "<a/>",
    statuses: refused,
  },
  {
    what: "prototypes",
    method: "POST",
    path: call,
    headers: json,
    body: '{"__proto__":{"isOperator":true},"constructor":{"prototype":{"x":1}}}',
    statuses: refused,
  },
  {
    what: "a batch of a thousand",
    path: `/api/trpc/${Array(1_000).fill("identity.me").join(",")}?batch=1&input={}`,
    statuses: refused,
  },
  { what: "a method of its own", method: "PROPFIND", path: "/api/v1/documents", statuses: [...refused, 501] },
  { what: "an upload by nobody", method: "POST", path: "/api/v1/uploads?path=a.txt", chunks: 400, statuses: [401, 0] },
];

/** The status, or 0 when the server hung up; what it says is let go. */
function statusOf(base: string, { method = "GET", path, headers = {}, body, chunks }: Case): Promise<number> {
  return new Promise((done) => {
    const { hostname, port } = new URL(base);
    const sent = send({
      hostname,
      port,
      path,
      method,
      headers: { connection: "close", ...headers },
      timeout: 15_000,
      maxHeaderSize: 2 * ten,
    });
    let status = 0;
    sent.on("response", (reply: IncomingMessage) => {
      status = reply.statusCode ?? 0;
      reply.resume();
      reply.on("close", () => done(status));
    });
    sent.on("timeout", () => sent.destroy());
    sent.on("error", () => done(status));
    sent.on("close", () => done(status));
    const piece = Buffer.alloc(64 * 1024, 0x61);
    let left = chunks ?? 0;
    const more = () => {
      while (left > 0 && !sent.destroyed && status === 0) {
        left -= 1;
        if (!sent.write(piece)) return void sent.once("drain", more);
      }
      sent.end(body);
    };
    more();
  });
}

test("what is far too large or no sense is refused at once, by whatever door, and costs the server nothing", async () => {
  test.setTimeout(180_000);
  const app = await startApp();
  try {
    const rssMb = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${app.pid}/status`, "utf8"))?.[1]) / 1024;
    // Whatever loads with the first use of a door is not what the request cost.
    for (const one of cases.filter(({ body }) => !body || body.length < 1_000)) await statusOf(app.url, one);
    const before = rssMb();
    for (const one of cases) {
      const since = performance.now();
      const status = await statusOf(app.url, one);
      expect(one.statuses, `${one.what}: ${status}`).toContain(status);
      expect(performance.now() - since, one.what).toBeLessThan(3_000);
      expect((await fetch(`${app.url}/api/health/live`)).status, one.what).toBe(200);
    }
    // All of them ten times at once.
    const statuses = await Promise.all(
      Array.from({ length: 10 }, () => cases)
        .flat()
        .map((one) => statusOf(app.url, one)),
    );
    expect(statuses.filter((status) => status >= 500 && status !== 501)).toEqual([]);
    expect((await fetch(`${app.url}/api/health/ready`)).status).toBe(200);
    expect(rssMb() - before).toBeLessThan(300);
  } finally {
    await app.stop();
  }
});
