import { expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { createSource } from "@/server/sources/create-source";
import { getRun, getSource } from "@/server/sources/get-source";
import { beginRun } from "@/server/sources/runs/begin-run";
import { finishRun } from "@/server/sources/runs/finish-run";
import { crawlTools } from "@/server/sources/runs/production-tools";
import { readNextPages } from "@/server/sources/runs/read-next-pages";
import { requestScan } from "@/server/sources/runs/request-scan";
import { createSourceInput } from "@/server/sources/schemas";
import { aYard } from "./testing/a-yard";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();

const minute = 60_000;

/** A run that no job reads: its clock is ours. */
async function aRunByHand(ctx: WorkspaceContext, sourceId: string) {
  const { id: runId } = await requestScan(ctx, sourceId);
  const at = { sourceId, runId };
  expect(await beginRun(ctx, at)).toBe(true);
  const clock = { now: Date.now() };
  const tools = { ...crawlTools(), now: () => new Date(clock.now) };
  const read = () => readNextPages(ctx, at, tools, 60_000);
  const readToEnd = () => expect.poll(async () => (await read()).waiting, { timeout: 240_000 }).toBe(0);
  return { at, clock, read, readToEnd };
}

test("a site that fails again and again is left alone for five minutes, tried once, left alone again, and read when it is well", async () => {
  const site = await aYard(30, 3);
  const ctx = await aWorkspace();
  const input = { url: `${site.origin}/`, kind: "site", budget: { depth: 1 }, scanNow: false };
  const { id } = await createSource(ctx, createSourceInput.parse(input));
  const first = await aRunByHand(ctx, id);
  await first.readToEnd();
  expect((await finishRun(ctx, first.at)).counts).toMatchObject({ new: 31, failed: 0 });

  site.requests.splice(0);
  site.state.isIll = true;
  const { at, clock, read, readToEnd } = await aRunByHand(ctx, id);
  const opened = await read();
  expect(opened.resumeAt).toBe(new Date(clock.now + 5 * minute).toISOString());
  const untilOpen = site.asked().length;
  expect(untilOpen).toBeLessThanOrEqual(14);
  expect(await getSource(ctx, id)).toMatchObject({ breaker: "open" });
  expect((await getRun(ctx, at.runId)).reason).toContain("left alone until");
  clock.now += 4 * minute;
  expect((await read()).resumeAt).toBe(opened.resumeAt);
  expect(site.asked()).toHaveLength(untilOpen);

  clock.now += 2 * minute;
  expect((await read()).resumeAt).toBe(new Date(clock.now + 5 * minute).toISOString());
  // One more, and what was under way beside it.
  const untilOpenAgain = site.asked().length;
  expect(untilOpenAgain - untilOpen).toBeGreaterThanOrEqual(1);
  expect(untilOpenAgain - untilOpen).toBeLessThanOrEqual(2);

  site.state.isIll = false;
  clock.now += 6 * minute;
  await readToEnd();
  expect(await getSource(ctx, id)).toMatchObject({ breaker: "closed" });
  const ended = await finishRun(ctx, at);
  expect([ended.status, ended.counts.failed, ended.counts.same]).toEqual(["finished", 0, 31]);
  await site.close();
});
