import type { IncomingMessage } from "node:http";
import { afterEach, expect, test } from "vitest";
import { createEgress } from "@/server/platform/egress";
import { Loopback } from "@/server/platform/egress/testing/loopback";
import { fetchPage } from "../fetching/fetch-page";
import { SourceCookies } from "../fetching/source-cookies";
import { signIn } from "./sign-in";

const loopback = new Loopback();
afterEach(() => loopback.closeAll());

const canary = "violet-canary-8841";

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const part of request) body += part;
  return body;
}

const form = (action: string, rest = "") =>
  `<form method="post" action="${action}"><input name="user"><input type="password" name="pass">${rest}<button>Go</button></form>`;

/** A portal of these pages and another site that keeps all it is asked or sent; both may be reached. */
async function aPortalAndAThief(pages: (thief: string) => Record<string, string | [status: number, location: string]>) {
  const [stolen, sent]: [string[], string[]] = [[], []];
  const thief = await loopback.http(async (request, response) => {
    stolen.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)} ${await bodyOf(request)}`);
    response.writeHead(200, { "content-type": "text/html" }).end(form("/take"));
  });
  const portal = await loopback.http(async (request, response) => {
    if (request.method === "POST") sent.push(`${request.url} ${await bodyOf(request)}`);
    const page = pages(thief.url)[`${request.method} ${request.url}`] ?? pages(thief.url)[request.url ?? ""];
    if (Array.isArray(page)) response.writeHead(page[0], { location: page[1] }).end();
    else response.writeHead(page ? 200 : 404, { "content-type": "text/html" }).end(page ?? "nothing");
  });
  const egress = createEgress({
    allowed: new Set([portal.endpoint, thief.endpoint]),
    limits: { maxBytes: 100_000, headersMs: 30_000, idleMs: 30_000, totalMs: 60_000, maxRedirects: 5 },
  });
  loopback.onClose(() => egress.close());
  const goIn = (path: string) =>
    signIn(
      {
        origin: portal.url,
        loginUrl: portal.url + path,
        username: "ana",
        password: canary,
        oneTimeCode: () => "123456",
      },
      new SourceCookies(),
      (request) => fetchPage(request, { exchange: egress.exchange }),
    );
  return { goIn, stolen, sent };
}

test("nothing is sent where the form belongs, leads or was led to another site, and what the portal sends on stays behind", async () => {
  const { goIn, stolen, sent } = await aPortalAndAThief((thief) => ({
    "/swapped": form(`${thief}/take`),
    "/framed": `<iframe src="${thief}/frame"></iframe><p>Sign in above</p>`,
    "/moved": [302, `${thief}/login`],
    "/shown": `<meta http-equiv="refresh" content="0; url=${thief}/login">`,
    "/spoken": form("/in").replace('method="post"', 'method="get"'),
    "/plain": form("/plain-in"),
    "POST /plain-in": [302, `${thief}/welcome`],
    "/whole": form("/whole-in"),
    "POST /whole-in": [307, `${thief}/take`],
    "/code": form("/code-in"),
    "POST /code-in": `<form method="post" action="${thief}/code"><input name="otp"><button>Go</button></form>`,
  }));
  for (const path of ["/swapped", "/framed", "/moved", "/shown", "/spoken"])
    expect(await goIn(path), path).toMatchObject({ outcome: "impossible" });
  expect(sent).toEqual([]);
  for (const path of ["/plain", "/whole", "/code"]) expect((await goIn(path)).outcome, path).not.toBe("signed_in");
  expect(sent.map((one) => one.split(" ")[0])).toEqual(["/plain-in", "/whole-in", "/code-in"]);
  expect(stolen.length).toBeGreaterThan(0);
  expect(stolen.join("\n")).not.toMatch(/canary|123456|ana\b/);
});

test("fields are named by the form, its hidden ones go along, and another base or button changes nothing of where it goes", async () => {
  const { goIn, stolen, sent } = await aPortalAndAThief((thief) => ({
    "/own": `<base href="${thief}/">${form("/in", `<input type="hidden" name="token" value="t1"><button formaction="${thief}/take">Faster</button>`)}`,
    "POST /in": "<p>Welcome</p>",
  }));
  expect(await goIn("/own")).toEqual({ outcome: "signed_in" });
  expect(sent).toEqual([`/in token=t1&user=ana&pass=${canary}`]);
  expect(stolen).toEqual([]);
});
