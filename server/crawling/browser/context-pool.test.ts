import { describe, expect, it } from "vitest";
import { ContextPool } from "./context-pool";

const never = new AbortController().signal;

function aPool(size = 2, limits = { maxUses: 100, maxAgeMs: 1000 }) {
  const made: string[] = [];
  const gone: string[] = [];
  const time = { now: 0 };
  const pool = new ContextPool({
    create: async (key) => {
      const name = `${key}${made.length}`;
      made.push(name);
      return name;
    },
    dispose: async (name) => void gone.push(name),
    size,
    ...limits,
    now: () => time.now,
  });
  const use = async (key: string) => {
    const { item, release } = await pool.lease(key, never);
    await release();
    return item;
  };
  return { pool, made, gone, time, use };
}

describe("the pool of contexts", () => {
  it("keeps one for each key, and never hands it to another", async () => {
    const { use, made } = aPool();
    expect([await use("a"), await use("b"), await use("a"), await use("b")]).toEqual(["a0", "b1", "a0", "b1"]);
    expect(made).toEqual(["a0", "b1"]);
  });

  it("makes room by throwing away what was idle longest", async () => {
    const { use, gone, time } = aPool();
    for (const key of ["a", "b", "a", "c"]) {
      time.now++;
      await use(key);
    }
    expect(gone).toEqual(["b1"]);
    expect(await use("a")).toBe("a0");
  });

  it("lets one in at a time, and the others wait, never more than its size at once", async () => {
    const { pool } = aPool(2);
    let inside = 0;
    let most = 0;
    const perKey = new Map<string, number>();
    const visit = async (key: string) => {
      const lease = await pool.lease(key, never);
      most = Math.max(most, ++inside);
      perKey.set(key, (perKey.get(key) ?? 0) + 1);
      expect(perKey.get(key)).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 1));
      perKey.set(key, 0);
      inside--;
      await lease.release();
    };
    await Promise.all(Array.from({ length: 60 }, (_, index) => visit("abcde"[index % 5] ?? "")));
    expect(most).toBe(2);
    expect(pool.count).toBeLessThanOrEqual(2);
  });

  it("replaces what was used often, what is old, what broke and what was to be forgotten", async () => {
    const { pool, use, gone, time } = aPool(4, { maxUses: 2, maxAgeMs: 1000 });
    expect([await use("a"), await use("a"), await use("a")]).toEqual(["a0", "a0", "a1"]);
    await use("b");
    time.now = 2000;
    expect(await use("b")).toBe("b3");
    const broken = await pool.lease("c", never);
    await broken.release(true);
    const forgotten = await pool.lease("d", never);
    await pool.forget("d");
    await forgotten.release();
    await forgotten.release();
    expect(gone).toEqual(["a0", "b2", "c4", "d5"]);
  });

  it("gives up waiting when called off, and is not stuck when making one fails", async () => {
    const { pool, use } = aPool(1);
    const held = await pool.lease("a", never);
    const controller = new AbortController();
    const waiting = pool.lease("b", controller.signal);
    controller.abort(new Error("called off"));
    await expect(waiting).rejects.toThrow("called off");
    await held.release();
    expect(await use("b")).toBe("b1");
    const failing = new ContextPool({
      create: () => Promise.reject(new Error("no")),
      dispose: async () => {},
      size: 1,
      maxUses: 1,
      maxAgeMs: 1,
    });
    await expect(failing.lease("a", never)).rejects.toThrow("no");
    await expect(failing.lease("a", never)).rejects.toThrow("no");
  });
});
