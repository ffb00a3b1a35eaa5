import { expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { startHarbourSite } from "@/e2e/sites/hostile/harbour-site";
import { startTrapsSite } from "@/e2e/sites/traps/traps-site";
import { listSources } from "@/server/sources/list-sources";
import { listPages } from "@/server/sources/pages/list-pages";
import { listSourcesInput } from "@/server/sources/schemas";
import { allowSite } from "./testing/allow-site";
import { useScanning } from "./testing/start-engine";
import { watch } from "./testing/watching";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();
useScanning();

const everything = { limit: 200, offset: 0 };

test("a calendar, a list, a filter and addresses of a visit without end hide no page, and end by the cap", async () => {
  const site = await startTrapsSite();
  allowSite(site);
  const ctx = await aWorkspace();
  const cap = 100;
  const { source, run } = await watch(ctx, `${site.origin}/`, "site", { pages: cap });
  expect(run).toMatchObject({ status: "finished" });
  const { pages } = await listPages(ctx, { sourceId: source.id, ...everything });
  const kept = new Set(pages.filter(({ snapshotId }) => snapshotId !== null).map(({ url }) => new URL(url).pathname));
  expect(site.truth.filter((path) => !kept.has(path))).toEqual([]);
  expect(run.counts.pages).toBeLessThanOrEqual(cap);
  // Beside the pages: robots.txt, maps, and a second look at some.
  expect(site.requests.length).toBeLessThanOrEqual(2 * cap);
  await site.close();
});

test("a hostile site is read for what it says: no other address is asked, nothing is sent, nothing that it orders is done, and it ends", async () => {
  const site = await startHarbourSite();
  allowSite(site);
  const ctx = await aWorkspace();
  const { source, run } = await watch(ctx, site.address, "auto");
  expect(run.status).toBe("finished");
  expect(site.sentinels.contacts).toEqual([]);
  expect(site.requests.filter(({ method }) => method !== "GET")).toEqual([]);
  expect(site.requests.length).toBeLessThan(400);
  const { pages } = await listPages(ctx, { sourceId: source.id, ...everything });
  const kept = new Set(pages.filter(({ snapshotId }) => snapshotId !== null).map(({ url }) => new URL(url).pathname));
  expect(site.pages.filter((path) => !kept.has(new URL(path, site.origin).pathname))).toEqual([]);
  // Each is called as a person reads it there, and not as the page's hidden words want it.
  const titles = new Map(pages.map(({ url, title }) => [new URL(url).pathname, title ?? ""]));
  for (const { page, title } of site.records) expect(titles.get(page), page).toContain(title);
  // Nothing but the address that was given is watched, whatever the pages ask for.
  expect((await listSources(ctx, listSourcesInput.parse({}))).sources.map(({ url }) => url)).toEqual([site.address]);
  await site.close();
});
