import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { createEgress } from "@/server/platform/egress";
import { Loopback } from "@/server/platform/egress/testing/loopback";
import { type FetchOptions, type FetchRequest, fetchPage } from "./fetch-page";
import { SourceCookies } from "./source-cookies";
import { userAgent } from "./user-agent";

const loopback = new Loopback();
afterEach(() => loopback.closeAll());

const limits = { maxBytes: 100_000, headersMs: 3000, idleMs: 3000, totalMs: 10_000, maxRedirects: 5 };

/** Visits addresses of these sample sites only. */
function visitor(...endpoints: string[]) {
  const egress = createEgress({ allowed: new Set(endpoints), limits });
  loopback.onClose(() => egress.close());
  return (request: FetchRequest, options: FetchOptions = {}) =>
    fetchPage(request, { exchange: egress.exchange, ...options });
}

describe("reading a page", () => {
  it("tells what came, from where and by which redirects", async () => {
    const site = await loopback.http((request, response) => {
      if (request.url === "/a") response.writeHead(302, { location: "/b#part" }).end();
      else if (request.url === "/b") response.writeHead(301, { location: "c?x=1" }).end();
      else
        response
          .writeHead(200, { "content-type": "Text/HTML; charset=windows-1252", "content-encoding": "gzip" })
          .end(gzipSync(Buffer.from([0x3c, 0x70, 0x3e, 0x80, 0x20, 0xe9])));
    });
    const outcome = await visitor(site.endpoint)({ url: `${site.url}/a#top` });
    expect(outcome).toMatchObject({
      kind: "fetched",
      page: {
        url: `${site.url}/a`,
        finalUrl: `${site.url}/c?x=1`,
        redirects: [`${site.url}/a`, `${site.url}/b`],
        status: 200,
        mime: "text/html",
        charset: "windows-1252",
        text: "<p>€ é",
        rung: "http",
        bytes: 6,
      },
    });
  });

  it("follows a page that only sends on, on its own site and not round in a circle", async () => {
    const sendTo = (url: string) => `<meta http-equiv="refresh" content="0; url=${url}">`;
    const pages: Record<string, string> = {
      "/old/": sendTo("../new/"),
      "/new/": "<h1>The new place</h1>",
      "/round": sendTo("/about"),
      "/about": sendTo("/round"),
      "/away": sendTo("http://198.51.100.9/"),
    };
    const site = await loopback.http((request, response) => {
      response.writeHead(200, { "content-type": "text/html" }).end(pages[request.url ?? ""]);
    });
    const visit = visitor(site.endpoint);
    const page = { url: `${site.url}/old/`, finalUrl: `${site.url}/new/`, redirects: [`${site.url}/old/`] };
    expect(await visit({ url: `${site.url}/old/` })).toMatchObject({ kind: "fetched", page });
    expect(await visit({ url: `${site.url}/round` })).toMatchObject({ page: { finalUrl: `${site.url}/about` } });
    expect(await visit({ url: `${site.url}/away` })).toMatchObject({ page: { finalUrl: `${site.url}/away` } });
  });

  it("says who it is, and asks only for what is new", async () => {
    let headers: Record<string, unknown> = {};
    const site = await loopback.http((request, response) => {
      headers = request.headers;
      const isKnown = request.headers["if-none-match"] === '"v1"' || request.headers["if-modified-since"] !== undefined;
      response
        .writeHead(isKnown ? 304 : 200, { etag: '"v1"', "content-type": "text/plain" })
        .end(isKnown ? undefined : "new");
    });
    const visit = visitor(site.endpoint);
    expect(await visit({ url: site.url })).toMatchObject({ kind: "fetched", page: { text: "new" } });
    expect(headers["user-agent"]).toBe(userAgent);
    expect(userAgent).toMatch(/^Outrider\/\d+\.\d+\.\d+ \(\+https?:\/\/.+\/crawler\)$/);
    expect(await visit({ url: site.url, etag: '"v1"' })).toMatchObject({
      kind: "not_modified",
      headers: { etag: '"v1"' },
    });
    const lastModified = "Sat, 21 Nov 2026 00:00:00 GMT";
    expect(await visit({ url: site.url, lastModified })).toMatchObject({ kind: "not_modified" });
    expect(headers["if-modified-since"]).toBe(lastModified);
  });

  it("reads files as bytes, and fails on them where a page was wanted", async () => {
    const site = await loopback.http((request, response) =>
      response.writeHead(200, request.url === "/pdf" ? { "content-type": "application/pdf" } : {}).end("%PDF-1.7 \0"),
    );
    const visit = visitor(site.endpoint);
    for (const path of ["/pdf", "/untold"]) {
      expect(await visit({ url: site.url + path })).toMatchObject({
        kind: "fetched",
        page: { mime: "application/pdf", text: null, charset: null },
      });
      expect(await visit({ url: site.url + path, accept: "html" })).toMatchObject({ kind: "failed", code: "not_html" });
    }
  });

  it("names each failure, says whether trying again can help, and keeps the page of an HTTP error", async () => {
    const statuses: Record<string, [number, Record<string, string>]> = {
      "/400": [400, {}],
      "/403": [403, {}],
      "/404": [404, {}],
      "/408": [408, {}],
      "/410": [410, {}],
      "/429": [429, { "retry-after": "7" }],
      "/500": [500, {}],
      "/501": [501, {}],
      "/503": [503, { "retry-after": "Sat, 21 Nov 2026 12:01:00 GMT" }],
      "/999": [999, {}],
      "/300": [300, {}],
    };
    const site = await loopback.http((request, response) => {
      const [status, headers] = statuses[request.url ?? ""] ?? [200, {}];
      response.writeHead(status, { "content-type": "text/html", ...headers }).end("<h1>wall</h1>");
    });
    const visit = visitor(site.endpoint, "127.0.0.1:1");
    const now = () => new Date("2026-11-21T12:00:00Z");
    const rows: Record<string, unknown[]> = {};
    for (const path of Object.keys(statuses)) {
      const outcome = await visit({ url: site.url + path }, { now });
      if (outcome.kind === "failed")
        rows[path] = [outcome.code, outcome.recoverable, outcome.retryAfterMs, outcome.page?.text ?? null];
    }
    const wall = "<h1>wall</h1>";
    expect(rows).toEqual({
      "/400": ["http_4xx", false, null, wall],
      "/403": ["http_403", false, null, wall],
      "/404": ["http_404", false, null, wall],
      "/408": ["http_4xx", true, null, wall],
      "/410": ["http_410", false, null, wall],
      "/429": ["http_429", true, 7000, wall],
      "/500": ["http_5xx", true, null, wall],
      "/501": ["http_5xx", false, null, wall],
      "/503": ["http_5xx", true, 60_000, wall],
      "/999": ["http_4xx", false, null, wall],
      "/300": ["redirect_loop", false, null, null],
    });
    expect(await visit({ url: "http://127.0.0.1:1/" })).toMatchObject({ code: "refused", recoverable: true });
    const signal = AbortSignal.abort();
    expect(await visit({ url: site.url, signal })).toMatchObject({ code: "cancelled", recoverable: false });
  });

  it("says the same of a private, a dead and an unknown address", async () => {
    const visit = visitor("127.0.0.1:1");
    const texts = new Set<string>();
    for (const url of ["http://10.0.0.1/", "http://localhost/", "http://127.0.0.1:1/", "http://unknown.example.com/"]) {
      const outcome = await visit({ url });
      texts.add(outcome.kind === "failed" && outcome.code !== "reset" ? outcome.reason : "");
    }
    texts.delete("");
    expect(texts.size).toBe(1);
  });

  it("ends redirects without end, by count and by repetition, but passes a wall that sets a cookie first", async () => {
    let visits = 0;
    const site = await loopback.http((request, response) => {
      visits++;
      const step = Number(request.url?.slice(1));
      if (request.url === "/circle") response.writeHead(302, { location: "/circle" }).end();
      else if (request.url === "/wall" && request.headers.cookie !== "seen=1")
        response.writeHead(302, { location: "/wall", "set-cookie": "seen=1" }).end();
      else if (request.url === "/wall") response.end("behind the wall");
      else if (step > 0) response.writeHead(302, { location: `/${step - 1}` }).end();
      else response.end("end");
    });
    const visit = visitor(site.endpoint);
    expect(await visit({ url: `${site.url}/circle` })).toMatchObject({ code: "redirect_loop" });
    expect(visits).toBe(1);
    expect(await visit({ url: `${site.url}/5` })).toMatchObject({ kind: "fetched" });
    expect(await visit({ url: `${site.url}/6` })).toMatchObject({ code: "redirect_loop" });
    expect(await visit({ url: `${site.url}/wall` })).toMatchObject({ kind: "fetched", page: { bytes: 15 } });
  });

  it("checks each redirect: a page cannot lead to a private place or another scheme", async () => {
    const trap = await loopback.sentinel();
    const targets = [
      `http://127.0.0.1:${trap.port}/`,
      `http://localhost:${trap.port}/`,
      `http://[::1]:${trap.port}/`,
      "file:///etc/passwd",
      "http://169.254.169.254/",
      "//127.1:8080/",
      "ftp://example.com/",
    ];
    const site = await loopback.http((request, response) =>
      response.writeHead(302, { location: targets[Number(request.url?.slice(1))] }).end(),
    );
    const visit = visitor(site.endpoint);
    for (const index of targets.keys()) {
      expect(await visit({ url: `${site.url}/${index}` })).toMatchObject({
        code: "blocked_address",
        recoverable: false,
      });
    }
    expect(trap.accepts()).toBe(0);
  });

  it("asks the site's rules about the address and about each redirect", async () => {
    const site = await loopback.http((request, response) => {
      if (request.url === "/open") response.writeHead(302, { location: "/closed" }).end();
      else response.end("should not be read");
    });
    const visit = visitor(site.endpoint);
    const isAllowedByRobots = (url: string) => !url.endsWith("/closed");
    expect(await visit({ url: `${site.url}/closed` }, { isAllowedByRobots })).toMatchObject({ code: "robots" });
    expect(await visit({ url: `${site.url}/open` }, { isAllowedByRobots })).toMatchObject({ code: "robots" });
  });

  it("takes no secret along to another origin", async () => {
    let received: Record<string, unknown> = {};
    let cookie: string | undefined;
    const other = await loopback.http((request, response) => {
      received = request.headers;
      response.end();
    });
    const site = await loopback.http((request, response) => {
      cookie = request.headers.cookie;
      response
        .writeHead(302, {
          location: request.url === "/away" ? `${other.url.replace("127.0.0.1", "localhost")}/` : "/away",
        })
        .end();
    });
    const cookies = new SourceCookies();
    cookies.take(["session=canary"], site.url);
    const headers = { authorization: "Bearer canary", "x-api-key": "canary" };
    await visitor(site.endpoint, `localhost:${other.port}`)({ url: `${site.url}/`, headers, cookies });
    expect(cookie).toBe("session=canary");
    expect(received.host).toContain("localhost");
    expect(JSON.stringify(received)).not.toContain("canary");
  });

  it("measures its time over all redirects together", async () => {
    const site = await loopback.http((request, response) => {
      setTimeout(() => response.writeHead(302, { location: `${request.url}x` }).end(), 120);
    });
    const outcome = await visitor(site.endpoint)({ url: `${site.url}/` }, { limits: { headersMs: 250 } });
    expect(outcome).toMatchObject({ code: "timeout_headers" });
  });
});
