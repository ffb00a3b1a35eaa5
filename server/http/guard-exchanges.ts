import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { everyReply, noPage } from "@/lib/reply-policies";

/*
 * The framework answers some requests before any code or header rule of ours is asked: it redirects slashes that are too many,
 * and fails over an address that it cannot decode. So each exchange is put right as it arrives, in the process itself.
 */
const channel = "http.server.request.start";
const holder = globalThis as typeof globalThis & { outriderGuard?: (message: unknown) => void };

/**
 * Starts giving every reply of the server at `port` its policies, and every request an address that can be read. Other servers
 * of the process (the browsers' proxy) are left alone. Called once when the server starts; calling again changes nothing.
 */
export function guardExchanges(port: number): void {
  if (holder.outriderGuard) return;
  holder.outriderGuard = (message) => {
    const { request, response, server } = message as {
      request: IncomingMessage;
      response: ServerResponse;
      server: Server;
    };
    const address = server.address();
    if (typeof address !== "object" || address?.port !== port) return;
    request.url = soundTarget(request);
    for (const [name, value] of Object.entries(everyReply)) response.setHeader(name, value);
    settleAtTheEnd(request, response);
  };
  subscribe(channel, holder.outriderGuard);
}

/** For tests. */
export function stopGuardingExchanges(): void {
  if (holder.outriderGuard) unsubscribe(channel, holder.outriderGuard);
  delete holder.outriderGuard;
}

/** The target as a path; one whose signs of percent stand for nothing is taken by the letter, so that nothing is at it. */
function soundTarget({ url = "/", headers }: IncomingMessage): string {
  const whole = /^https?:/i.test(url) ? URL.parse(url) : null;
  // RFC 9112, 3.2.2: the host of a whole address counts, not the one beside it.
  if (whole) headers.host = whole.host;
  const target = whole ? whole.pathname + whole.search : url;
  const [path = "", ...query] = target.split("?");
  const sound = path.startsWith("/") ? path : `/${path}`;
  return [isDecodable(sound) ? sound : sound.replaceAll("%", "%25"), ...query].join("?");
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** What nobody has said otherwise by the time the head is written: redirects and errors are no pages, and TRACE is not done here. */
function settleAtTheEnd(request: IncomingMessage, response: ServerResponse): void {
  const isRefused = request.method === "TRACE";
  if (isRefused) request.method = "HEAD";
  const writeHead = response.writeHead;
  response.writeHead = (given: number, ...rest: unknown[]) => {
    const status = isRefused ? 405 : given;
    // A copy that a browser keeps (304) stays as it was.
    if (status >= 300 && status !== 304) {
      for (const [name, value] of Object.entries(noPage))
        if (!response.hasHeader(name)) response.setHeader(name, value);
    }
    return Reflect.apply(writeHead, response, [status, ...rest]) as typeof response;
  };
}
