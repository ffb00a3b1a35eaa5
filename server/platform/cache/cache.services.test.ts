import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { ownRedis, sharedRedis } from "../testing/redis";
import { cacheKey, cacheOver } from "./cache";
import { memoryStore } from "./memory-store";
import { redisStore } from "./redis-store";

describe.each([
  ["in process", () => memoryStore()],
  ["Redis", () => redisStore(sharedRedis())],
])("the cache over %s", (_, makeStore) => {
  const store = makeStore();
  const cache = cacheOver(store);
  const aKey = (input: unknown = "q", permission = "workspace") =>
    cacheKey({ workspaceId: newId(), permission }, "test", input);

  it("keeps any JSON and returns it as it was", async () => {
    for (const value of [
      0,
      false,
      null,
      "",
      "é \u0000 \ud83d\ude00",
      '{"a":1}',
      "12",
      [1, "2"],
      { deep: [{ x: null }] },
    ]) {
      const key = aKey(value);
      await cache.set(key, value, 60);
      expect(await cache.get(key)).toEqual(value);
    }
  });

  it("knows nothing of what was not set, was deleted, or has expired", async () => {
    const [never, deleted, expired] = [aKey(), aKey(), aKey()];
    await cache.set(deleted, 1, 60);
    await cache.delete(deleted);
    await cache.set(expired, 1, 0.05);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(await Promise.all([never, deleted, expired].map((key) => cache.get(key)))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("makes a value once for all who wait for it", async () => {
    const key = aKey();
    let made = 0;
    const make = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return ++made;
    };
    expect(await Promise.all([1, 2, 3].map(() => cache.wrap(key, 60, make)))).toEqual([1, 1, 1]);
    expect(await cache.wrap(key, 60, make)).toBe(1);
  });

  it("does not keep what could not be made", async () => {
    const key = aKey();
    await expect(cache.wrap(key, 60, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await cache.wrap(key, 60, async () => "yes")).toBe("yes");
  });

  it("refuses a value of another workspace that somebody planted under its key, and forgets it", async () => {
    const [mine, theirs] = [aKey(), aKey()];
    await cache.set(theirs, "their secret", 60);
    const planted = await store.get(theirs.text);
    await store.set(mine.text, planted ?? "", 60_000);
    expect(await cache.get(mine)).toBeUndefined();
    expect(await store.get(mine.text)).toBeNull();
    await store.set(mine.text, "not even JSON", 60_000);
    expect(await cache.get(mine)).toBeUndefined();
  });
});

describe("a cache key", () => {
  const scope = { workspaceId: newId(), permission: "workspace" };
  it("differs by workspace, permission, kind and input, and by nothing else", () => {
    const text = (...args: Parameters<typeof cacheKey>) => cacheKey(...args).text;
    const base = text(scope, "k", { a: 1, b: [2] });
    expect(text({ ...scope }, "k", { b: [2], a: 1 })).toBe(base);
    expect(text({ ...scope, workspaceId: newId() }, "k", { a: 1, b: [2] })).not.toBe(base);
    expect(text({ ...scope, permission: newId() }, "k", { a: 1, b: [2] })).not.toBe(base);
    expect(text(scope, "l", { a: 1, b: [2] })).not.toBe(base);
    expect(text(scope, "k", { a: 1, b: ["2"] })).not.toBe(base);
  });
});

describe("the memory of this process", () => {
  it("forgets what was unused for longest when it is full", async () => {
    const store = memoryStore(30);
    await store.set("a", "0123456789", 1000);
    await store.set("b", "0123456789", 1000);
    await store.get("a");
    await store.set("c", "0123456789", 1000);
    expect(await Promise.all(["a", "b", "c"].map((key) => store.get(key)))).toEqual(["0123456789", null, "0123456789"]);
  });
});

describe("a cache whose Redis is gone", () => {
  let server: Awaited<ReturnType<typeof ownRedis>>;
  beforeAll(async () => {
    server = await ownRedis();
  });
  afterAll(() => server.stop());

  it("works as if it were empty", async () => {
    const cache = cacheOver(redisStore(server.client()));
    const key = cacheKey({ workspaceId: newId(), permission: "workspace" }, "test", 1);
    await cache.set(key, "kept", 60);
    expect(await cache.get(key)).toBe("kept");
    await server.kill();
    expect(await cache.get(key)).toBeUndefined();
    for (let i = 0; i < 20; i++) expect(await cache.wrap(key, 60, async () => `made ${i}`)).toBe(`made ${i}`);
  });
});
