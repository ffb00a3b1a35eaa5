import { expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { createSource } from "@/server/sources/create-source";
import { getRun, getSource } from "@/server/sources/get-source";
import { cancelRun } from "@/server/sources/runs/cancel-run";
import { createSourceInput } from "@/server/sources/schemas";
import { aYard } from "./testing/a-yard";
import { useScanning } from "./testing/start-engine";
import { scanAgain, watch } from "./testing/watching";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();
useScanning();

test("a run that a person stops asks for nothing more, keeps what it brought, and the next one reads all", async () => {
  const site = await aYard(40, 3);
  site.state.delayMs = 100;
  const ctx = await aWorkspace();
  const input = { url: `${site.origin}/`, kind: "site", budget: { depth: 1 } };
  const source = await createSource(ctx, createSourceInput.parse(input));
  const runId = (await getSource(ctx, source.id)).lastRun?.id ?? "";
  await expect.poll(() => site.asked().length, { timeout: 240_000, interval: 20 }).toBeGreaterThan(4);
  await cancelRun(ctx, runId);
  await expect(cancelRun(ctx, runId)).rejects.toMatchObject({ code: "conflict" });
  // What is under way may still come: two at a time, each looked at once more when it is new to nobody.
  await new Promise((done) => setTimeout(done, 3_000));
  const asked = site.asked().length;
  expect(asked).toBeLessThan(40);
  await new Promise((done) => setTimeout(done, 2_000));
  expect(site.asked()).toHaveLength(asked);
  expect(await getRun(ctx, runId)).toMatchObject({ status: "cancelled", reason: "Stopped by a person." });
  site.state.delayMs = 0;
  const again = await scanAgain(ctx, source.id);
  expect(again).toMatchObject({ status: "finished", problems: [] });
  expect(again.counts.pages).toBe(41);
  // What the stopped run had kept is known.
  expect(again.counts.new).toBeLessThan(41);
  await site.close();
});

test("a run ends at its budget of bytes, and says so", async () => {
  const site = await aYard(30, 700);
  const ctx = await aWorkspace();
  const { run } = await watch(ctx, `${site.origin}/`, "site", { depth: 1, bytes: 300_000 });
  expect(run).toMatchObject({ status: "finished", reason: expect.stringContaining("was used up") });
  expect(run.counts.bytes).toBeGreaterThan(150_000);
  // What was under way when it was reached, and no more.
  expect(run.counts.bytes).toBeLessThan(300_000 + 3 * 60_000);
  expect(site.asked().length).toBeLessThan(15);
  await site.close();
});
