import { expect, test, vi } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { type FaultKind, faultKinds } from "@/e2e/sites/faults/fault-kinds";
import { startFaultsSite } from "@/e2e/sites/faults/faults-site";
import { startPricesSite } from "@/e2e/sites/prices/prices-site";
import { startRenamedSite } from "@/e2e/sites/renamed/renamed-site";
import { listNotifications } from "@/server/notifications/list-notifications";
import { listChanges } from "@/server/sources/changes/list-changes";
import { listChangesInput } from "@/server/sources/changes/schemas";
import { getRun, getSource } from "@/server/sources/get-source";
import { listPages } from "@/server/sources/pages/list-pages";
import { requestScan } from "@/server/sources/runs/request-scan";
import { allowSite } from "./testing/allow-site";
import { useScanning } from "./testing/start-engine";
import { scanAgain, watch } from "./testing/watching";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();
useScanning();

const everything = listChangesInput.parse({ limit: 200 });

test("a competitor's price change is told with both amounts, and the noise around it is not", async () => {
  const site = await startPricesSite();
  allowSite(site);
  const ctx = await aWorkspace();
  const { source } = await watch(ctx, `${site.origin}/pricing`, "pricing", { depth: 0 });
  for (let visit = 0; visit < 4; visit++) await scanAgain(ctx, source.id);
  expect((await listChanges(ctx, everything)).changes).toEqual([]);

  site.set({ prices: { team: { GBP: 199 } } });
  await scanAgain(ctx, source.id);
  const { changes } = await listChanges(ctx, everything);
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatchObject({ severity: "high", verdict: "wording" });
  expect(changes[0]?.kinds).toContain("price");
  expect(changes[0]?.summary).toContain("199");
  await site.close();
});

test("what a source brings belongs to its workspace alone", async () => {
  const site = await startPricesSite();
  allowSite(site);
  const ctx = await aWorkspace();
  const other = await aWorkspace();
  const { source, run } = await watch(ctx, `${site.origin}/about`, "site", { depth: 0 });
  await expect(getSource(other, source.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(getRun(other, run.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(requestScan(other, source.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(listPages(other, { sourceId: source.id, limit: 10, offset: 0 })).rejects.toMatchObject({
    code: "not_found",
  });
  const viewer = await aMember(ctx, "viewer");
  await expect(requestScan(viewer, source.id)).rejects.toMatchObject({ code: "forbidden" });
  await site.close();
});

test("what can be had of a site that breaks in every known way is had, and what cannot is named with its reason", async () => {
  // Pages that only let us wait are left to the tests of the fetch itself: here they would take minutes.
  const kinds = (Object.keys(faultKinds) as FaultKind[]).filter(
    (kind) => !/^(fine|slow_.*|rate_limited_long)$/.test(kind),
  );
  const site = await startFaultsSite({ pages: 60, share: 0.35, seed: 7, kinds, hugeBytes: 20 * 1024 * 1024 });
  allowSite(site);
  const ctx = await aWorkspace();
  const { run, source } = await watch(ctx, `${site.origin}/`, "site", { depth: 1, pages: 100 });
  expect(run.status).toBe("finished");
  const { pages } = await listPages(ctx, { sourceId: source.id, limit: 200, offset: 0 });
  const kept = new Map(pages.map((page) => [new URL(page.url).pathname, page]));
  const missed = site.truth.filter((one) => one.isRecoverable && kept.get(one.path)?.health !== "good");
  expect(missed).toEqual([]);
  // Nothing that only looks like a page was kept, and each has a word of its own.
  const lost = site.truth.filter((one) => !one.isRecoverable);
  expect(lost.filter((one) => kept.get(one.path)?.documentId)).toEqual([]);
  const reasons = new Map(run.problems.map(({ url, reason }) => [new URL(url).pathname, reason]));
  expect(lost.filter((one) => !reasons.get(one.path))).toEqual([]);
  await site.close();
}, 300_000);

test("a portal that changes its clothes overnight is read on, and one whose list halves is noticed within the run", async () => {
  const site = await startRenamedSite({ tenders: 24 });
  allowSite(site);
  const ctx = await aWorkspace();
  const { source, run } = await watch(ctx, `${site.origin}/`, "portal", { depth: 0 });
  const usual = run.counts.records;
  expect(usual).toBeGreaterThan(10);
  for (const skin of [1, 2, 3] as const) {
    site.set({ skin });
    const next = await scanAgain(ctx, source.id);
    expect(next.counts.records).toBe(usual);
    // New names, new elements and another order of the same words say nothing new.
    expect(next.counts.changes).toBe(0);
  }
  const told = async (archived: "exclude" | "only") =>
    (await listChanges(ctx, listChangesInput.parse({ sourceId: source.id, archived }))).changes;
  expect(await told("exclude")).toEqual([]);
  const layouts = await told("only");
  expect(layouts.length).toBeGreaterThan(0);
  for (const layout of layouts) expect(layout).toMatchObject({ verdict: "form", severity: "low" });
  for (const tender of site.register.listed().slice(0, Math.ceil(usual * 0.7)))
    site.set({ withdraw: tender.reference });
  const rotten = await scanAgain(ctx, source.id);
  expect(rotten.reason).toContain("usually");
  expect((await listNotifications(ctx, { limit: 10 })).notifications[0]).toMatchObject({ kind: "source_odd" });
  await site.close();
});
