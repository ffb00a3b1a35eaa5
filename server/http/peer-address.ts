import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { newSecret } from "@/lib/ids";

/*
 * Route handlers see headers only, and anybody can send a forwarding header. So the process writes the socket's own address
 * into a header of each request as it arrives, beside a mark that nobody outside knows.
 */
const header = "x-outrider-peer";
const holder = globalThis as typeof globalThis & { outriderPeerMark?: string };

/** Starts writing down where each connection comes from. Called once when the server starts; calling again changes nothing. */
export function recordPeerAddresses(): void {
  if (holder.outriderPeerMark) return;
  holder.outriderPeerMark = newSecret();
  subscribe("http.server.request.start", mark);
}

/** For tests. */
export function stopRecordingPeerAddresses(): void {
  unsubscribe("http.server.request.start", mark);
  delete holder.outriderPeerMark;
}

function mark(message: unknown): void {
  const { request } = message as { request: IncomingMessage };
  request.headers[header] = `${holder.outriderPeerMark} ${request.socket.remoteAddress ?? ""}`;
}

/**
 * The address at the other end of the connection; empty when it was not recorded, so that all such requests count as one.
 * `trustedProxies` is the number of proxies of our own in front: that many entries at the end of X-Forwarded-For are theirs to say.
 */
export function peerAddress(headers: Headers, trustedProxies = 0): string {
  const [known, address] = headers.get(header)?.split(" ") ?? [];
  if (!holder.outriderPeerMark || known !== holder.outriderPeerMark || !address) return "";
  const forwarded = headers.get("x-forwarded-for")?.split(",") ?? [];
  const client = trustedProxies > 0 ? forwarded.at(-trustedProxies)?.trim() : undefined;
  return (client || address).replace(/^::ffff:/, "").slice(0, 64);
}
