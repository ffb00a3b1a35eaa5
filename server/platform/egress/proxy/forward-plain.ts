import { type ClientRequest, type IncomingMessage, request, type ServerResponse } from "node:http";
import { UnreachableError } from "../errors";
import { bareHost } from "../url-policy";
import { idleMs, type Route, refusedField } from "./route";

/** Fields that belong to one connection (RFC 9110, 7.6.1), the pass, and what only we may say. */
const hopByHop = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  refusedField,
]);

/** Passes one plain HTTP request on, and its answer back, as they come. Never throws: what cannot be sent is answered with 502. */
export function forwardPlain(route: Route, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { pass, url, lookup, agent } = route;
  const fail = (error: unknown) => {
    // Whoever has asked may change their mind: a page that moves on calls off what it was loading.
    if (outgoing.closed || outgoing.destroyed) return;
    route.onFailed(error);
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(502, { "content-length": 0, [refusedField]: "1" }).end();
  };
  const onAnswer = (answer: IncomingMessage) => {
    try {
      outgoing.writeHead(answer.statusCode ?? 502, withoutHopByHop(answer.rawHeaders));
    } catch (error) {
      // Header bytes that may be received but not sent.
      upstream?.destroy();
      fail(error);
      return;
    }
    answer.on("data", (chunk: Buffer) => pass.spend(chunk.length));
    answer.on("error", () => outgoing.destroy());
    answer.pipe(outgoing);
  };
  let upstream: ClientRequest | undefined;
  try {
    upstream = request(
      {
        host: bareHost(url),
        port: url.port || 80,
        path: url.pathname + url.search,
        method: incoming.method,
        headers: [...withoutHopByHop(incoming.rawHeaders), "connection", "keep-alive"],
        agent,
        lookup,
        timeout: idleMs,
      },
      onAnswer,
    );
  } catch (error) {
    fail(error);
    return;
  }
  const sent = upstream;
  const release = pass.hold(() => sent.destroy());
  sent.on("timeout", () => sent.destroy(new UnreachableError("timeout")));
  sent.on("close", release);
  sent.on("error", fail);
  outgoing.on("error", () => sent.destroy());
  outgoing.on("close", () => outgoing.writableFinished || sent.destroy());
  incoming.on("error", () => sent.destroy());
  incoming.pipe(sent);
}

/** Names and values in turn, as they came, so that repeated fields stay apart. */
function withoutHopByHop(raw: readonly string[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = raw[index] ?? "";
    if (!hopByHop.has(name.toLowerCase())) kept.push(name, raw[index + 1] ?? "");
  }
  return kept;
}
