import { request } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type BrowserProxyOptions, startBrowserProxy } from "./browser-proxy";
import type { ProxyPass } from "./proxy/pass";
import { privateAddresses, publicAddresses } from "./testing/address-tables";
import { Loopback } from "./testing/loopback";

const loopback = new Loopback();
afterEach(() => loopback.closeAll());

async function proxyFor(options: BrowserProxyOptions = {}, maxBytes = 1_000_000) {
  const proxy = await startBrowserProxy(options);
  loopback.onClose(() => proxy.close());
  const pass = proxy.admit(maxBytes);
  return {
    proxy,
    pass,
    get: (url: string, headers = basic(pass)) => get(proxy.port, url, headers),
    tunnel: (to: string, headers = basic(pass)) => tunnel(proxy.port, to, headers),
  };
}

function basic(pass: Pick<ProxyPass, "username" | "password">): Record<string, string> {
  return { "proxy-authorization": `Basic ${Buffer.from(`${pass.username}:${pass.password}`).toString("base64")}` };
}

/** A plain request through the proxy; status 0 when the connection broke off. */
function get(
  port: number,
  url: string,
  headers: Record<string, string>,
): Promise<{ status: number; body: string; headers: unknown }> {
  return new Promise((resolve) => {
    const broken = () => resolve({ status: 0, body: "", headers: {} });
    const sent = request({ host: "127.0.0.1", port, path: url, headers: { host: "x", ...headers } }, (answer) => {
      let body = "";
      answer.on("data", (chunk) => {
        body += chunk;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body, headers: answer.headers }));
      answer.on("error", broken);
    });
    sent.on("error", broken).end();
  });
}

/** The status that CONNECT is answered with, and what comes through the tunnel after a plain request. */
function tunnel(port: number, to: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`CONNECT ${to} HTTP/1.1\r\nhost: ${to}\r\n${lines.join("")}\r\n`);
    let received = "";
    socket.on("data", (chunk) => {
      if (received === "" && chunk.includes(" 200 "))
        socket.write("GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
      received += chunk;
    });
    socket.on("close", () => resolve({ status: Number(received.split(" ")[1] ?? 0), body: received }));
    socket.on("error", () => {});
  });
}

