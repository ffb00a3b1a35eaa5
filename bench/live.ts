import { readFileSync } from "node:fs";
import { createServer, get, type IncomingMessage } from "node:http";
import { startAppServer } from "./app-server";
import { percentile } from "./beir";

export interface LiveFigures {
  followers: number;
  kbPerFollower: number;
  /** A bare Node server that writes the same stream, measured in the same run. */
  bareNodeKbPerFollower: number;
  deliveryP99Ms: number;
  lost: number;
  doubled: number;
  messages: number;
}

const followers = 1000;
const messages = 20;

/**
 * Followers of one workspace's live channel: memory of the server for each, time from a change to its message, and whether every
 * follower hears each change once. A tenth of the followers goes away in the middle and comes back.
 */
export async function benchLive(): Promise<LiveFigures> {
  const app = await startAppServer();
  try {
    const before = rssKb(app.pid);
    const open = await Promise.all(
      Array.from({ length: followers }, () => follow(`${app.url}/api/live`, { authorization: `Bearer ${app.apiKey}` })),
    );
    await settle();
    const kbPerFollower = (rssKb(app.pid) - before) / followers;
    const delays: number[] = [];
    const sentIds: string[] = [];
    for (let message = 0; message < messages; message++) {
      if (message === messages / 2) {
        for (let index = 0; index < followers / 10; index++) {
          open[index]?.close();
          const again = await follow(`${app.url}/api/live`, { authorization: `Bearer ${app.apiKey}` });
          // What it heard before counts; what it missed while away it would fetch after the reconnect.
          again.heard.push(...(open[index]?.heard ?? []));
          open[index] = again;
        }
      }
      const at = performance.now();
      const { id } = await app.post<{ id: string }>("/collections", { name: `Live ${message}` });
      sentIds.push(id);
      await Promise.race([
        Promise.all(open.map((one) => one.until(id))),
        new Promise((late) => setTimeout(late, 10_000)),
      ]);
      for (const one of open) delays.push((one.times.get(id) ?? at + 10_000) - at);
    }
    let lost = 0;
    let doubled = 0;
    for (const one of open) {
      for (const id of sentIds) {
        const times = one.heard.filter((heard) => heard === id).length;
        if (times === 0) lost++;
        if (times > 1) doubled++;
      }
    }
    for (const one of open) one.close();
    return {
      followers,
      kbPerFollower: Math.round(kbPerFollower),
      bareNodeKbPerFollower: Math.round(await bareNode()),
      deliveryP99Ms: Math.round(percentile(delays, 0.99)),
      lost,
      doubled,
      messages,
    };
  } finally {
    await app.stop();
  }
}

interface Follower {
  heard: string[];
  times: Map<string, number>;
  until(id: string): Promise<void>;
  close(): void;
}

function follow(url: string, headers: Record<string, string>): Promise<Follower> {
  return new Promise((resolve, reject) => {
    const heard: string[] = [];
    const times = new Map<string, number>();
    const waiting = new Map<string, () => void>();
    const sent = get(url, { headers, agent: false }, (reply: IncomingMessage) => {
      let text = "";
      reply.setEncoding("utf8");
      reply.on("data", (chunk: string) => {
        text += chunk;
        for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
          const event = text.slice(0, end);
          text = text.slice(end + 2);
          if (event.includes("event: hello") || event.startsWith("retry")) {
            resolve({
              heard,
              times,
              until: (id) => (times.has(id) ? Promise.resolve() : new Promise((done) => waiting.set(id, done))),
              close: () => sent.destroy(),
            });
            continue;
          }
          if (!event.startsWith("data: ")) continue;
          const { id } = JSON.parse(event.slice(6)) as { id: string };
          heard.push(id);
          if (!times.has(id)) times.set(id, performance.now());
          waiting.get(id)?.();
        }
      });
      reply.on("error", () => {});
    });
    sent.on("error", reject);
  });
}

/** The same stream from nothing but node:http, in this process. */
async function bareNode(): Promise<number> {
  const held = new Set<{ end(): void }>();
  const server = createServer((_request, reply) => {
    reply.writeHead(200, { "content-type": "text/event-stream" });
    reply.write("event: hello\ndata: {}\n\n");
    held.add(reply);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  const before = rssKb(process.pid);
  const open = await Promise.all(
    Array.from({ length: followers }, () => follow(`http://127.0.0.1:${address.port}/`, {})),
  );
  await settle();
  // Both ends of each connection live here, so this is an upper bound of the server's share.
  const each = (rssKb(process.pid) - before) / followers;
  for (const one of open) one.close();
  server.closeAllConnections();
  server.close();
  return each;
}

function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2000));
}

function rssKb(pid: number): number {
  const found = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(found?.[1] ?? 0);
}
