import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { startPricesSite } from "@/e2e/sites/prices/prices-site";
import type { RunningEngine } from "@/server/jobs/engine";
import { openFile } from "@/server/knowledge/documents";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { applyRetention } from "@/server/sources/retention/apply-retention";
import { updateSource } from "@/server/sources/update-source";
import { allowSite } from "./testing/allow-site";
import { asCaller, signedIn } from "./testing/as-caller";
import { startEngine } from "./testing/start-engine";
import { scanAgain, watch } from "./testing/watching";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();
let engine: RunningEngine;
beforeAll(async () => {
  engine = await startEngine();
}, 240_000);
afterAll(() => engine.stop());

const month = 31 * 86_400_000;

async function bytesOf(ctx: WorkspaceContext, id: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await (await openFile(ctx, id)).open()) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

test("both revisions of a price are found a month later, each with its bytes, text and what the server said", async () => {
  const site = await startPricesSite();
  allowSite(site);
  const ctx = await aWorkspace();
  const caller = await asCaller(await signedIn(ctx.userId, ctx.workspace.slug));
  const { source } = await watch(ctx, `${site.origin}/pricing`, "pricing", { depth: 0 });
  await scanAgain(ctx, source.id);
  site.set({ prices: { team: { GBP: 199 } } });
  const { id: runId } = await scanAgain(ctx, source.id);
  await applyRetention(ctx, new Date(Date.now() + month));

  // What said nothing new was not kept a second time.
  const { snapshots, total } = await caller.snapshots.list({ sourceId: source.id });
  expect(total).toBe(2);
  const [after, before] = snapshots;
  expect(after).toMatchObject({ revision: 2, isCurrent: true, rung: "http", runId, removedAt: null });
  expect(before).toMatchObject({ revision: 1, isCurrent: false, page: { url: `${site.origin}/pricing` } });
  for (const [one, price] of [
    [before, /£(?!199)\d+/],
    [after, /£199/],
  ] as const) {
    const bytes = await bytesOf(ctx, one?.id ?? "");
    expect(bytes.toString("utf8")).toMatch(price);
    expect([createHash("sha256").update(bytes).digest("hex"), bytes.byteLength]).toEqual([one?.sha256, one?.byteSize]);
    const read = async () => (await caller.snapshots.get({ id: one?.id ?? "" })).text ?? "";
    await expect.poll(read, { timeout: 240_000, interval: 500 }).toMatch(price);
    const { status, finalUrl, headers } = await caller.snapshots.get({ id: one?.id ?? "" });
    expect([status, finalUrl]).toEqual([200, `${site.origin}/pricing`]);
    expect(headers["content-type"]).toContain("text/html");
    expect(Object.keys(headers).join()).not.toMatch(/cookie/i);
  }
  expect((await caller.snapshots.list({ pageId: after?.page.id })).total).toBe(2);

  // What a rule no longer keeps leaves its date, size and hash.
  await updateSource(ctx, { id: source.id, retention: { keep: "last", revisions: 1 } });
  await caller.changes.archive({ ids: (await caller.changes.list({})).changes.map(({ id }) => id) });
  expect(await applyRetention(ctx, new Date(Date.now() + month))).toBe(1);
  expect(await caller.snapshots.get({ id: before?.id ?? "" })).toMatchObject({
    ...{ text: null, file: null, screenshot: null, sha256: before?.sha256, byteSize: before?.byteSize },
    removedAt: expect.any(String),
  });

  const other = await aWorkspace();
  const stranger = await asCaller(await signedIn(other.userId, other.workspace.slug));
  expect((await stranger.snapshots.list({ sourceId: source.id })).snapshots).toEqual([]);
  await expect(stranger.snapshots.get({ id: after?.id ?? "" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await site.close();
});
