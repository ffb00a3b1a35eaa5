import { brotliCompressSync } from "node:zlib";
import { chromium } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Loopback } from "@/server/platform/egress/testing/loopback";
import { SourceCookies } from "../fetching/source-cookies";
import { CrawlBrowser } from "./crawl-browser";
import { findChromium } from "./find-chromium";
import { sites } from "./testing/sites";

const executablePath = await findChromium();
const loopback = new Loopback();
const allowed = new Set<string>();
let browser: CrawlBrowser;

beforeAll(() => {
  browser = new CrawlBrowser({ executablePath, allowed, maxContexts: 2 });
});
afterAll(() => browser.close());
afterEach(() => loopback.closeAll());

const site = sites(loopback, allowed);

it("says in words that there is no browser", async () => {
  const none = new CrawlBrowser({ executablePath: null });
  const outcome = await none.render({ url: "https://example.com/", contextKey: "a" });
  expect(outcome).toMatchObject({ kind: "failed", code: "no_browser", recoverable: false });
  expect((outcome as { reason: string }).reason).toMatch(/needs a browser/);
  const broken = new CrawlBrowser({ executablePath: "/bin/false" });
  expect(await broken.render({ url: "https://example.com/", contextKey: "a" })).toMatchObject({ code: "no_browser" });
  const remote = new CrawlBrowser({ wsUrl: "wss://browsers.example.com/" });
  expect(await remote.render({ url: "https://example.com/", contextKey: "a" })).toMatchObject({
    code: "no_browser",
    reason: expect.stringContaining("BROWSER_PROXY_ADDRESS"),
  });
});