describe("the browsers' proxy", () => {
  it("never connects to a private place, plainly or through a tunnel, by address or by name", async () => {
    const trap = await loopback.sentinel();
    const names = new Map(privateAddresses.map((address, index) => [`n${index}.example.com`, address]));
    const resolve = async (name: string) => {
      const address = names.get(name) ?? "127.0.0.1";
      return [{ address, family: address.includes(":") ? 6 : 4 }];
    };
    const { proxy, ...through } = await proxyFor({ resolve });
    const hosts = [
      ...privateAddresses.map((address) => (address.includes(":") ? `[${address}]` : address)),
      ...names.keys(),
    ];
    for (const host of [...hosts, "localhost", "127.1", "2130706433", "0", "a.localhost", "intranet"]) {
      expect([403, 502], host).toContain((await through.get(`http://${host}:${trap.port}/`)).status);
      expect([403, 502], host).toContain((await through.tunnel(`${host}:${trap.port}`)).status);
    }
    expect(trap.accepts()).toBe(0);
    expect(proxy.counts().refused).toBe(2 * (hosts.length + 6));
  });

  it("lets public addresses through, the mapped ones too", async () => {
    const { pass, ...through } = await proxyFor();
    for (const address of publicAddresses) {
      const host = address.includes(":") ? `[${address}]` : address;
      // Past the policy: what stops it here is that tests stay on this machine.
      expect((await through.tunnel(`${host}:443`)).status, host).toBe(502);
      expect(pass.refusalOf(`${new URL(`https://${host}`).hostname.replace(/[[\]]/g, "")}:443`)).toBe("failed");
    }
  });

  it("opens the usual ports only, and no other scheme", async () => {
    const { proxy, ...through } = await proxyFor();
    for (const port of [22, 25, 110, 5432, 6379, 9200, 0]) {
      expect((await through.tunnel(`example.com:${port}`)).status).toBe(403);
      expect((await through.get(`http://example.com:${port}/`)).status).toBe(403);
    }
    for (const url of [
      "ftp://example.com/",
      "https://example.com/",
      "file:///etc/passwd",
      "/",
      "http://user:pw@example.com/",
    ]) {
      expect((await through.get(url)).status).toBe(403);
    }
    for (const authority of ["user@example.com:443", "example.com", "example.com:443/path", ""]) {
      expect((await through.tunnel(authority)).status).not.toBe(200);
    }
    expect(proxy.counts().forwarded).toBe(0);
  });

  it("connects to the very address that it checked, whatever the name server says next", async () => {
    const trap = await loopback.sentinel();
    let asked = 0;
    // Public to the first question about a name, private to each later one; the names are asked for again and again.
    const seen = new Set<string>();
    const resolve = async (name: string) => {
      asked++;
      const address = seen.has(name) ? "127.0.0.1" : "93.184.216.34";
      seen.add(name);
      return [{ address, family: 4 }];
    };
    const { proxy, ...through } = await proxyFor({ resolve });
    for (const name of ["a", "b", "a", "b", "a"]) {
      expect((await through.get(`http://${name}.example.com:${trap.port}/`)).status).toBe(502);
      expect((await through.tunnel(`${name}.example.com:${trap.port}`)).status).toBe(502);
    }
    expect(asked).toBe(2);
    expect(trap.accepts()).toBe(0);
    expect(proxy.counts().refused).toBe(10);
  });

  it("forwards nothing without a pass, with a wrong one, or with one that was taken back", async () => {
    const sample = await loopback.http((_, response) => response.end("sample"));
    const { proxy, pass, ...through } = await proxyFor({ allowed: new Set([sample.endpoint]) });
    const wrong = [
      {},
      basic({ ...pass, username: pass.username, password: "x" }),
      basic({ username: "x", password: pass.password }),
      { "proxy-authorization": "Bearer x" },
    ];
    for (const headers of wrong) {
      expect((await through.get(sample.url, headers as Record<string, string>)).status).toBe(407);
      expect((await through.tunnel(sample.endpoint, headers as Record<string, string>)).status).toBe(407);
    }
    expect(await through.get(sample.url)).toMatchObject({ status: 200, body: "sample" });
    pass.revoke();
    expect((await through.get(sample.url)).status).toBe(407);
    expect(proxy.counts()).toMatchObject({ forwarded: 1, strangers: 9 });
  });

  it("keeps the pass to itself, and repeated fields apart", async () => {
    const sample = await loopback.http((request, response) =>
      response.writeHead(200, ["set-cookie", "a=1", "set-cookie", "b=2"]).end(JSON.stringify(request.headers)),
    );
    const through = await proxyFor({ allowed: new Set([sample.endpoint]) });
    const answer = await through.get(sample.url);
    expect(answer.headers).toMatchObject({ "set-cookie": ["a=1", "b=2"] });
    expect(answer.body).not.toMatch(/proxy-/i);
    expect((await through.tunnel(sample.endpoint)).body).toContain("set-cookie");
  });

  it("cuts off what brings more than its pass allows, until the pass is renewed", async () => {
    const sample = await loopback.http((request, response) => {
      if (request.url === "/small") return void response.end("small");
      const timer = setInterval(() => response.write("x".repeat(100_000)), 1);
      response.on("close", () => clearInterval(timer));
    });
    const { pass, ...through } = await proxyFor({ allowed: new Set([sample.endpoint]) }, 500_000);
    expect((await through.get(`${sample.url}/endless`)).status).toBe(0);
    expect(pass.isSpent).toBe(true);
    expect((await through.get(`${sample.url}/small`)).status).toBe(502);
    pass.renew();
    expect((await through.get(`${sample.url}/small`)).body).toBe("small");
    await through.tunnel(sample.endpoint);
    expect(pass.isSpent).toBe(true);
  });
});
