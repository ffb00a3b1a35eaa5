import { afterEach, expect, test, vi } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { idempotencyKeys } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { onceByKey } from "./idempotency";
import { inWorkspace } from "./workspace-context";

openTestDatabase();
afterEach(() => {
  vi.useRealTimers();
});

/** Work that counts how often it was done. */
function aDeed() {
  let times = 0;
  const work = async () => {
    times++;
    await new Promise((resolve) => setTimeout(resolve, 30));
    return { number: times, apiKey: "canary-secret" };
  };
  return { work, times: () => times };
}

test("ten at once do it once, and all get the same answer, also a day later", async () => {
  const ctx = await aWorkspace();
  const { work, times } = aDeed();
  const once = () => onceByKey(ctx, "k1", { path: "x", input: { a: 1 } }, work);
  const answers = await Promise.all(Array.from({ length: 10 }, once));
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 25 * 60 * 60_000 });
  answers.push(await once());
  expect(times()).toBe(1);
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});

test("the same key with another request is a conflict", async () => {
  const ctx = await aWorkspace();
  const { work, times } = aDeed();
  await onceByKey(ctx, "k2", { a: 1 }, work);
  await expect(onceByKey(ctx, "k2", { a: 2 }, work)).rejects.toMatchObject({ code: "conflict" });
  expect(times()).toBe(1);
});

test("what failed can be tried again with the same key", async () => {
  const ctx = await aWorkspace();
  const failing = () => Promise.reject(new Error("down"));
  await expect(onceByKey(ctx, "k3", {}, failing)).rejects.toThrow("down");
  expect(await onceByKey(ctx, "k3", {}, async () => "done")).toBe("done");
});

test("keys of two people and of two workspaces have nothing to do with each other", async () => {
  const [here, there] = [await aWorkspace(), await aWorkspace()];
  const other = await aMember(here);
  const { work, times } = aDeed();
  for (const ctx of [here, other, there]) await onceByKey(ctx, "k4", {}, work);
  expect(times()).toBe(3);
});

test("an answer is not stored readably", async () => {
  const ctx = await aWorkspace();
  await onceByKey(ctx, "k5", {}, aDeed().work);
  const rows = await inWorkspace(ctx, (tx) => tx.select().from(idempotencyKeys));
  expect(JSON.stringify(rows)).not.toContain("canary-secret");
});

test("work of a process that died is done again after five minutes", async () => {
  const ctx = await aWorkspace();
  const row = { workspaceId: ctx.workspace.id, key: `${ctx.userId} k6`, requestHash: "other" };
  await inWorkspace(ctx, (tx) => tx.insert(idempotencyKeys).values(row));
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 6 * 60_000 });
  expect(await onceByKey(ctx, "k6", {}, async () => "done")).toBe("done");
});
