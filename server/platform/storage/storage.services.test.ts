import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { startS3 } from "@/scripts/services/s3.mjs";
import { NotFoundError } from "../errors";
import { egressTo } from "../testing/redis";
import { diskStorage } from "./disk-storage";
import { s3Storage } from "./s3-storage";
import { type FileStorage, storageKey } from "./storage";

const folders: string[] = [];

async function onDisk() {
  const folder = await mkdtemp(join(tmpdir(), "outrider-files-"));
  folders.push(folder);
  return { storage: diskStorage(folder), stop: () => rm(folder, { recursive: true }) };
}

async function onS3() {
  const server = await startS3();
  const address = server.storageUrl.replace(/^s3:/, "http:");
  return { storage: s3Storage(server.storageUrl, egressTo(address)), stop: server.stop };
}

const aKey = () => storageKey(newId(), createHash("sha256").update(randomBytes(8)).digest("hex"));

describe.each([
  ["on disk", onDisk],
  ["over the S3 protocol", onS3],
])("files %s", (_, start) => {
  let storage: FileStorage;
  let stop: () => Promise<unknown>;
  beforeAll(async () => {
    ({ storage, stop } = await start());
  });
  afterAll(() => stop());

  it("come back byte for byte, from bytes and from a stream", async () => {
    const bytes = randomBytes(3_000_000);
    const [whole, streamed, empty] = [aKey(), aKey(), aKey()];
    expect(await storage.put(whole, bytes)).toBe(bytes.length);
    expect(await storage.put(streamed, Readable.from([bytes.subarray(0, 1000), bytes.subarray(1000)]))).toBe(
      bytes.length,
    );
    expect(await storage.put(empty, new Uint8Array())).toBe(0);
    expect((await buffer(await storage.get(whole))).equals(bytes)).toBe(true);
    expect((await buffer(await storage.get(streamed))).equals(bytes)).toBe(true);
    expect(await buffer(await storage.get(empty))).toHaveLength(0);
  });

  it("come back in part", async () => {
    const key = aKey();
    await storage.put(key, Buffer.from("0123456789"));
    expect((await buffer(await storage.get(key, { start: 2, end: 5 }))).toString()).toBe("234");
    expect((await buffer(await storage.get(key, { start: 9, end: 10 }))).toString()).toBe("9");
  });

  it("are replaced when written again, and gone when deleted, twice if need be", async () => {
    const key = aKey();
    expect(await storage.exists(key)).toBe(false);
    await storage.put(key, Buffer.from("old"));
    await storage.put(key, Buffer.from("new"));
    expect(await storage.exists(key)).toBe(true);
    expect((await buffer(await storage.get(key))).toString()).toBe("new");
    await storage.delete(key);
    await storage.delete(key);
    expect(await storage.exists(key)).toBe(false);
    await expect(storage.get(key)).rejects.toThrow(NotFoundError);
  });

  it("are stored whole or not at all", async () => {
    const key = aKey();
    const broken = Readable.from(
      (async function* () {
        yield Buffer.alloc(100_000);
        throw new Error("the upload broke off");
      })(),
    );
    await expect(storage.put(key, broken)).rejects.toThrow("broke off");
    expect(await storage.exists(key)).toBe(false);
  });
});

describe("files on disk", () => {
  it("cannot be named outside their folder, and leave nothing half-written", async () => {
    const folder = await mkdtemp(join(tmpdir(), "outrider-files-"));
    const storage = diskStorage(folder);
    for (const key of ["../x", "/etc/passwd", "a/../../x", "a//b", "", ".", "a/.", "A", "a\\b", "a\0b", "a/"]) {
      await expect(storage.put(key, Buffer.from("x"))).rejects.toThrow();
      await expect(storage.get(key)).rejects.toThrow();
    }
    const broken = new Readable({
      read() {
        this.destroy(new Error("broken"));
      },
    });
    await expect(storage.put("a/b", broken)).rejects.toThrow("broken");
    expect((await readdir(folder, { recursive: true })).filter((name) => name !== "a")).toEqual([]);
    await rm(folder, { recursive: true });
  });
});
