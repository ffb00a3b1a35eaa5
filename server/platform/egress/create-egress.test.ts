import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { gzipSync } from "node:zlib";
import { request } from "undici";
import { afterEach, describe, expect, it } from "vitest";
import { TooLargeError } from "../errors";
import { checkedAgent } from "./checked-agent";
import { createEgress, type EgressOptions } from "./create-egress";
import { nextHop } from "./hop";

const limits = { maxBytes: 100_000, headersMs: 3000, idleMs: 3000, totalMs: 10_000, maxRedirects: 5 };
const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

function door(options: Partial<EgressOptions> = {}) {
  const egress = createEgress({ limits, ...options });
  cleanups.push(() => egress.close());
  return egress.fetch;
}

async function serve(listener: RequestListener): Promise<{ url: string; endpoint: string }> {
  const server = createServer(listener);
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, endpoint: `127.0.0.1:${port}` };
}

function listen(server: Server | ReturnType<typeof createTcpServer>, port: number, host = "127.0.0.1"): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject).listen(port, host, () => {
      cleanups.push(() => new Promise((done) => server.close(done)));
      resolve();
    });
  });
}

/** A loopback listener on a port that the policy allows: whoever slips past the address check is counted. */
async function sentinel(): Promise<{ port: number; accepts: () => number }> {
  let accepts = 0;
  for (const port of [8443, 8080, 80, 443]) {
    const server = createTcpServer((socket) => {
      accepts++;
      socket.end("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
    });
    try {
      await listen(server, port);
      return { port, accepts: () => accepts };
    } catch {
      // Somebody else's port; the next one serves as well.
    }
  }
  throw new Error("no usual web port is free for the sentinel");
}

const at = (address: string) => ({ address, family: address.includes(":") ? 6 : 4 });

describe("the door out", () => {
  it("never connects to a private place, however it is named", async () => {
    const trap = await sentinel();
    const records: Record<string, ReturnType<typeof at>[]> = {
      "private.example.com": [at("127.0.0.1")],
      "mixed.example.com": [at("93.184.216.34"), at("127.0.0.1")],
      "mapped.example.com": [at("::ffff:127.0.0.1")],
      "six.example.com": [at("::1")],
      "none.example.com": [],
    };
    const fetch = door({ resolve: async (name) => records[name] ?? Promise.reject(new Error("no such name")) });
    const hosts = ["127.0.0.1", "127.1", "0", "[::1]", "[::ffff:127.0.0.1]", "localhost", "localhost.", "a.localhost"];
    for (const host of [...hosts, ...Object.keys(records), "unknown.example.com"]) {
      await expect(fetch(`http://${host}:${trap.port}/`)).rejects.toThrow("could not be reached");
    }
    expect(trap.accepts()).toBe(0);
  });

  it("connects to the very address that it checked, whatever the name server says next", async () => {
    const trap = await sentinel();
    const checked = createServer((_, response) => response.setHeader("connection", "close").end("checked"));
    await listen(checked, trap.port, "127.0.0.2");
    let asked = 0;
    const resolve = async () => [++asked === 1 ? at("127.0.0.2") : at("127.0.0.1")];
    // In this test 127.0.0.2 plays the public internet and 127.0.0.1 the private network.
    const agent = checkedAgent((address) => address === "127.0.0.2", resolve);
    cleanups.push(() => agent.destroy());
    const url = `http://rebind.example.com:${trap.port}/`;
    expect(await (await request(url, { dispatcher: agent })).body.text()).toBe("checked");
    expect(asked).toBe(1);
    await expect(request(`http://127.0.0.1:${trap.port}/`, { dispatcher: agent })).rejects.toThrow(
      "could not be reached",
    );
    await expect(request(url, { dispatcher: agent })).rejects.toThrow("could not be reached");
    expect(trap.accepts()).toBe(0);
  });

  it("trusts a named endpoint by exact host and port, and nothing that it redirects to", async () => {
    let elsewhere = 0;
    const other = await serve((_, response) => response.end(String(++elsewhere)));
    const named = await serve((request, response) => {
      if (request.url === "/away") response.writeHead(302, { location: other.url }).end();
      else if (request.url === "/here") response.writeHead(307, { location: "/" }).end();
      else response.end("hello");
    });
    const fetch = door({ trusted: new Set([named.endpoint]) });
    expect(await (await fetch(`${named.url}/here`)).text()).toBe("hello");
    await expect(fetch(`${named.url}/away`)).rejects.toThrow();
    await expect(fetch(other.url)).rejects.toThrow();
    expect(elsewhere).toBe(0);
  });

  it("sends method, headers and body like fetch, from a Request too", async () => {
    const server = await serve((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () =>
        response.end(JSON.stringify({ method: request.method, key: request.headers["x-key"], body })),
      );
    });
    const fetch = door({ trusted: new Set([server.endpoint]) });
    const init = { method: "POST", headers: { "x-key": "k" }, body: "body" };
    const expected = { method: "POST", key: "k", body: "body" };
    expect(await (await fetch(server.url, init)).json()).toEqual(expected);
    expect(await (await fetch(new Request(server.url, init))).json()).toEqual(expected);
  });

  it("stops a body that inflates beyond the limit, and one that never ends", async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const server = await serve((request, response) => {
      if (request.url === "/bomb") response.writeHead(200, { "content-encoding": "gzip" }).end(bomb);
      else if (request.url === "/twice")
        response.writeHead(200, { "content-encoding": "gzip, gzip" }).end(gzipSync(bomb));
      else if (request.url === "/silent") response.write("a");
      else {
        const timer = setInterval(() => response.write("x".repeat(10_000)), 1);
        response.on("close", () => clearInterval(timer));
      }
    });
    const trusted = new Set([server.endpoint]);
    const fetch = door({ trusted });
    await expect((await fetch(`${server.url}/bomb`)).text()).rejects.toThrow(TooLargeError);
    await expect((await fetch(`${server.url}/endless`)).text()).rejects.toThrow(TooLargeError);
    // Only this one waits for its limit: a busy machine may keep the others waiting for longer.
    const impatient = door({ trusted, limits: { ...limits, idleMs: 100 } });
    await expect((await impatient(`${server.url}/silent`)).text()).rejects.toThrow("could not be reached");
    await expect(fetch(`${server.url}/twice`)).rejects.toThrow("could not be reached");
  });

  it("gives up on headers that do not come, on endless redirects, and when the caller does", async () => {
    const server = await serve((request, response) => {
      if (request.url?.startsWith("/loop")) response.writeHead(302, { location: `/loop${Math.random()}` }).end();
    });
    const fetch = door({ trusted: new Set([server.endpoint]), limits: { ...limits, headersMs: 200 } });
    await expect(fetch(`${server.url}/never`)).rejects.toThrow("could not be reached");
    await expect(fetch(`${server.url}/loop`)).rejects.toMatchObject({ reason: "redirects" });
    const reason = new Error("the caller left");
    await expect(fetch(`${server.url}/never`, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe("a redirect", () => {
  const hop = (method = "GET", body: string | null = null) => ({
    url: "https://a.example/x",
    method,
    headers: new Headers({
      authorization: "s",
      cookie: "s",
      "x-api-key": "s",
      accept: "text/html",
      "content-type": "text/plain",
    }),
    body,
  });

  it("to another origin carries no header that could be a secret", () => {
    expect([...nextHop(hop(), 302, "https://b.example/").headers]).toEqual([["accept", "text/html"]]);
    expect([...nextHop(hop(), 302, "http://a.example/").headers]).toEqual([["accept", "text/html"]]);
    expect([...nextHop(hop(), 302, "https://a.example:8443/").headers]).toEqual([["accept", "text/html"]]);
  });

  it("on the same origin keeps them", () => {
    expect(nextHop(hop(), 302, "/y").headers.get("authorization")).toBe("s");
  });

  it("sends a body again only to the same origin, and turns a POST into a GET where the standard says so", () => {
    expect(nextHop(hop("POST", "b"), 308, "/y")).toMatchObject({ method: "POST", body: "b" });
    expect(nextHop(hop("POST", "b"), 302, "https://b.example/")).toMatchObject({ method: "GET", body: null });
    expect(() => nextHop(hop("POST", "b"), 307, "https://b.example/")).toThrow();
  });
});
