import { expect, test } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { inWorkspace } from "@/server/platform/workspace-context";
import { createSource } from "../create-source";
import { createSourceInput } from "../schemas";
import { addToFrontier, claimFromFrontier, postpone, urlHash } from "./frontier";
import { requestScan } from "./request-scan";

openTestDatabase();

const links = (path: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    url: `https://harbour.example.com/${path}/${at}`,
    kind: "page" as const,
    depth: 1,
  }));

test("one page that names more than a run may read leaves half of the room to the others; no address is met twice", async () => {
  const ctx = await aWorkspace();
  const source = await createSource(
    ctx,
    createSourceInput.parse({ url: "https://harbour.example.com/", kind: "site", scanNow: false }),
  );
  const { id: runId } = await requestScan(ctx, source.id);
  const run = { workspaceId: ctx.workspace.id, sourceId: source.id, runId };
  await inWorkspace(ctx, async (tx) => {
    const flood = await addToFrontier(tx, run, links("sizes", 300), 20, true);
    const others = await addToFrontier(tx, run, links("berths", 5), 20, true);
    expect(flood.added).toBeLessThanOrEqual(10);
    expect(flood.added).toBeGreaterThanOrEqual(9);
    expect(flood.added + flood.overBudget).toBe(300);
    expect(others).toEqual({ added: 5, overBudget: 0 });
    expect(await addToFrontier(tx, run, links("berths", 5), 20, true)).toEqual({ added: 0, overBudget: 0 });
    // A list of all that a site has, which is no page, fills the room.
    const rest = await addToFrontier(tx, run, links("map", 300), 20);
    expect(flood.added + others.added + rest.added).toBeGreaterThanOrEqual(19);
  });
});

test("of those who ask at the same moment, no two are given the same address", async () => {
  const ctx = await aWorkspace();
  const source = await createSource(
    ctx,
    createSourceInput.parse({ url: "https://harbour.example.com/", kind: "site", scanNow: false }),
  );
  const { id: runId } = await requestScan(ctx, source.id);
  const run = { workspaceId: ctx.workspace.id, sourceId: source.id, runId };
  await inWorkspace(ctx, (tx) => addToFrontier(tx, run, links("berths", 60), 200));
  const taken: string[] = [];
  const worker = async () => {
    for (let at = 0; at < 15; at++) {
      const claimed = await inWorkspace(ctx, (tx) => claimFromFrontier(tx, run, 1, new Date()));
      taken.push(...claimed.map(({ url, attempts }) => `${url} ${attempts}`));
    }
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  expect(new Set(taken).size).toBe(taken.length);
  expect(taken.every((one) => one.endsWith(" 1"))).toBe(true);
  expect(taken).toHaveLength(60);
});

test("an address that waits for another comes after it, though that one was found deeper", async () => {
  const ctx = await aWorkspace();
  const source = await createSource(
    ctx,
    createSourceInput.parse({ url: "https://harbour.example.com/", kind: "site", scanNow: false }),
  );
  const { id: runId } = await requestScan(ctx, source.id);
  const run = { workspaceId: ctx.workspace.id, sourceId: source.id, runId };
  const [own, name, other] = ["berths", "berths?lang=en", "fees"].map((path) => `https://harbour.example.com/${path}`);
  const found = (url = "", depth = 1) => ({ url, kind: "page" as const, depth });
  await inWorkspace(ctx, async (tx) => {
    await addToFrontier(tx, run, [found(name), found(own, 3), found(other, 2)], 20);
    const claim = async (at = new Date()) => (await claimFromFrontier(tx, run, 1, at)).map(({ url }) => url);
    expect(await claim()).toEqual([name]);
    await postpone(tx, run, urlHash(name ?? ""), urlHash(own ?? ""));
    expect(await claim()).toEqual([own]);
    expect(await claim()).toEqual([other]);
    expect(await claim()).toEqual([]);
    expect(await claim(new Date(Date.now() + 10_000))).toEqual([name]);
  });
});
