import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { startSite } from "@/e2e/sites/ground/start-site";
import type { RunningEngine } from "@/server/jobs/engine";
import { listChanges } from "@/server/sources/changes/list-changes";
import { listChangesInput } from "@/server/sources/changes/schemas";
import { allowSite } from "./testing/allow-site";
import { scanning, startEngine } from "./testing/start-engine";
import { scanAgain, watch } from "./testing/watching";

vi.setConfig({ testTimeout: 300_000 });
openTestDatabase();
let engine: RunningEngine;
beforeAll(async () => {
  engine = await startEngine(scanning);
}, 240_000);
afterAll(() => engine.stop());

/** Alerts that all lead to one page, each met again by its own number. */
async function startAlerts() {
  const state = { closed: "23:00", more: "" };
  const site = await startSite(
    {},
    ({ path, url }) => {
      if (path !== "/alerts.xml")
        return { body: "<!doctype html><title>Status</title><h1>Status</h1><p>See above.</p>" };
      const item = (key: string, title: string, text: string) =>
        `<item><title>${title}</title><link>${url.origin}/status</link><guid isPermaLink="false">${key}</guid><description>${text}</description></item>`;
      const items = [
        ...(state.more ? [item("a-3", "Buses on line 9", state.more)] : []),
        item("a-2", "Line 4 at night", `Line 4 is closed from ${state.closed} on.`),
        item("a-1", "Fares", "A day ticket costs 7.40."),
      ];
      return {
        headers: { "content-type": "application/rss+xml" },
        body: `<rss version="2.0"><channel><title>Alerts</title><link>${url.origin}/</link>${items.join("")}</channel></rss>`,
      };
    },
    (change: Partial<typeof state>) => Object.assign(state, change),
  );
  allowSite(site);
  return site;
}

test("an entry of a feed that says something else under the same number is told, once; new ones are no change", async () => {
  const site = await startAlerts();
  const ctx = await aWorkspace();
  const { source } = await watch(ctx, `${site.origin}/alerts.xml`, "feed");
  const told = async () => {
    const { changes } = await listChanges(ctx, listChangesInput.parse({ sourceId: source.id }));
    return changes.map(({ summary }) => summary);
  };
  site.set({ more: "Buses run every ten minutes." });
  await scanAgain(ctx, source.id);
  expect(await told()).toEqual([]);
  site.set({ closed: "22:30" });
  await scanAgain(ctx, source.id);
  await scanAgain(ctx, source.id);
  const [only, ...others] = await told();
  expect(others).toEqual([]);
  expect(only).toContain("22:30");
  expect(only).toContain("Line 4 at night");
  await site.close();
});
