import { Agent, createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { isNeverAllowed, isPublicAddress } from "@/lib/address-policy";
import { logger } from "../logging";
import { checkedLookup, type Resolve, resolveWithSystem } from "./checked-agent";
import { type EgressReason, UnreachableError } from "./errors";
import { explainConnection } from "./explain-connection";
import { forwardPlain } from "./proxy/forward-plain";
import { openTunnel } from "./proxy/open-tunnel";
import { PassDesk, type ProxyPass } from "./proxy/pass";
import { rememberingResolve } from "./proxy/remembering-resolve";
import { idleMs, type Route, refusedField } from "./proxy/route";
import { endpointOf, requirePublicUrl } from "./url-policy";

export interface BrowserProxyOptions {
  /** Endpoints (`host:port`) that may be private: sample sites. */
  allowed?: ReadonlySet<string>;
  /** The name server; tests bring their own. */
  resolve?: Resolve;
  /** Where to listen, when the browser runs elsewhere; else on loopback at a port that is free. */
  listen?: { host: string; port: number };
}

export interface BrowserProxy {
  port: number;
  /** Lets one browser context in; its requests may bring `maxBytes` until the pass is renewed. */
  admit(maxBytes: number): ProxyPass;
  /** Since the start: requests passed on, refused by the address policy or failed, and turned away without a pass. */
  counts(): { forwarded: number; refused: number; strangers: number };
  close(): Promise<void>;
}

const challenge = 'Basic realm="outrider"';

/**
 * The only way out for browsers: a forward proxy (plain HTTP and CONNECT) that checks every request's address and port as the
 * door of `publicFetch` does, resolves each name once and connects to the very records it checked. What happens inside a
 * page (redirects, frames, workers, sockets) cannot step around it. Without a pass nothing is forwarded, so neither other
 * programs of the machine nor the browser's own background traffic get out.
 */
export async function startBrowserProxy(options: BrowserProxyOptions = {}): Promise<BrowserProxy> {
  const { allowed = new Set(), resolve = resolveWithSystem, listen = { host: "127.0.0.1", port: 0 } } = options;
  // Apart, so that no connection that one policy opened is used again under the other.
  const remembered = rememberingResolve(resolve);
  const ways = {
    open: { lookup: checkedLookup(isPublicAddress, remembered), agent: keepAliveAgent() },
    sample: { lookup: checkedLookup((address) => !isNeverAllowed(address), remembered), agent: keepAliveAgent() },
  };
  const desk = new PassDesk();
  const counts = { forwarded: 0, refused: 0, strangers: 0 };

  const refuse = (pass: ProxyPass, input: string, error: unknown) => {
    const explained = explainConnection(error);
    const reason: EgressReason = explained instanceof UnreachableError ? explained.reason : "failed";
    const host = URL.canParse(input) ? endpointOf(input) : "(not an address)";
    pass.note(host, reason);
    counts.refused++;
    logger.info({ event: "egress.refused", host, reason, rung: "browser" }, "a browser's request did not go out");
  };

  /** How a request may go on, or the status that it is turned away with. */
  const routeOf = (incoming: IncomingMessage, input: string): Route | 403 | 407 => {
    const pass = desk.find(incoming.headers["proxy-authorization"]);
    if (!pass) {
      counts.strangers++;
      return 407;
    }
    try {
      const url = requirePublicUrl(input, allowed);
      if (!pass.mayReach(endpointOf(url))) throw new UnreachableError("refused");
      counts.forwarded++;
      const way = allowed.has(endpointOf(url)) ? ways.sample : ways.open;
      return { pass, url, ...way, onFailed: (error) => refuse(pass, url.href, error) };
    } catch (error) {
      refuse(pass, input, error);
      return 403;
    }
  };

  const server = createServer({ requestTimeout: 0, keepAliveTimeout: idleMs }, (incoming, outgoing) => {
    const isPlain = incoming.url?.toLowerCase().startsWith("http://");
    const route = routeOf(incoming, isPlain ? (incoming.url ?? "") : "");
    if (typeof route === "object") return forwardPlain(route, incoming, outgoing);
    outgoing
      .writeHead(route, {
        ...(route === 407 ? { "proxy-authenticate": challenge } : { [refusedField]: "1" }),
        "content-length": 0,
      })
      .end();
  });
  server.on("connect", (incoming, client, head) => {
    client.on("error", () => client.destroy());
    const isEndpoint = /^[^\s/@?#\\]+:\d{1,5}$/.test(incoming.url ?? "");
    const route = routeOf(incoming, isEndpoint ? `https://${incoming.url}` : "");
    if (typeof route === "object") return openTunnel(route, client, head);
    const line =
      route === 407 ? `407 Proxy Authentication Required\r\nProxy-Authenticate: ${challenge}` : "403 Forbidden";
    client.end(`HTTP/1.1 ${line}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
  });
  // An upgrade outside a tunnel is nothing that browsers send to a proxy.
  server.on("upgrade", (_, socket) => socket.destroy());
  await new Promise<void>((done, fail) => server.once("error", fail).listen(listen.port, listen.host, done));
  server.unref();
  return {
    port: (server.address() as AddressInfo).port,
    admit: (maxBytes) => desk.admit(maxBytes),
    counts: () => ({ ...counts }),
    close: async () => {
      desk.revokeAll();
      for (const { agent } of Object.values(ways)) agent.destroy();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function keepAliveAgent(): Agent {
  return new Agent({ keepAlive: true, keepAliveMsecs: 10_000, maxFreeSockets: 64, timeout: idleMs });
}
