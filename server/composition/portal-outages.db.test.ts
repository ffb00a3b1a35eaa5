import { eq } from "drizzle-orm";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { sources } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { startEndlessSite } from "@/e2e/sites/endless/endless-site";
import { outages, startBehind } from "@/e2e/sites/faults/start-behind";
import { startLoginPortalSite } from "@/e2e/sites/login-portal/login-portal-site";
import { startPortalSite } from "@/e2e/sites/portal/portal-site";
import { startRenamedSite } from "@/e2e/sites/renamed/renamed-site";
import { startScriptPortalSite } from "@/e2e/sites/script-portal/script-portal-site";
import { startSearchPortalSite } from "@/e2e/sites/search-portal/search-portal-site";
import { closeBrowser } from "@/server/crawling/browser";
import { findChromium } from "@/server/crawling/browser/find-chromium";
import { listNotifications } from "@/server/notifications/list-notifications";
import { inWorkspace } from "@/server/platform/workspace-context";
import { listChanges } from "@/server/sources/changes/list-changes";
import { listChangesInput } from "@/server/sources/changes/schemas";
import { createSource } from "@/server/sources/create-source";
import { setCredential } from "@/server/sources/credentials/set-credential";
import { listPages } from "@/server/sources/pages/list-pages";
import { listRecords } from "@/server/sources/records/list-records";
import { createSourceInput } from "@/server/sources/schemas";
import { allowSite } from "./testing/allow-site";
import { useScanning } from "./testing/start-engine";
import { scanAgain } from "./testing/watching";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();
useScanning();
afterAll(closeBrowser);

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

const hasBrowser = (await findChromium()) !== null;
const size = { tenders: 6, pageSize: 4 };
const portals = {
  "server HTML": { start: () => startPortalSite(size), path: "/tenders" },
  "class names of its own": { start: () => startRenamedSite(size), path: "/tenders" },
  "a search form": { start: () => startSearchPortalSite(size), path: "/open" },
  "a sign-in": { start: () => startLoginPortalSite(size), path: "/tenders", password: "otter-lantern-42" },
  ...(hasBrowser
    ? {
        "a list that grows": { start: () => startEndlessSite(size), path: "/more" },
        "scripts that draw it": { start: () => startScriptPortalSite(size), path: "/notices" },
      }
    : {}),
};

describe("a portal that shows something else in the place of all its pages keeps what was read of it, and no change is told", () => {
  test.each(Object.entries(portals))("with %s", async (_, portal) => {
    const site = await portal.start();
    const front = await startBehind(site);
    cleanups.push(front.close, site.close);
    allowSite(front);
    const ctx = await aWorkspace();
    const url = front.origin + portal.path;
    const input = { url, kind: "portal", budget: { pages: 40, depth: 1 }, scanNow: false };
    const { id } = await createSource(ctx, createSourceInput.parse(input));
    const { password } = portal as { password?: string };
    if (password) {
      const username = "bids@quarrystone.example";
      await setCredential(ctx, { sourceId: id, loginUrl: `${front.origin}/login`, username, password });
    }
    const kept = async () => {
      const { pages } = await listPages(ctx, { sourceId: id, limit: 200, offset: 0 });
      const { records } = await listRecords(ctx, { sourceId: id, limit: 200, offset: 0 });
      return {
        pages: pages.map(({ url, title, snapshotId, goneAt }) => [url, title, snapshotId, goneAt]).sort(),
        records: records.map(({ title, url, fields, isGone }) => [title, url, fields, isGone]).sort(),
      };
    };
    const told = async () => {
      const { notifications } = await listNotifications(ctx, { limit: 50 });
      return {
        changes: (await listChanges(ctx, listChangesInput.parse({ archived: "include" }))).changes,
        aboutChanges: notifications.filter(({ kind }) => /change/.test(kind)),
      };
    };
    expect(await scanAgain(ctx, id)).toMatchObject({ status: "finished", problems: [] });
    const before = await kept();
    expect(before.records.length).toBeGreaterThanOrEqual(4);

    // A wall where a sign-in is known is a session that has ended, and has a test of its own.
    for (const outage of outages.filter((one) => !(password && one === "login_wall"))) {
      // The pause after many failures is not what is asked here.
      await inWorkspace(ctx, (tx) => tx.update(sources).set({ breaker: null }).where(eq(sources.id, id)));
      front.set({ outage });
      const { problems } = await scanAgain(ctx, id);
      expect(problems.map(({ code }) => code).join(), outage).toMatch(
        outage === "captcha" ? /captcha|http_403/ : outage,
      );
      expect([outage, await kept()]).toEqual([outage, before]);
      expect([outage, await told()]).toEqual([outage, { changes: [], aboutChanges: [] }]);
    }
    await inWorkspace(ctx, (tx) => tx.update(sources).set({ breaker: null }).where(eq(sources.id, id)));
    front.set({ outage: null });
    expect(await scanAgain(ctx, id)).toMatchObject({ status: "finished", problems: [] });
    expect(await kept()).toEqual(before);
    expect(await told()).toEqual({ changes: [], aboutChanges: [] });
  });
});
