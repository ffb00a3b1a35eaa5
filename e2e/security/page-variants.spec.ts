import { type APIRequestContext, expect, test } from "@playwright/test";
import { anOwner, call } from "./people";
import { lacking } from "./policies";

const canary = "Canary Quarry 4711";

/** The forms in which a browser, or somebody who pretends to be one, asks the framework for a page or for a part of it. */
const state = encodeURIComponent(
  JSON.stringify([
    "",
    { children: ["(workspace)", { children: [["workspace", "x", "d"], { children: ["today", {}] }] }] },
  ]),
);
const variants: Record<string, Record<string, string>> = {
  page: {},
  flight: { rsc: "1" },
  prefetch: { rsc: "1", "next-router-prefetch": "1" },
  "runtime prefetch": { rsc: "1", "next-router-prefetch": "2" },
  "tree of segments": { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  "one segment": { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_index" },
  "below the layout": { rsc: "1", "next-router-state-tree": state, "next-url": "/x/today" },
  "hot reload": { rsc: "1", "next-hmr-refresh": "1" },
  "data of old routers": { "x-nextjs-data": "1", purpose: "prefetch" },
  "past the middleware": {
    "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy",
    "x-middleware-rewrite": "/",
    "x-middleware-next": "1",
    "x-invoke-path": "/",
    "x-matched-path": "/",
  },
  "a path of its own choice": {
    "x-outrider-path": "/today",
    "x-nonce": "mine",
    "content-security-policy": "default-src *",
  },
};

const places = ["", "/today", "/opportunities", "/library", "/ask", "/sources", "/changes", "/search?q=x"];
const more = [
  "/settings",
  "/settings/profile",
  "/settings/members",
  "/settings/workspace",
  "/settings/audit",
  "/settings/api-keys",
];

test.describe("pages and their parts, by every form of asking", () => {
  test.describe.configure({ mode: "serial", timeout: 400_000 });
  let theirs: Awaited<ReturnType<typeof anOwner>>;
  let ours: Awaited<ReturnType<typeof anOwner>>;
  let stranger: APIRequestContext;
  const addresses: string[] = [];

  test.beforeAll(async ({ browser, playwright, baseURL }) => {
    theirs = await anOwner(browser, canary);
    ours = await anOwner(browser, "Our own");
    stranger = await playwright.request.newContext({ baseURL });
    const { slug } = theirs;
    const paste = await call(theirs.context, "documents.paste", { slug, input: { title: canary, text: "Words." } });
    const { documentId } = (await paste.json()).result.data;
    const made = await call(theirs.context, "opportunities.create", { slug, input: { title: canary } });
    const { id } = (await made.json()).result.data;
    for (const place of [...places, ...more, `/library/${documentId}`, `/opportunities/${id}`])
      addresses.push(`/${slug}${place}`);
  });
  test.afterAll(async () => {
    await Promise.all([theirs?.context.close(), ours?.context.close(), stranger?.dispose()]);
  });

  test("none shows a stranger, or somebody of another workspace, a word of it; its owner is shown it", async () => {
    let ownersSaw = 0;
    for (const [name, headers] of Object.entries(variants)) {
      for (const address of addresses) {
        const at = `${name} of ${address.replace(theirs.slug, "theirs")}`;
        const url = headers.rsc ? `${address}${address.includes("?") ? "&" : "?"}_rsc=1a2b3` : address;
        for (const who of [stranger, ours.context.request]) {
          const reply = await who.get(url, { headers, maxRedirects: 0 });
          const told = JSON.stringify(reply.headers()) + (await reply.text());
          expect(told.includes(canary) || told.includes(theirs.email), at).toBe(false);
          expect(reply.status(), at).toBeLessThan(500);
        }
      }
      const own = await theirs.context.request.get(`/${theirs.slug}/today`, { headers });
      if ((await own.text()).includes(canary)) ownersSaw += 1;
    }
    // So that "not a word" means something.
    expect(ownersSaw).toBeGreaterThan(5);
  });

  test("each carries the policies, whoever asks, whether it is there or not", async () => {
    const urls = [
      `/${theirs.slug}/today`,
      "/sign-in",
      "/",
      "/no/such/page",
      `/${theirs.slug}/today?_rsc=1a2b3`,
      "/_next/data/x/y.json",
    ];
    for (const [name, headers] of Object.entries(variants)) {
      for (const url of urls) {
        for (const who of [stranger, theirs.context.request]) {
          const reply = await who.get(url, { headers, maxRedirects: 0 });
          expect(lacking("page", reply.headers()), `${name} of ${url}, ${reply.status()}`).toEqual([]);
          // Not the one that the asker wished for.
          expect(reply.headers()["content-security-policy"]).not.toContain("'nonce-mine'");
        }
      }
    }
  });

  test("functions of the server that are called with broken, foreign or huge bodies do nothing and hold up nobody", async () => {
    const page = await theirs.page.request.get(`/${theirs.slug}/today`);
    const known = [...new Set((await page.text()).match(/\b[0-9a-f]{42}\b/g) ?? [])];
    expect(known.length).toBeGreaterThan(0);
    const bodies: [string, string][] = [
      ["text/plain;charset=UTF-8", "[]"],
      ["text/plain;charset=UTF-8", "["],
      ["text/plain;charset=UTF-8", '["$F1","$@2","$K3","$Q4","$n9999999999999999999999999"]'],
      ["text/plain;charset=UTF-8", `${"[".repeat(100_000)}`],
      ["text/plain;charset=UTF-8", '{"__proto__":{"isOperator":true},"then":"$1:constructor:constructor"}'],
      ["text/plain;charset=UTF-8", "x".repeat(3_000_000)],
      [
        "multipart/form-data; boundary=b",
        '--b\r\nContent-Disposition: form-data; name="0"\r\n\r\n"$1:__proto__:then"\r\n--b--\r\n',
      ],
      [
        "multipart/form-data; boundary=b",
        '--b\r\nContent-Disposition: form-data; name="1_$ACTION_REF_1"\r\n\r\n\r\n--b--\r\n',
      ],
      ["multipart/form-data", "no boundary"],
      ["application/x-www-form-urlencoded", "$ACTION_ID_=1"],
    ];
    const live: number[] = [];
    for (const action of [...known.slice(0, 2), "0".repeat(42), "../../etc/passwd", "__proto__"]) {
      for (const [type, body] of bodies) {
        const headers = { "next-action": action, "content-type": type, accept: "text/x-component" };
        const [reply] = await Promise.all([
          stranger.post(`/${theirs.slug}/today`, { headers, data: Buffer.from(body), maxRedirects: 0 }),
          (async () => {
            const since = performance.now();
            await stranger.get("/api/health/live");
            live.push(performance.now() - since);
          })(),
        ]);
        const told = JSON.stringify(reply.headers()) + (await reply.text());
        expect(told, `${action} ${body.slice(0, 40)}`).not.toMatch(
          /Canary Quarry|node_modules|\bat .{1,80}:\d+:\d+|\/work\//,
        );
      }
    }
    expect(live.sort((a, b) => a - b)[Math.floor(live.length * 0.9)]).toBeLessThan(500);
    // Somebody elsewhere cannot make a browser call one, and nobody was signed out by any of it.
    const forged = { "next-action": known[0] ?? "", origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    await theirs.context.request.post(`/${theirs.slug}/today`, { headers: forged, data: "[]", maxRedirects: 0 });
    expect((await call(theirs.context, "identity.me")).status()).toBe(200);
  });
});
