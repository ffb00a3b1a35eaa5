import { expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { startSite } from "@/e2e/sites/ground/start-site";
import { listChanges } from "@/server/sources/changes/list-changes";
import { listChangesInput } from "@/server/sources/changes/schemas";
import { allowSite } from "./testing/allow-site";
import { useScanning } from "./testing/start-engine";
import { scanAgain, watch } from "./testing/watching";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();
useScanning();

test("a price that is shown to some visitors and another one to others is said to go to and fro, and one that has changed is told once", async () => {
  const state = { price: "€22", next: [] as string[] };
  const page = () =>
    `<!doctype html><html lang="en"><head><title>Prices</title></head><body><main><h1>Prices</h1><p>All of our plans can be left at the end of each month.</p><p><strong>Reader</strong>: from ${state.next.shift() ?? state.price} per user and month.</p><p><strong>Editor</strong>: from €42 per user and month.</p></main></body></html>`;
  const site = await startSite(
    {},
    ({ path }) => (path === "/prices" ? { body: page() } : { status: 404 }),
    (change: Partial<typeof state>) => Object.assign(state, change),
  );
  allowSite(site);
  const ctx = await aWorkspace();
  const { source } = await watch(ctx, `${site.origin}/prices`, "pricing", { depth: 0 });
  const told = async () => (await listChanges(ctx, listChangesInput.parse({ sourceId: source.id }))).changes;

  site.set({ next: ["€19", "€19"] });
  const run = await scanAgain(ctx, source.id);
  expect(await told()).toEqual([]);
  expect(run.problems.map(({ reason }) => reason)).toEqual(["“€22” and “€19” go to and fro."]);

  site.set({ price: "€25" });
  await scanAgain(ctx, source.id);
  expect((await told()).map(({ summary }) => summary)).toEqual([expect.stringContaining("€22 to €25")]);
  await site.close();
});
