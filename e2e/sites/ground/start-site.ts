import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface RequestLogEntry {
  method: string;
  /** Path and query as they were asked for. */
  path: string;
  headers: IncomingMessage["headers"];
  /** Status of the answer; 0 when the connection was broken on purpose. */
  status: number;
  /** What the site thinks of this request, for example "wrong password". */
  note?: string;
}

export interface SiteRequest {
  method: string;
  url: URL;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  /** Fields of a posted form; empty for everything else. */
  form: URLSearchParams;
  cookies: Record<string, string>;
}

export interface Reply {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string | Uint8Array;
  note?: string;
  /** Takes the connection over, to misbehave on it. Nothing else of the reply but `status` and `note` is used then. */
  raw?: (response: ServerResponse, request: IncomingMessage) => void;
}

export interface Site<Change> {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  port: number;
  /** Every request in the order of arrival. */
  requests: RequestLogEntry[];
  /** Changes what the site shows from the next request on. The change is plain JSON, so that it also comes over the control door. */
  set: (change: Change) => void;
  close: () => Promise<void>;
}

export interface SiteOptions {
  /** 0 or absent: any free one. */
  port?: number;
  /** Where the site's clock stands. The clock only moves when it is set. */
  now?: Date;
}

const maxFormBytes = 64 * 1024;

/** A site of ours on loopback. `answer` is asked for each request; what it throws becomes a 500 with the message. */
export async function startSite<Change>(
  options: SiteOptions,
  answer: (request: SiteRequest) => Reply | Promise<Reply>,
  set: (change: Change) => void,
): Promise<Site<Change>> {
  const requests: RequestLogEntry[] = [];
  const server = createServer(async (incoming, response) => {
    response.on("error", () => {});
    const entry: RequestLogEntry = {
      method: incoming.method ?? "GET",
      path: incoming.url ?? "/",
      headers: incoming.headers,
      status: 0,
    };
    requests.push(entry);
    const reply = await readRequest(incoming)
      .then(answer)
      .catch((cause: Error): Reply => ({ status: 500, body: cause.message }));
    entry.status = reply.status ?? 200;
    if (reply.note) entry.note = reply.note;
    if (reply.raw) return reply.raw(response, incoming);
    const body = Buffer.from(reply.body ?? "");
    response.writeHead(entry.status, {
      "content-type": "text/html; charset=utf-8",
      "content-length": String(body.length),
      ...reply.headers,
    });
    response.end(incoming.method === "HEAD" ? undefined : body);
  });
  // On a machine that is too busy to ask for five seconds a connection would end just as it is used again.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    requests,
    set,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function readRequest(incoming: IncomingMessage): Promise<SiteRequest> {
  const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host ?? "127.0.0.1"}`);
  const isForm = incoming.headers["content-type"]?.startsWith("application/x-www-form-urlencoded");
  let body = "";
  for await (const piece of incoming) {
    if (body.length < maxFormBytes) body += String(piece);
  }
  const cookies = (incoming.headers.cookie ?? "").split(";").map((pair) => pair.trim().split("="));
  return {
    method: incoming.method ?? "GET",
    url,
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    form: new URLSearchParams(isForm ? body : ""),
    cookies: Object.fromEntries(cookies.map(([name = "", ...value]) => [name, value.join("=")])),
  };
}
