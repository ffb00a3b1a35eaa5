import { afterEach, expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { workspaceTopic } from "@/server/platform/live";
import { liveBus } from "@/server/platform/ports";
import { closeFollowers, countFollowers, followWorkspace, mostOfOne, mostOfWorkspace } from "./follow-workspace";

afterEach(() => closeFollowers());

const stays = async () => {};
const reading = async (stream: ReadableStream<Uint8Array>) => {
  let text = "";
  for await (const piece of stream) text += new TextDecoder().decode(piece);
  return text;
};

test("two hundred readers who take nothing are let go before what waits for them fills the memory; who reads hears all", async () => {
  const workspaceId = newId();
  const reader = reading(followWorkspace(workspaceId, "ada", stays));
  const slow = Array.from({ length: 200 }, () => followWorkspace(workspaceId, "ada", stays));
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
    followWorkspace(workspaceId, "ada", async () => {
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

test("of a reader who goes before anything was taken from the stream nothing is kept", async () => {
  const workspaceId = newId();
  const going = new AbortController();
  const streams = [
    followWorkspace(workspaceId, "ada", stays, going.signal),
    followWorkspace(workspaceId, "ada", stays, AbortSignal.abort()),
  ];
  expect(countFollowers()).toBe(1);
  going.abort();
  expect(countFollowers()).toBe(0);
  for (const stream of streams) expect(await reading(stream)).not.toContain('data: {"');
});

test("no reader hears of another workspace", async () => {
  const [here, there] = [newId(), newId()];
  const [own, foreign] = [reading(followWorkspace(here, "ada", stays)), reading(followWorkspace(there, "ben", stays))];
  liveBus().publish(workspaceTopic(here), '{"kind":"document","id":"canary"}');
  await new Promise((resolve) => setImmediate(resolve));
  closeFollowers();
  expect(await own).toContain("canary");
  expect(await foreign).not.toContain("canary");
});

test("nobody fills the memory with open streams: one person, and all of a workspace, have so many and no more", async () => {
  const [here, there] = [newId(), newId()];
  const open = (workspaceId: string, who: string, count: number) =>
    Array.from({ length: count }, () => followWorkspace(workspaceId, who, stays));
  const [first] = open(here, "flood", mostOfOne);
  const tooMany = expect.objectContaining({ code: "rate_limited", retryAfterSeconds: 60 });
  expect(() => open(here, "flood", 1)).toThrow(tooMany);
  // Others of the workspace, and other workspaces, are not kept out by it.
  open(here, "ada", 500);
  open(there, "flood", 1);
  await first?.cancel();

  open(here, "flood", 1);
  expect(() => open(here, "flood", 1)).toThrow(tooMany);
  for (let person = 0; countFollowers() < mostOfWorkspace + 1; person++) open(here, `person ${person}`, 100);
  expect(() => open(here, "one more", 1)).toThrow(tooMany);
  open(there, "ben", 1);
});
