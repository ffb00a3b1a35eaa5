import { afterEach, expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { workspaceTopic } from "@/server/platform/live";
import { liveBus } from "@/server/platform/ports";
import { closeFollowers, countFollowers, followWorkspace } from "./follow-workspace";

afterEach(() => closeFollowers());

const stays = async () => {};
const reading = async (stream: ReadableStream<Uint8Array>) => {
  let text = "";
  for await (const piece of stream) text += new TextDecoder().decode(piece);
  return text;
};

test("two hundred readers who take nothing are let go before what waits for them fills the memory; who reads hears all", async () => {
  const workspaceId = newId();
  const reader = reading(followWorkspace(workspaceId, stays));
  const slow = Array.from({ length: 200 }, () => followWorkspace(workspaceId, stays));
  const before = process.memoryUsage().rss;
  const messages = 2_000;
  for (let at = 0; at < messages; at++) {
    liveBus().publish(
      workspaceTopic(workspaceId),
      JSON.stringify({ kind: "document", id: `${at} ${"x".repeat(200)}` }),
    );
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  expect(countFollowers()).toBe(1);
  closeFollowers();
  const heard = [...(await reader).matchAll(/"id":"(\d+) /g)].map(([, at]) => Number(at));
  expect(heard).toEqual(Array.from({ length: messages }, (_, at) => at));
  expect(slow).toHaveLength(200);
});

test("who may no longer be here is let go within five seconds, and hears nothing after", async () => {
  const workspaceId = newId();
  let isMember = true;
  const leaver = reading(
    followWorkspace(workspaceId, async () => {
      if (!isMember) throw new Error("no member any more");
    }),
  );
  isMember = false;
  const began = Date.now();
  const heard = await leaver;
  expect(Date.now() - began).toBeLessThan(5_000);
  liveBus().publish(workspaceTopic(workspaceId), '{"kind":"document","id":"after"}');
  expect(heard).not.toContain("after");
  expect(countFollowers()).toBe(0);
});

test("no reader hears of another workspace", async () => {
  const [here, there] = [newId(), newId()];
  const [own, foreign] = [reading(followWorkspace(here, stays)), reading(followWorkspace(there, stays))];
  liveBus().publish(workspaceTopic(here), '{"kind":"document","id":"canary"}');
  await new Promise((resolve) => setImmediate(resolve));
  closeFollowers();
  expect(await own).toContain("canary");
  expect(await foreign).not.toContain("canary");
});
