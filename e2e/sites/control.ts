import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { RequestLogEntry } from "./ground/start-site";

interface Controlled {
  origin: string;
  requests: RequestLogEntry[];
  set: (change: never) => void;
}

const maxBytes = 64 * 1024;

/**
 * A door beside the sites, on a port of its own, so that no crawler meets it: `POST /__control` with `{site, set}` changes a site,
 * `GET /__control` answers the request log of each. Only for programs: whatever a browser's page sends is refused.
 */
export async function startControl(
  sites: Record<string, Controlled>,
  port = 0,
): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    const say = (status: number, value: unknown) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(value));
    };
    if (request.headers.origin !== undefined) return say(403, { error: "Not for pages." });
    if (request.url !== "/__control") return say(404, { error: "The door is /__control." });
    if (request.method === "GET") {
      const logs = Object.entries(sites).map(([name, { requests }]) => [
        name,
        requests.map(({ method, path, status, note }) => ({ method, path, status, note })),
      ]);
      return say(200, Object.fromEntries(logs));
    }
    let body = "";
    for await (const piece of request) if (body.length < maxBytes) body += String(piece);
    try {
      const { site, set } = JSON.parse(body) as { site: string; set: never };
      const found = Object.hasOwn(sites, site) ? sites[site] : undefined;
      if (!found) return say(404, { error: `There is no site "${site}". There are ${Object.keys(sites).join(", ")}.` });
      found.set(set);
      say(200, { ok: true });
    } catch (cause) {
      say(400, { error: (cause as Error).message });
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    origin: `http://127.0.0.1:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
