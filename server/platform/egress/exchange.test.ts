import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { TooLargeError } from "../errors";
import { createEgress, type EgressOptions } from "./create-egress";
import { UnreachableError } from "./errors";
import { privateAddresses, publicAddresses, refusedUrls } from "./testing/address-tables";
import { Loopback } from "./testing/loopback";

const mebibyte = 1024 * 1024;
const limits = { maxBytes: 100_000, headersMs: 3000, idleMs: 3000, totalMs: 10_000, maxRedirects: 5 };
const loopback = new Loopback();
afterEach(() => loopback.closeAll());

function door(options: Partial<EgressOptions> = {}) {
  const egress = createEgress({ limits, ...options });
  loopback.onClose(() => egress.close());
  return egress.exchange;
}

async function reasonOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => null,
    (error) => error,
  );
  if (error instanceof UnreachableError) return error.reason;
  return error instanceof Error ? error.constructor.name : "no error";
}

describe("an exchange", () => {
  it("never connects to a private place, by literal address, by name, or by any way to write them", async () => {
    const trap = await loopback.sentinel();
    const names = new Map(privateAddresses.map((address, index) => [`n${index}.example.com`, address]));
    const resolve = async (name: string) => {
      const address = names.get(name) ?? "127.0.0.1";
      return [{ address, family: address.includes(":") ? 6 : 4 }];
    };
    const send = door({ resolve });
    const hosts = [
      ...privateAddresses.map((address) => (address.includes(":") ? `[${address}]` : address)),
      ...names.keys(),
    ];
    const urls = [...hosts.map((host) => `http://${host}:${trap.port}/`), ...refusedUrls];
    expect(urls.length).toBeGreaterThan(200);
    for (const url of urls) {
      expect(await reasonOf(send({ url })), url).toMatch(/^(private_address|private_name|AddressNotAllowedError)$/);
    }
    expect(trap.accepts()).toBe(0);
  });

  it("lets public addresses through, the mapped ones too", async () => {
    const send = door();
    for (const address of publicAddresses) {
      const url = `http://${address.includes(":") ? `[${address}]` : address}:8080/`;
      // Past the policy: what stops it here is that tests stay on this machine.
      expect(await reasonOf(send({ url })), address).toBe("failed");
    }
  });

  it("opens a private place by exact host and port, and nothing beside it", async () => {
    let others = 0;
    const sample = await loopback.http((_, response) => response.end("sample"));
    const other = await loopback.http((_, response) => response.end(String(others++)));
    const send = door({ allowed: new Set([sample.endpoint]) });
    expect((await send({ url: `${sample.url}/x` })).body.toString()).toBe("sample");
    const elsewhere = [
      other.url,
      `http://localhost:${sample.port}/`,
      `http://[::1]:${sample.port}/`,
      `https://127.0.0.1:${other.port}/`,
    ];
    for (const url of elsewhere) expect(await reasonOf(send({ url }))).not.toBe("no error");
    expect(others).toBe(0);
  });

  it.each([
    ["gzip", gzipSync("hello")],
    ["x-gzip", gzipSync("hello")],
    ["deflate", deflateSync("hello")],
    ["deflate", deflateRawSync("hello")],
    ["br", brotliCompressSync("hello")],
    ["zstd", zstdCompressSync("hello")],
    ["identity", Buffer.from("hello")],
    ["", Buffer.from("hello")],
  ])("reads a body in %s", async (encoding, body) => {
    const server = await loopback.http((_, response) => response.setHeader("content-encoding", encoding).end(body));
    const answer = await door({ allowed: new Set([server.endpoint]) })({ url: server.url });
    expect(answer.body.toString()).toBe("hello");
    expect(answer.wireBytes).toBe(body.length);
  });

  it("says why an answer did not come", async () => {
    const server = await loopback.http((request, response) => {
      if (request.url === "/silent") response.writeHead(200, { "content-length": 10 }).write("a");
      else if (request.url === "/short")
        response.writeHead(200, { "content-length": 10 }).end("abc", () => response.destroy());
      else if (request.url === "/reset") response.destroy();
      else if (request.url === "/garbled") response.writeHead(200, { "content-encoding": "gzip" }).end("no gzip");
      else if (request.url === "/unknown") response.writeHead(200, { "content-encoding": "lzma" }).end("x");
      else if (request.url === "/headers") response.writeHead(200, { "x-long": "x".repeat(100_000) }).end();
    });
    const gone = await loopback.tcp((socket) => socket.end("this is not HTTP\r\n\r\n"));
    const secure = `https://127.0.0.1:${server.port}/`;
    const closed = "http://127.0.0.1:1";
    const allowed = new Set([server.endpoint, gone.endpoint, "127.0.0.1:1", "unknown.example.com:80"]);
    const resolve = () => Promise.reject(Object.assign(new Error("no such name"), { code: "ENOTFOUND" }));
    const send = door({ allowed, resolve, limits: { ...limits, headersMs: 1_000, idleMs: 1_000 } });
    const reasons = Object.fromEntries(
      await Promise.all(
        [
          ...["/never", "/silent", "/short", "/reset", "/garbled", "/unknown", "/headers"].map(
            (path) => server.url + path,
          ),
          secure,
          gone.url,
          closed,
          "http://unknown.example.com",
        ].map(async (url) => [url.replace(/.*:\d+/, "") || url.replace(/:\d+/, ""), await reasonOf(send({ url }))]),
      ),
    );
    expect(reasons).toMatchObject({
      "/never": "timeout",
      "/silent": "timeout_body",
      "/short": "reset",
      "/reset": "reset",
      "/garbled": "encoding",
      "/unknown": "encoding",
      "/headers": "TooLargeError",
      "http://unknown.example.com": "dns",
    });
    expect(await reasonOf(send({ url: secure }))).toBe("tls");
    expect(await reasonOf(send({ url: gone.url }))).toBe("reset");
    expect(await reasonOf(send({ url: closed }))).toBe("refused");
  });

  it("drips are cut off by the limit of the whole, and a slow start by that of the headers", async () => {
    const drip = await loopback.tcp((socket) => {
      socket.write("HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n");
      const timer = setInterval(() => socket.write("x"), 20);
      socket.on("close", () => clearInterval(timer));
    });
    const slowloris = await loopback.tcp((socket) => {
      socket.write("HTTP/1.1 200 OK\r\n");
      let line = 0;
      const timer = setInterval(() => socket.write(`x-${line++}: y\r\n`), 20);
      socket.on("close", () => clearInterval(timer));
    });
    const send = door({
      allowed: new Set([drip.endpoint, slowloris.endpoint]),
      limits: { ...limits, headersMs: 200, totalMs: 500 },
    });
    expect(await reasonOf(send({ url: drip.url }))).toBe("timeout_body");
    expect(await reasonOf(send({ url: slowloris.url }))).toBe("timeout");
  });

  it("stops bombs with a reason, without room for what they hold, and is free for the next request at once", async () => {
    const zeros = Buffer.alloc(100 * mebibyte);
    const bombs: Record<string, [string, Buffer]> = {
      "/gzip": ["gzip", gzipSync(zeros)],
      "/double": ["gzip, gzip", gzipSync(gzipSync(zeros))],
      "/br": ["br", brotliCompressSync(zeros)],
      "/zstd": ["zstd", zstdCompressSync(zeros)],
    };
    const server = await loopback.http((request, response) => {
      const [encoding, body] = bombs[request.url ?? ""] ?? [];
      if (encoding) response.writeHead(200, { "content-encoding": encoding }).end(body);
      else if (request.url === "/announced") response.writeHead(200, { "content-length": 500 * mebibyte }).write("x");
      else if (request.url === "/fine") response.end("fine");
      else {
        const timer = setInterval(() => response.write(zeros.subarray(0, mebibyte)), 1);
        response.on("close", () => clearInterval(timer));
      }
    });
    const send = door({ allowed: new Set([server.endpoint]), limits: { ...limits, maxBytes: 10 * mebibyte } });
    global.gc?.();
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 5);
    const reasons: Record<string, string> = {};
    for (const path of [...Object.keys(bombs), "/announced", "/endless"]) {
      reasons[path] = await reasonOf(send({ url: server.url + path }));
      peak = Math.max(peak, process.memoryUsage().rss);
      expect((await send({ url: `${server.url}/fine` })).body.toString()).toBe("fine");
    }
    clearInterval(watch);
    const large = TooLargeError.name;
    expect(reasons).toEqual({
      "/gzip": large,
      "/double": "encoding",
      "/br": large,
      "/zstd": large,
      "/announced": large,
      "/endless": large,
    });
    expect((peak - before) / mebibyte).toBeLessThan(64);
  });

  it("ends at once when the caller calls it off, also before it has begun", async () => {
    let arrived = () => {};
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const server = await loopback.http(() => arrived());
    const send = door({ allowed: new Set([server.endpoint]) });
    const called = new Error("called off");
    await expect(send({ url: server.url, signal: AbortSignal.abort(called) })).rejects.toBe(called);
    const controller = new AbortController();
    const running = send({ url: server.url, signal: controller.signal });
    await arrival;
    controller.abort(called);
    await expect(running).rejects.toBe(called);
  });

  it("keeps connections open between requests, and Set-Cookie lines apart", async () => {
    const connections = new Set<unknown>();
    const server = await loopback.http((request, response) => {
      connections.add(request.socket);
      response
        .writeHead(
          200,
          [
            ["set-cookie", "a=1"],
            ["set-cookie", "b=2"],
            ["vary", "x"],
            ["vary", "y"],
          ].flat(),
        )
        .end("ok");
    });
    const send = door({ allowed: new Set([server.endpoint]) });
    for (let count = 0; count < 10; count++) {
      expect(await send({ url: server.url })).toMatchObject({ setCookies: ["a=1", "b=2"], headers: { vary: "x, y" } });
    }
    // The next one may begin before the last one's connection counts as free.
    expect(connections.size).toBeLessThanOrEqual(2);
  });
});
