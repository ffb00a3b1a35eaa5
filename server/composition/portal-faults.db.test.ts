import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { snapshots } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import type { FaultKind } from "@/e2e/sites/faults/fault-kinds";
import { startFaultsSite } from "@/e2e/sites/faults/faults-site";
import type { RunningEngine } from "@/server/jobs/engine";
import { search } from "@/server/knowledge/retrieval";
import { listNotifications } from "@/server/notifications/list-notifications";
import { inWorkspace } from "@/server/platform/workspace-context";
import { listChanges } from "@/server/sources/changes/list-changes";
import { listChangesInput } from "@/server/sources/changes/schemas";
import { listPages } from "@/server/sources/pages/list-pages";
import { allowSite } from "./testing/allow-site";
import { startEngine } from "./testing/start-engine";
import { scanAgain, watch } from "./testing/watching";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();
let engine: RunningEngine;
beforeAll(async () => {
  engine = await startEngine();
}, 240_000);
afterAll(() => engine.stop());

/** What a site shows in the place of a page that is there; none of it says that the page has changed or gone. */
const kinds: FaultKind[] = [
  ...(["captcha", "maintenance_200", "soft_404", "permanent_5xx", "redirect_loop"] as const),
  ...(["broken_gzip", "gzip_bomb", "huge", "half_closed", "reset"] as const),
];

test("outages, walls, maintenance and broken answers overwrite no good revision, and tell of no change, for every kind of them", async () => {
  const site = await startFaultsSite({ pages: 10, share: 1, kinds, hugeBytes: 20 * 1024 * 1024 });
  expect(new Set(site.truth.map(({ fault }) => fault)).size).toBe(kinds.length);
  allowSite(site);
  site.set({ heal: true });
  const ctx = await aWorkspace();
  const { source, run } = await watch(ctx, `${site.origin}/`, "site", { depth: 1, pages: 30 });
  expect(run.problems).toEqual([]);
  const kept = async () => {
    const { pages } = await listPages(ctx, { sourceId: source.id, limit: 200, offset: 0 });
    const revisions = await inWorkspace(ctx, (tx) =>
      tx
        .select({ id: snapshots.id, sha256: snapshots.sha256 })
        .from(snapshots)
        .where(and(eq(snapshots.workspaceId, ctx.workspace.id)))
        .orderBy(snapshots.id),
    );
    const kept = pages
      .map(({ url, title, documentId }) => ({ url, title, documentId }))
      .toSorted((a, b) => (a.url < b.url ? -1 : 1));
    return { pages: kept, revisions };
  };
  const told = async () => {
    const { changes } = await listChanges(ctx, listChangesInput.parse({ limit: 200 }));
    const { notifications } = await listNotifications(ctx, { limit: 50 });
    return { changes, aboutChanges: notifications.filter(({ kind }) => /change/.test(kind)) };
  };
  const before = await kept();
  expect(before.pages).toHaveLength(11);
  expect(before.revisions).toHaveLength(11);

  site.set({ heal: false, forget: true });
  const ill = await scanAgain(ctx, source.id);
  expect(ill.problems.length).toBeGreaterThanOrEqual(kinds.length - 1);
  expect(await kept()).toEqual(before);
  expect(await told()).toEqual({ changes: [], aboutChanges: [] });
  // What was kept is still what is found.
  for (const { text } of site.truth.slice(0, 3)) {
    const { results } = await search(ctx, { text, limit: 5 });
    expect(results.length, text).toBeGreaterThan(0);
  }
  for (const words of ["complete the security check to access", "improving the exchange and will be back shortly"]) {
    const { results } = await search(ctx, { text: `"${words}"`, limit: 5 });
    expect(results.filter(({ text }) => text.includes(words))).toEqual([]);
  }

  site.set({ heal: true });
  const well = await scanAgain(ctx, source.id);
  expect(well.problems).toEqual([]);
  expect(await kept()).toEqual(before);
  expect(await told()).toEqual({ changes: [], aboutChanges: [] });
  await site.close();
});
