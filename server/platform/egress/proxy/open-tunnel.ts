import { connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { UnreachableError } from "../errors";
import { bareHost } from "../url-policy";
import { connectMs, idleMs, type Route } from "./route";

/** Answers a CONNECT: a connection to the checked address, through which bytes go unread. Never throws. */
export function openTunnel(route: Route, client: Duplex, head: Buffer): void {
  const { pass, url, lookup } = route;
  let isOpen = false;
  const fail = (error: unknown) => {
    if (isOpen) return void client.destroy();
    route.onFailed(error);
    client.end("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  };
  let upstream: Socket;
  try {
    upstream = connect({ host: bareHost(url), port: Number(url.port || 443), lookup, timeout: connectMs });
  } catch (error) {
    fail(error);
    return;
  }
  const release = pass.hold(() => upstream.destroy());
  upstream.on("connect", () => {
    isOpen = true;
    upstream.setTimeout(idleMs);
    client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    if (head.length > 0) upstream.write(head);
    upstream.pipe(client);
    client.pipe(upstream);
  });
  upstream.on("data", (chunk: Buffer) => pass.spend(chunk.length));
  upstream.on("timeout", () => upstream.destroy(isOpen ? undefined : new UnreachableError("timeout")));
  upstream.on("error", fail);
  upstream.on("close", () => {
    release();
    client.destroy();
  });
  client.on("close", () => upstream.destroy());
}
