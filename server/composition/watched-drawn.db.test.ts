import { expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { queryBoard } from "@/e2e/sites/jobs/query-board";
import { type SiteDay, startWatchedSite } from "@/e2e/sites/vendors/watched-site";
import { findChromium } from "@/server/crawling/browser/find-chromium";
import { listChanges } from "@/server/sources/changes/list-changes";
import { listChangesInput } from "@/server/sources/changes/schemas";
import { listRecords } from "@/server/sources/records/list-records";
import { allowSite } from "./testing/allow-site";
import { useScanning } from "./testing/start-engine";
import { scanAgain, watch } from "./testing/watching";

vi.setConfig({ testTimeout: 900_000 });
openTestDatabase();
useScanning();
const hasBrowser = (await findChromium()) !== null;

test.skipIf(!hasBrowser)(
  "openings that a script draws into a place left empty, list and opening at one path, are a board of openings from the first sight on",
  async () => {
    const site = await startWatchedSite(queryBoard);
    allowSite(site);
    const ctx = await aWorkspace();
    const { source } = await watch(ctx, site.address, "auto");
    expect(source.kind).toBe("jobs");
    const listed = async () =>
      (await listRecords(ctx, { sourceId: source.id, limit: 200, offset: 0 })).records.map(({ title }) => title).sort();
    const wanted = (day: SiteDay) =>
      site
        .truth(day)
        .records.map(({ title }) => title)
        .sort();
    expect(await listed()).toEqual(wanted(0));

    site.set({ day: 1 });
    await scanAgain(ctx, source.id);
    // Which of them are gone is known by the clock, a minute later.
    expect(await listed()).toEqual(expect.arrayContaining(wanted(1)));
    const everyChange = async () => (await listChanges(ctx, listChangesInput.parse({ limit: 200 }))).changes;
    const closed = `${site.address}?opening=apprentice-electrician`;
    const changes = await everyChange();
    const moved = changes.filter(({ summary }) => summary.includes("Remote") && summary.includes("Rotterdam"));
    expect(moved.map(({ page }) => page.url)).toEqual([`${site.address}?opening=data-analyst`]);
    const over = () => everyChange().then((all) => all.filter(({ page }) => page.url === closed));
    expect((await over()).map(({ kinds }) => kinds)).toEqual([["page_removed"]]);
    site.set({ day: 2 });
    await scanAgain(ctx, source.id);
    expect(await over()).toHaveLength(1);
    await site.close();
  },
);
