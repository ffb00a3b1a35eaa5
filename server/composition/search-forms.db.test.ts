import { afterEach, expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { type SearchPortalSite, startSearchPortalSite } from "@/e2e/sites/search-portal/search-portal-site";
import { findChromium } from "@/server/crawling/browser/find-chromium";
import { listPages } from "@/server/sources/pages/list-pages";
import { previewSource } from "@/server/sources/preview-source";
import { listRecords } from "@/server/sources/records/list-records";
import { allowSite } from "./testing/allow-site";
import { useScanning } from "./testing/start-engine";
import { scanAgain, watch } from "./testing/watching";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();
let site: SearchPortalSite;
useScanning();
afterEach(() => site.close());

/** As little as fills more than one page of results, or gives an office more than one tender. */
async function openSite(tenders = 6) {
  site = await startSearchPortalSite({ tenders, pageSize: 4 });
  allowSite(site);
}

const titles = () => new Set(site.register.listed().map(({ title }) => title));

test.each([
  ["sent in the address, with its further pages", "/open", 6],
  ["posted with the proof that its form was shown", "/desk", 6],
  ["sent once for each office", "/offices", 11],
])("a portal that lists nothing until its search is sent: %s", async (_, path, tenders) => {
  await openSite(tenders);
  const ctx = await aWorkspace();
  const found = await previewSource(ctx, { url: site.origin + path, kind: "auto" });
  expect(found).toMatchObject({ kind: "portal", url: site.origin + path });
  expect(found.reason).toMatch(/lists nothing until its search is sent/);
  expect(found.count).toBeGreaterThan(0);

  const { source, run } = await watch(ctx, site.origin + path, "portal");
  expect(run).toMatchObject({ status: "finished", problems: [] });
  const { records } = await listRecords(ctx, { sourceId: source.id, limit: 200, offset: 0 });
  expect(new Set(records.map(({ title }) => title))).toEqual(titles());

  // Sent again at the next run, it is met again: nothing is new, nothing has changed.
  const again = await scanAgain(ctx, source.id);
  expect(again.counts).toMatchObject({ new: 0, changed: 0, failed: 0, changes: 0, records: titles().size });
  expect(site.misdeeds).toEqual([]);
});

test("a tender's papers are taken although their addresses name no file", async () => {
  await openSite();
  const ctx = await aWorkspace();
  const { source } = await watch(ctx, `${site.origin}/open`, "portal");
  const { pages } = await listPages(ctx, { sourceId: source.id, limit: 200, offset: 0 });
  const files = pages.filter(({ kind }) => kind === "file");
  expect(files).toHaveLength(titles().size);
  expect(files.every(({ url, documentId }) => url.includes("/download?") && documentId !== null)).toBe(true);
  // Watching a tender by its link, and what else it offers to do, is nobody's business but its readers'.
  expect(site.requests.filter(({ path }) => path.includes("/watch"))).toEqual([]);
});

test.skipIf(!(await findChromium()))("a search that only a script can send is pressed in the browser", async () => {
  await openSite();
  const ctx = await aWorkspace();
  const found = await previewSource(ctx, { url: `${site.origin}/live`, kind: "auto" });
  expect(found).toMatchObject({ kind: "portal", url: `${site.origin}/live` });
  const { source } = await watch(ctx, `${site.origin}/live`, "portal");
  const { records } = await listRecords(ctx, { sourceId: source.id, limit: 200, offset: 0 });
  expect(records).toHaveLength(4);
  expect(site.misdeeds).toEqual([]);
});