describe.skipIf(!executablePath)(
  executablePath ? "a page in the browser" : "a page in the browser (skipped: no Chromium)",
  () => {
    it("is read as its scripts have made it, with a picture", async () => {
      const { url } = await site({
        "/": "<title>t</title><div id=a>loading</div><script>setTimeout(() => { a.textContent = 'ready' }, 150)</script>",
      });
      const outcome = await browser.render({ url: `${url}/#x`, contextKey: "a" });
      expect(outcome).toMatchObject({
        kind: "fetched",
        page: {
          url: `${url}/`,
          finalUrl: `${url}/`,
          redirects: [],
          status: 200,
          mime: "text/html",
          rung: "browser",
          text: expect.stringContaining("ready"),
        },
      });
      const { page } = outcome as { page: { screenshot: Buffer } };
      expect(page.screenshot.subarray(0, 3).toString("hex")).toBe("ffd8ff");
    });

    it("waits for what the caller asks for, and fails in words when it does not come", async () => {
      const { url } = await site({
        "/late":
          "<script>setTimeout(() => document.body.append(Object.assign(document.createElement('p'), {id: 'late', textContent: 'came'})), 800)</script><body>",
      });
      const late = await browser.render({ url: `${url}/late`, contextKey: "a", waitFor: "#late", screenshot: false });
      expect(late).toMatchObject({ kind: "fetched", page: { text: expect.stringContaining("came") } });
      const never = await browser.render({ url: `${url}/late`, contextKey: "a", waitFor: "#never", maxMs: 1500 });
      expect(never).toMatchObject({ kind: "failed", code: "timeout_body", recoverable: true });
    });

    it("is scrolled, and its button is clicked, until nothing more comes", async () => {
      const more =
        "const add = () => { if (list.children.length < 12) for (let i = 0; i < 4; i++) list.append(Object.assign(document.createElement('li'), {textContent: 'row ' + list.children.length, style: 'height: 400px'})) };";
      const { url } = await site({
        "/scroll": `<ul id=list></ul><script>${more} add(); addEventListener('scroll', () => setTimeout(add, 50))</script>`,
        "/click": `<ul id=list></ul><button id=more>more</button><script>${more} add(); more.onclick = () => { add(); if (list.children.length >= 12) more.remove() }</script>`,
      });
      for (const [path, action] of [
        ["/scroll", { kind: "scroll", times: 10 }],
        ["/click", { kind: "click", selector: "#more", times: 10 }],
      ] as const) {
        const outcome = await browser.render({
          url: url + path,
          contextKey: "a",
          actions: [action],
          screenshot: false,
        });
        expect(outcome, path).toMatchObject({ page: { text: expect.stringContaining("row 11") } });
      }
    });

    it("names statuses, redirects, downloads and addresses as the other rung does", async () => {
      const { url } = await site({
        "/403": (_, response) => response.writeHead(403, { "content-type": "text/html" }).end("wall"),
        "/503": (_, response) =>
          response.writeHead(503, { "content-type": "text/html", "retry-after": "9" }).end("later"),
        "/a": (_, response) => response.writeHead(302, { location: "/b" }).end(),
        "/b": "<meta http-equiv=refresh content='0; url=/c'>",
        "/c": "arrived",
        "/loop": (_, response) => response.writeHead(302, { location: "/loop" }).end(),
        "/file": (_, response) => response.writeHead(200, { "content-type": "application/octet-stream" }).end("bytes"),
        "/reset": (_, response) => response.destroy(),
        "/private": (_, response) => response.writeHead(302, { location: "http://10.0.0.1/" }).end(),
      });
      const render = (path: string) =>
        browser.render({
          url: path.startsWith("/") ? url + path : path,
          contextKey: "a",
          screenshot: false,
          maxMs: 10_000,
        });
      expect(await render("/403")).toMatchObject({
        code: "http_403",
        status: 403,
        recoverable: false,
        page: { text: expect.stringContaining("wall") },
      });
      expect(await render("/404")).toMatchObject({ code: "http_404" });
      expect(await render("/503")).toMatchObject({ code: "http_5xx", recoverable: true, retryAfterMs: 9000 });
      expect(await render("/a")).toMatchObject({
        page: { finalUrl: `${url}/c`, redirects: [`${url}/a`, `${url}/b`], text: expect.stringContaining("arrived") },
      });
      expect(await render("/loop")).toMatchObject({ code: "redirect_loop" });
      expect(await render("/file")).toMatchObject({ code: "not_html" });
      expect(await render("/reset")).toMatchObject({ code: "reset", recoverable: true });
      for (const address of [
        "/private",
        "http://10.0.0.1/",
        "http://localhost/",
        "file:///etc/passwd",
        "chrome://version/",
        "view-source:https://example.com/",
        "data:text/html,x",
        "javascript:1",
        "about:blank",
        "http://u:p@example.com/",
        "http://example.com:22/",
      ]) {
        expect(await render(address), address).toMatchObject({ code: "blocked_address", recoverable: false });
      }
    });

    it("keeps cookies and storage of one source from every other, and hands cookies between the rungs", async () => {
      const { url } = await site({
        "/": (request, response) =>
          response
            .writeHead(200, {
              "content-type": "text/html",
              "set-cookie": `id=${request.headers.cookie ?? "new"}; Path=/`,
            })
            .end(
              "<p id=p></p><script>p.textContent = 'was ' + localStorage.getItem('x'); localStorage.setItem('x', 'seen')</script>",
            ),
        "/cookie": (request, response) =>
          response.writeHead(200, { "content-type": "text/html" }).end(`cookie ${request.headers.cookie}.`),
      });
      const show = async (path: string, contextKey: string, cookies?: SourceCookies) => {
        const outcome = await browser.render({
          url: url + path,
          contextKey,
          screenshot: false,
          ...(cookies ? { cookies } : {}),
        });
        return outcome.kind === "fetched" ? outcome.page.text : outcome.kind;
      };
      expect(await show("/", "one")).toContain("was null");
      expect(await show("/", "one")).toContain("was seen");
      expect(await show("/", "two")).toContain("was null");
      expect(await show("/cookie", "three")).toContain("cookie undefined.");
      const cookies = new SourceCookies();
      cookies.take(["from=http"], url);
      expect(await show("/cookie", "four", cookies)).toContain("cookie from=http.");
      await show("/", "four", cookies);
      expect(cookies.header(url)).toBe("from=http; id=from=http");
      await browser.forget("two");
      expect(await show("/", "two")).toContain("was null");
    });

    it("ends in time, whatever its scripts do, and the next page is shown", async () => {
      const { url } = await site({
        "/busy": "<p>x</p><script>while (true) {}</script>",
        "/later": "<p>x</p><script>setTimeout(() => { while (true) {} }, 100)</script>",
        "/silent": () => {},
        "/dialog": "<script>alert(1); confirm(2)</script>fine",
        "/fine": "fine",
      });
      for (const [path, code] of [
        ["/busy", /^timeout_/],
        ["/later", /^timeout_/],
        ["/silent", /^timeout_headers$/],
      ] as const) {
        const outcome = await browser.render({ url: url + path, contextKey: "slow", maxMs: 1500 });
        expect((outcome as { code: string }).code, path).toMatch(code);
        expect(await browser.render({ url: `${url}/fine`, contextKey: "slow", screenshot: false })).toMatchObject({
          kind: "fetched",
        });
      }
      expect(await browser.render({ url: `${url}/dialog`, contextKey: "slow" })).toMatchObject({ kind: "fetched" });
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 100);
      expect(
        await browser.render({ url: `${url}/silent`, contextKey: "slow", signal: controller.signal }),
      ).toMatchObject({ code: "cancelled" });
    });

    it("stops what brings more than a page may, as the page itself or beside it", async () => {
      const endless: Parameters<Loopback["http"]>[0] = (_, response) => {
        response.writeHead(200, { "content-type": "text/html" });
        const timer = setInterval(() => response.write("x".repeat(100_000)), 1);
        response.on("close", () => clearInterval(timer));
      };
      const { url } = await site({
        "/": "<body><script>fetch('/endless').then((answer) => answer.arrayBuffer()).catch(() => {})</script>",
        "/endless": endless,
      });
      const own = new CrawlBrowser({ executablePath, allowed, maxPageBytes: 1_000_000 });
      loopback.onClose(() => own.close());
      for (const path of ["/", "/endless"]) {
        expect(await own.render({ url: url + path, contextKey: "big", screenshot: false })).toMatchObject({
          code: "too_large",
        });
      }
    });

    it("does not bring a small page here that unfolds to a huge one", async () => {
      const bomb = brotliCompressSync(Buffer.alloc(100 * 1024 * 1024, "x"));
      const { url } = await site({
        "/bomb": (_, response) =>
          response.writeHead(200, { "content-type": "text/html", "content-encoding": "br" }).end(bomb),
        "/script": "<body><script>document.body.textContent = 'x'.repeat(50_000_000)</script>",
        "/fine": "fine",
      });
      const before = process.memoryUsage().rss;
      for (const path of ["/bomb", "/script"]) {
        const outcome = await browser.render({ url: url + path, contextKey: "bomb", screenshot: false, maxMs: 4_000 });
        expect((outcome as { code?: string }).code, path).toMatch(/^too_large$|^timeout_body$/);
      }
      expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
      const fine = await browser.render({ url: `${url}/fine`, contextKey: "bomb", screenshot: false });
      expect(fine).toMatchObject({ kind: "fetched" });
    });

    it("is read although parts of it on the same host fail, are called off, or go elsewhere", async () => {
      const { url } = await site({
        "/": `<p>whole</p><img src="/reset"><img src="http://10.0.0.1/x.png"><script>
          const control = new AbortController();
          fetch("/silent", { signal: control.signal }).catch(() => {});
          setTimeout(() => control.abort(), 50);
        </script>`,
        "/reset": (_, response) => response.destroy(),
        "/silent": () => {},
        "/gone": `<p>first</p><script>location.replace("/reset")</script>`,
      });
      for (let round = 0; round < 2; round++) {
        const outcome = await browser.render({ url, contextKey: "parts", screenshot: false });
        expect(outcome).toMatchObject({ kind: "fetched", page: { text: expect.stringContaining("whole") } });
      }
      // Where the page itself leads to what fails, that is what there is.
      expect(await browser.render({ url: `${url}/gone`, contextKey: "parts" })).toMatchObject({ code: "reset" });
    });

    it("is shown by a browser that runs elsewhere, too, and leaves that one alone when it closes", async () => {
      const trap = await loopback.sentinel();
      const { url } = await site({ "/": `<p>fine<img src="http://127.0.0.1:${trap.port}/">` });
      const { port } = await loopback.tcp(() => {});
      const elsewhere = await chromium.launch({
        executablePath: executablePath ?? "",
        chromiumSandbox: process.getuid?.() !== 0,
        args: [`--remote-debugging-port=${port + 1}`],
      });
      loopback.onClose(() => elsewhere.close());
      for (let round = 0; round < 2; round++) {
        const own = new CrawlBrowser({ wsUrl: `http://127.0.0.1:${port + 1}`, allowed });
        expect(await own.render({ url, contextKey: "a", screenshot: false })).toMatchObject({ kind: "fetched" });
        await own.close();
      }
      expect(elsewhere.isConnected()).toBe(true);
      expect(trap.accepts()).toBe(0);
    });
  },
);
