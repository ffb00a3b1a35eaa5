import { randomBytes } from "node:crypto";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { startS3 } from "@/scripts/services/s3.mjs";
import { UnavailableError } from "../errors";
import { egressTo } from "../testing/redis";
import { s3Storage } from "./s3-storage";
import { type FileStorage, storageKey } from "./storage";

type Fault = "none" | "ill" | "hangs up" | "silent";

/** A file store with a bad line in front of it: the next `left` requests meet the fault. */
let line: { fault: Fault; left: number };
let front: Server;
let stopStore: () => Promise<void>;
let storage: FileStorage;

beforeAll(async () => {
  const store = await startS3();
  stopStore = store.stop;
  const { port } = new URL(store.storageUrl.replace(/^s3:/, "http:"));
  front = createServer((asked, answer) => {
    const fault = line.left-- > 0 ? line.fault : "none";
    if (fault === "hangs up") return void asked.socket.destroy();
    if (fault === "silent") return;
    if (fault === "ill") {
      asked.resume();
      answer.writeHead(500, { "content-type": "application/xml" });
      return void answer.end("<Error><Code>InternalError</Code><Message>We are ill.</Message></Error>");
    }
    const { method, url, headers } = asked;
    asked.pipe(
      request({ port, host: "127.0.0.1", method, path: url, headers }, (found) => {
        answer.writeHead(found.statusCode ?? 500, found.headers);
        found.pipe(answer);
      }),
    );
  });
  await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
  const address = `127.0.0.1:${(front.address() as AddressInfo).port}`;
  const storageUrl = store.storageUrl.replace(`127.0.0.1:${port}`, address);
  storage = s3Storage(storageUrl, egressTo(`http://${address}`), { silenceMs: 1000 });
});
beforeEach(() => {
  line = { fault: "none", left: 0 };
});
afterAll(async () => {
  front.closeAllConnections();
  front.close();
  await stopStore();
});

const aKey = () => storageKey(newId(), randomBytes(32).toString("hex"));

it.each<Fault>(["ill", "hangs up"])(
  "keeps and gives back every byte when the store is %s for a moment",
  async (fault) => {
    const [key, bytes] = [aKey(), randomBytes(300_000)];
    line = { fault, left: 2 };
    expect(await storage.put(key, bytes)).toBe(bytes.length);
    line = { fault, left: 2 };
    expect((await buffer(await storage.get(key))).equals(bytes)).toBe(true);
    line = { fault, left: 2 };
    expect(await storage.exists(key)).toBe(true);
    line = { fault, left: 2 };
    await storage.delete(key);
    expect(await storage.exists(key)).toBe(false);
  },
);

it.each<Fault>(["ill", "hangs up", "silent"])("says that the store is out when it stays %s", async (fault) => {
  const key = aKey();
  await storage.put(key, Buffer.from("kept"));
  line = { fault, left: 1000 };
  const since = performance.now();
  for (const attempt of [
    () => storage.put(aKey(), Buffer.from("lost")),
    () => storage.get(key),
    () => storage.exists(key),
    () => storage.delete(key),
  ]) {
    const error = await attempt().then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(UnavailableError);
    expect((error as Error).message).toMatch(/file store/);
  }
  expect(performance.now() - since).toBeLessThan(20_000);
});
